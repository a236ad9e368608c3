import type { Core } from "./core.ts";
import { kickTests } from "./kicks.ts";
import { type Turn, turned } from "./rotation.ts";
import { shapeOf } from "./shape.ts";

/** What every successful shift or turn does to the lock timer. Guideline: at most `resets` per new lowest row. */
function resetLock(core: Core): void {
  const rule = core.profile.lockDown;
  switch (rule.kind) {
    case "classic":
      return;
    case "infinite":
      core.lockTimer = 0;
      return;
    case "extended":
      if (core.resets < rule.resets) core.resets += 1;
      if (core.resets < rule.resets) core.lockTimer = 0;
      return;
  }
}

/** Try one cell to a side; remembers whether something was in the way. */
export function tryShift(core: Core, side: -1 | 1): boolean {
  if (!core.board.fits(core.shape, core.x + side, core.y)) {
    core.againstWall = true;
    return false;
  }
  core.x += side;
  core.againstWall = false;
  core.turnTest = 0;
  resetLock(core);
  return true;
}

/** Shift until something is in the way; how many cells it went. */
export function shiftToWall(core: Core, side: -1 | 1): number {
  let moved = 0;
  while (tryShift(core, side)) moved += 1;
  return moved;
}

/** Try to turn: the kick test (from 1) that fitted, or 0. */
export function tryTurn(core: Core, turn: Turn): number {
  const from = core.rotation;
  const to = turned(from, turn);
  const shape = shapeOf(core.piece, to);
  const tests = kickTests(core.kicks, core.piece, { from, to });
  for (let index = 0; index < tests.length; index++) {
    const test = tests[index];
    if (test === undefined || !core.board.fits(shape, core.x + test.dx, core.y + test.dy)) continue;
    core.x += test.dx;
    core.y += test.dy;
    core.rotation = to;
    core.shape = shape;
    core.turnTest = index + 1;
    core.turnFrom = from;
    core.turns += 1;
    resetLock(core);
    reachRow(core);
    cutCharge(core);
    return index + 1;
  }
  return 0;
}

/** DAS cut: after a turn or a spawn against a wall the charge is limited. */
export function cutCharge(core: Core): void {
  const { das, dcd, arr } = core.handling;
  if (dcd === 0 || !core.againstWall) return;
  core.leftCharge = Math.min(core.leftCharge, Math.max(0, das - dcd));
  core.rightCharge = Math.min(core.rightCharge, Math.max(0, das - dcd));
  core.leftWait = arr;
  core.rightWait = arr;
}

/** A centre row lower than any before gives the resets back. Centre rows, not lowest cells: turning must not do it. */
function reachRow(core: Core): void {
  if (core.y >= core.lowest) return;
  core.lowest = core.y;
  core.resets = 0;
  core.turns = 0;
  if (core.profile.lockDown.kind === "classic") core.lockTimer = 0;
}

/** Move down by rows that are known to be free. */
export function descend(core: Core, rows: number): void {
  if (rows === 0) return;
  core.y -= rows;
  core.turnTest = 0;
  reachRow(core);
}

/** Rows that a soft drop moved score at once, whatever becomes of the piece. */
export function scoreSoftRows(core: Core, rows: number): void {
  core.pieceSoftRows += rows;
  core.tally.softRows += rows;
  core.score += rows * core.profile.scoring.softDropRow;
}

/** Rows between the piece and what lies straight below it. */
export function dropDistance(core: Core): number {
  return core.board.dropDistance(core.shape, core.x, core.y);
}

/** Soft drop to the floor without locking; rows moved. */
export function sonicDrop(core: Core): number {
  const rows = dropDistance(core);
  descend(core, rows);
  scoreSoftRows(core, rows);
  core.fallen = 0;
  return rows;
}

/** Hard drop: to the floor, and due to lock at once; rows moved. */
export function hardDrop(core: Core): number {
  const rows = dropDistance(core);
  descend(core, rows);
  core.pieceHardRows += rows;
  core.tally.hardRows += rows;
  core.score += rows * core.profile.scoring.hardDropRow;
  core.phase = "locking";
  core.lockCause = "hard_drop";
  return rows;
}
