import { tetrioScoring } from "../core/scoring.ts";
import { lock } from "./cycle.ts";
import { type CompatGame, row } from "./game.ts";
import { fallStep, isSpent } from "./move.ts";

const lockFrames = 30;
const sonicFactor = 41;
const freeTurns = 30;

/** Rows to fall in `delta` frames, soft drop and anti-stall rules included. */
function fallRows(game: CompatGame, delta: number): number {
  let rows = game.gravity * delta;
  const { sdf } = game.handling;
  if (game.softHeld) rows = sdf === sonicFactor ? 400 * delta : Math.max(rows * sdf, 0.05 * sdf);
  if (isSpent(game) && !game.fits(game.shape, game.x, game.y - 1)) {
    rows = 20;
    game.mustLock = true;
  }
  return game.turns > freeTurns ? rows + 0.5 * delta * (game.turns - freeTurns) : rows;
}

/** Let the piece fall for `delta` frames; it locks when it has been on the ground for too long. */
export function fall(game: CompatGame, delta: number): void {
  if (game.safelock > 0) game.safelock -= 1;
  for (let left = fallRows(game, delta); left > 0; left -= Math.min(1, left)) {
    const before = game.y;
    if (!fallStep(game, Math.min(1, left) * row)) {
      game.lockTime += delta;
      if (game.lockTime > lockFrames || game.mustLock || isSpent(game)) lock(game, false);
      return;
    }
    if (game.softHeld) game.score += (before - game.y) * tetrioScoring.softDropRow;
  }
}

/** Straight to the floor, and lock. */
export function hardDrop(game: CompatGame): void {
  if (game.safelock > 0) return;
  const before = game.y;
  while (fallStep(game, row));
  game.score += (before - game.y) * tetrioScoring.hardDropRow;
  lock(game, true);
}
