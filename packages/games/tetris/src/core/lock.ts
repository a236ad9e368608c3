import { invariant } from "@replayground/kernel";
import { type Board, visibleHeight } from "./board.ts";
import { type ClearCode, clearCode, isDifficult } from "./clear.ts";
import { type Core, type LockCause, ownBoard, type TopOut, updateGravity } from "./core.ts";
import { finesseFaults } from "./finesse.ts";
import { nextLevel } from "./level.ts";
import { type Piece, pieceT } from "./piece.ts";
import type { Rotation } from "./rotation.ts";
import { clearPoints } from "./scoring.ts";
import { classifySpin, type Spin } from "./spin.ts";

/** Everything one lock did. */
export interface Lock {
  readonly piece: Piece;
  readonly rotation: Rotation;
  /** Centre at rest. */
  readonly x: number;
  readonly y: number;
  readonly cause: LockCause;
  /** Kick test (from 1) of the turn that was the last move, 0 if it was none. */
  readonly kickTest: number;
  readonly spin: Spin;
  readonly code: ClearCode;
  /** Indices of the rows removed, from below, as before removal. */
  readonly rows: readonly number[];
  /** Of those, rows that held garbage. */
  readonly garbageLines: number;
  readonly combo: number;
  readonly b2b: number;
  /** The clear continued a back-to-back chain. */
  readonly isB2b: boolean;
  /** A chain of this length ended with this lock; -1 none. */
  readonly brokenB2b: number;
  readonly isPerfect: boolean;
  /** Points of the clear, level included; drops are scored as they happen. */
  readonly points: number;
  readonly levelBefore: number;
  readonly levelAfter: number;
  readonly softRows: number;
  readonly hardRows: number;
  /** Finesse keys used, and those beyond the minimum. */
  readonly keys: number;
  readonly faults: number;
  readonly topOut: TopOut | null;
}

const noRows: readonly number[] = [];

/**
 * Lock the piece that is due (phase `locking`): cells, spin, rows, combo, back-to-back, points, lock out, counters,
 * level. Afterwards a piece is due or the delay runs; garbage goes in before that piece is generated.
 */
export function lockPiece(core: Core): Lock {
  invariant(core.phase === "locking", "a piece locks in phase locking only");
  const board = ownBoard(core);
  const spin = spinOf(core);
  board.write(core.shape, core.x, core.y);
  const rows = fullRows(core);
  const garbageLines = rows.length === 0 ? 0 : countGarbage(board, rows);
  for (let index = rows.length - 1; index >= 0; index--) board.removeRow(rows[index] ?? 0);
  const clear = chain(core, clearCode(rows.length, spin), rows.length);
  const levelBefore = core.level;
  const points = score(core, clear);
  const topOut = lockedOut(core, rows.length);
  const faults = finesseFaults(core);
  count(core, clear, { garbageLines, faults });
  afterLock(core, topOut);
  return {
    piece: core.piece,
    rotation: core.rotation,
    x: core.x,
    y: core.y,
    cause: core.lockCause,
    kickTest: core.turnTest,
    spin,
    code: clear.code,
    rows,
    garbageLines,
    combo: core.combo,
    b2b: core.b2b,
    isB2b: clear.isB2b,
    brokenB2b: clear.brokenB2b,
    isPerfect: clear.isPerfect,
    points,
    levelBefore,
    levelAfter: core.level,
    softRows: core.pieceSoftRows,
    hardRows: core.pieceHardRows,
    keys: core.pieceKeys,
    faults,
    topOut,
  };
}

function spinOf(core: Core): Spin {
  const { spins, kick5 } = core.profile;
  if (core.piece === pieceT ? core.turnTest === 0 : spins === "t") return "none";
  const last = { test: core.turnTest, from: core.turnFrom };
  return classifySpin(core.board, { shape: core.shape, x: core.x, y: core.y, last }, { spins, kick5 });
}

