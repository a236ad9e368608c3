import type { Core } from "./core.ts";
import { scoreSoftRows, descend, dropDistance, hardDrop, shiftToWall, tryShift, tryTurn } from "./move.ts";
import { takeHold } from "./hold.ts";

/**
 * Logical actions, for bots and touch: L, R one cell; LW, RW to the wall; CW, CCW, F (half turn); SD soft drop by some
 * rows; SN soft drop to the floor; HD hard drop; H hold.
 */
export const actions = ["L", "R", "LW", "RW", "CW", "CCW", "F", "SD", "SN", "HD", "H"] as const;

export type Action = (typeof actions)[number];

/** Finesse keys of an action; a half turn counts what the profile says. */
const keysByAction: Readonly<Record<Action, number>> = {
  L: 1,
  R: 1,
  LW: 1,
  RW: 1,
  CW: 1,
  CCW: 1,
  F: 0,
  SD: 0,
  SN: 0,
  HD: 0,
  H: 0,
};

/** Do one action now; whether it changed anything. `rows` is how far SD goes at most. */
export function applyAction(core: Core, action: Action, rows = 1): boolean {
  if (core.phase !== "falling") return false;
  core.tally.keys += 1;
  core.pieceKeys += action === "F" ? core.profile.finesseHalfTurn : keysByAction[action];
  switch (action) {
    case "L":
      return tryShift(core, -1);
    case "R":
      return tryShift(core, 1);
    case "LW":
      return shiftToWall(core, -1) > 0;
    case "RW":
      return shiftToWall(core, 1) > 0;
    case "CW":
      return tryTurn(core, 1) > 0;
    case "CCW":
      return tryTurn(core, 3) > 0;
    case "F":
      return tryTurn(core, 2) > 0;
    case "SD":
      return softDrop(core, rows) > 0;
    case "SN":
      return softDrop(core, dropDistance(core)) > 0;
    case "HD":
      return dropIfSafe(core);
    case "H":
      return takeHold(core);
  }
}

function dropIfSafe(core: Core): boolean {
  if (core.tick < core.safeUntil) return false;
  hardDrop(core);
  return true;
}

function softDrop(core: Core, rows: number): number {
  const moved = Math.min(rows, dropDistance(core));
  descend(core, moved);
  scoreSoftRows(core, moved);
  core.softReleased = true;
  return moved;
}
