import { kickTests } from "../core/kicks.ts";
import { type Turn, turned } from "../core/rotation.ts";
import { shapeOf } from "../core/shape.ts";
import { classifySpin } from "../core/spin.ts";
import { centreInBox, type CompatGame, row } from "./game.ts";

const maxResets = 15;
const spinRules = { spins: "t", kick5: "down" } as const;

function resetLock(game: CompatGame): void {
  game.resets = Math.min(31, game.resets + 1);
  if (game.resets < maxResets) game.lockTime = 0;
}

/** Whether the limit of moves is used up. */
export function isSpent(game: CompatGame): boolean {
  return game.resets >= maxResets;
}

/** Try one cell to a side. */
export function shift(game: CompatGame, side: -1 | 1): boolean {
  if (!game.fits(game.shape, game.x + side, game.y)) {
    game.againstWall = true;
    return false;
  }
  game.x += side;
  game.againstWall = false;
  game.spin = "none";
  resetLock(game);
  return true;
}

/** Try to turn. A kick sets the height anew, until the piece has turned very often. */
export function turn(game: CompatGame, by: Turn): boolean {
  const from = game.rotation;
  const to = turned(from, by);
  const shape = shapeOf(game.piece, to);
  const tests = kickTests(game.kicks, game.piece, { from, to });
  const index = tests.findIndex((test) => game.fits(shape, game.x + test.dx, game.y + test.dy));
  const test = tests[index];
  if (test === undefined) return false;
  const boxRows = test.dy - centreInBox(game.piece, to) + centreInBox(game.piece, from);
  game.height = (index === 0 ? game.height : kickedHeight(game)) + boxRows * row;
  game.x += test.dx;
  game.rotation = to;
  game.shape = shape;
  game.turns = Math.min(63, game.turns + 1);
  game.totalTurns += 1;
  resetLock(game);
  game.spin = spinAfter(game, { test: index + 1, from });
  cutCharge(game);
  return true;
}

function kickedHeight(game: CompatGame): number {
  return game.totalTurns >= 2 * maxResets ? game.height : Math.ceil(game.height / row) * row - row / 10;
}

function spinAfter(game: CompatGame, last: { test: number; from: CompatGame["rotation"] }): CompatGame["spin"] {
  const { board, shape, x, y } = game;
  if (game.fits(shape, x, y - 1)) return "none";
  return classifySpin(board, { shape, x, y, last }, spinRules);
}

/** DAS cut, after a turn or a spawn against a wall. */
export function cutCharge(game: CompatGame): void {
  const { das, dcd, arr } = game.handling;
  if (!game.againstWall || dcd <= 0) return;
  game.leftCharge = Math.min(game.leftCharge, das - dcd);
  game.rightCharge = Math.min(game.rightCharge, das - dcd);
  game.leftWait = arr;
  game.rightWait = arr;
}

/** Fall by at most one row; false when the next row is blocked, whatever the fraction. */
export function fallStep(game: CompatGame, distance: number): boolean {
  let next = Math.round(game.height - distance);
  if (next % row === 0) next -= 1;
  const { shape, x } = game;
  if (!game.fits(shape, x, game.rowAt(next)) || !game.fits(shape, x, game.y - 1)) return false;
  const lowest = game.lowest;
  if (lowest * row > next) game.lowest = Math.floor(next / row);
  game.height = next;
  game.spin = "none";
  if (next < lowest * row) {
    game.resets = 0;
    game.turns = 0;
  }
  return true;
}