function fullRows(core: Core): readonly number[] {
  const { board, shape, y } = core;
  let rows: number[] | null = null;
  for (let row = y + shape.bottom; row <= y + shape.top; row++) {
    if (!board.isFull(row)) continue;
    if (rows === null) rows = [row];
    else rows.push(row);
  }
  return rows ?? noRows;
}

function countGarbage(board: Board, rows: readonly number[]): number {
  return rows.reduce((count, row) => (board.hasGarbage(row) ? count + 1 : count), 0);
}

interface Chain {
  readonly code: ClearCode;
  readonly lines: number;
  readonly isB2b: boolean;
  readonly brokenB2b: number;
  readonly isPerfect: boolean;
  readonly combo: number;
}

/** Combo, back-to-back and perfect clear: the board is the one after row removal. */
function chain(core: Core, code: ClearCode, lines: number): Chain {
  core.lastLines = lines;
  if (lines === 0) {
    core.combo = -1;
    return { code, lines, isB2b: false, brokenB2b: -1, isPerfect: false, combo: -1 };
  }
  core.combo += 1;
  const isPerfect = core.board.height === 0;
  const added = isPerfect ? core.profile.perfectClearB2b : 0;
  const before = core.b2b;
  const keeps = isDifficult(code) || added > 0;
  core.b2b = keeps ? before + (isDifficult(code) ? 1 : 0) + added : -1;
  const isB2b = isDifficult(code) && core.b2b >= 1;
  return { code, lines, isB2b, brokenB2b: keeps ? -1 : before, isPerfect, combo: core.combo };
}

/** Points and level; which level multiplies is the scoring's choice. */
function score(core: Core, clear: Chain): number {
  const { scoring, levels } = core.profile;
  if (clear.code === 0) return 0;
  const before = core.level;
  const basePoints = scoring.clears[clear.code] ?? 0;
  const gain = { totalLines: core.tally.lines + clear.lines, lines: clear.lines, basePoints };
  const reached = nextLevel(levels, { level: before, progress: core.levelProgress }, gain);
  core.level = reached.level;
  core.levelProgress = reached.progress;
  const factor = scoring.level === "before" ? before : scoring.level === "after" ? reached.level : 1;
  const points = clearPoints(scoring, clear) * factor;
  core.score += points;
  return points;
}

/** The lock-out rules: wholly (or partly) above the visible rows, and no row cleared. */
function lockedOut(core: Core, lines: number): TopOut | null {
  const { lockOut, partialLockOut } = core.profile.topOut;
  if (lines > 0) return null;
  const isAbove = core.y + core.shape.bottom >= visibleHeight;
  const isPartlyAbove = core.y + core.shape.top >= visibleHeight;
  return (lockOut && isAbove) || (partialLockOut && isPartlyAbove) ? "lock_out" : null;
}

function count(core: Core, clear: Chain, more: { garbageLines: number; faults: number }): void {
  const { tally } = core;
  tally.pieces += 1;
  tally.lines += clear.lines;
  tally.garbageLines += more.garbageLines;
  tally.countClear(clear.code);
  tally.faults += more.faults;
  if (more.faults === 0) tally.perfectPieces += 1;
  if (clear.isPerfect) tally.perfectClears += 1;
  if (core.combo > tally.topCombo) tally.topCombo = core.combo;
  if (core.b2b > tally.topB2b) tally.topB2b = core.b2b;
}

function afterLock(core: Core, topOut: TopOut | null): void {
  const { are, lineDelay } = core.profile;
  core.holdUsed = false;
  if (core.lockCause === "timer") core.safeUntil = core.tick + core.handling.safelock;
  updateGravity(core);
  if (topOut !== null) {
    core.phase = "over";
    core.topOut = topOut;
    return;
  }
  const delay = core.lastLines > 0 ? are + lineDelay : are;
  core.spawnAt = core.tick + delay;
  core.phase = delay === 0 ? "spawning" : "waiting";
}
