import { boardHeight } from "../core/board.ts";
import { clearCode, isDifficult } from "../core/clear.ts";
import { minimumKeys } from "../core/finesse.ts";
import { nextLevel } from "../core/level.ts";
import type { Piece } from "../core/piece.ts";
import { clearPoints, tetrioScoring } from "../core/scoring.ts";
import { shapeOf } from "../core/shape.ts";
import { attackRows } from "./attack.ts";
import { blitzGravity } from "./blitz.ts";
import { type CompatGame, row } from "./game.ts";
import { cutCharge } from "./move.ts";

const spawnHeight = 21 * row + 40_000;
const blitzLevels = { kind: "blitz", start: 1, cap: 99 } as const;

/** Generate a piece; after a clearing lock a blocked one is raised until it fits. */
export function spawn(game: CompatGame, piece: Piece | null): void {
  const next = piece ?? game.queue.take();
  if (next === null) return;
  game.piece = next;
  game.rotation = 0;
  game.shape = shapeOf(next, 0);
  game.x = 4;
  game.height = spawnHeight;
  game.lowest = 21;
  game.resets = 0;
  game.turns = 0;
  game.totalTurns = 0;
  game.lockTime = 0;
  game.mustLock = false;
  game.spin = "none";
  game.keys = 0;
  game.softReleased = false;
  while (!game.fits(game.shape, game.x, game.y)) {
    if (game.lastLines === 0 || game.y >= boardHeight) {
      game.isDead = true;
      return;
    }
    game.height += row;
    game.lowest += 1;
  }
  cutCharge(game);
}

/** Put the piece away, once between two locks. */
export function hold(game: CompatGame): void {
  if (game.holdUsed) return;
  const next = game.hold;
  game.hold = game.piece;
  game.holdUsed = true;
  spawn(game, next);
}

/** Lock the piece, send, take garbage in, generate the next one. */
export function lock(game: CompatGame, isHardDrop: boolean): void {
  const { piece, rotation, shape, x, y, spin, keys } = game;
  const faults = faultsOf(game);
  game.faults += faults;
  game.board.write(shape, x, y);
  const lines = clearRows(game);
  const isPerfect = chain(game, lines);
  score(game, lines, isPerfect);
  const { combo, b2b, multiplier } = game;
  const attacks = game.mode === "versus" ? attackRows({ lines, spin, combo, b2b, isPerfect, multiplier }) : [];
  const sent = attacks.map((rows) => game.incoming.cancel(rows)).filter((rows) => rows > 0);
  const inserted = lines > 0 ? [] : game.incoming.insert(game.board, isHardDrop ? game.frame : game.frame - 1);
  game.locks.push({
    frame: game.frame,
    piece,
    rotation,
    x,
    y,
    keys,
    faults,
    lines,
    spin,
    combo,
    b2b,
    isPerfect,
    level: game.level,
    attacks,
    sent,
    inserted: inserted ?? [],
  });
  game.holdUsed = false;
  if (!isHardDrop && game.handling.safelock) game.safelock = 7;
  if (inserted === null) game.isDead = true;
  else spawn(game, null);
  game.incoming.send(sent);
}

function faultsOf(game: CompatGame): number {
  return game.softReleased ? 0 : Math.max(0, game.keys - minimumKeys(game.shape, game.x, 2));
}

function clearRows(game: CompatGame): number {
  const { board, shape, y } = game;
  let lines = 0;
  for (let row = y + shape.top; row >= y + shape.bottom; row--) {
    if (!board.isFull(row)) continue;
    if (board.hasGarbage(row)) game.garbageCleared += 1;
    board.removeRow(row);
    lines += 1;
  }
  return lines;
}

/** Counters; whether the board is empty after a clear. */
function chain(game: CompatGame, lines: number): boolean {
  game.lastLines = lines;
  game.lines += lines;
  if (lines === 0) {
    game.combo = -1;
    return false;
  }
  game.combo += 1;
  game.b2b = isDifficult(clearCode(lines, game.spin)) ? game.b2b + 1 : -1;
  return game.board.height === 0;
}

function score(game: CompatGame, lines: number, isPerfect: boolean): void {
  const code = clearCode(lines, game.spin);
  if (code === 0) return;
  if (game.mode === "blitz") {
    const gain = { totalLines: game.lines, lines, basePoints: 0 };
    const reached = nextLevel(blitzLevels, { level: game.level, progress: game.levelProgress }, gain);
    game.level = reached.level;
    game.levelProgress = reached.progress;
    game.gravity = blitzGravity(game.level);
  }
  const isB2b = lines > 0 && game.b2b >= 1;
  game.score += clearPoints(tetrioScoring, { code, lines, isB2b, combo: game.combo, isPerfect }) * game.level;
}
