import type { Core } from "./core.ts";
import { scoreSoftRows, descend, dropDistance, hardDrop, shiftToWall, sonicDrop, tryShift, tryTurn } from "./move.ts";
import { takeHold } from "./hold.ts";

/**
 * Logical actions, for bots and touch: L, R one cell; LW, RW to the wall; CW, CCW, F (half turn); SD soft drop by some
 * rows; SN soft drop to the floor; HD hard drop; H hold.
 */
export const actions = ["L", "R", "LW", "RW", "CW", "CCW", "F", "SD", "SN", "HD", "H"] as const;

export type Action = (typeof actions)[number];

/** Do one action now; whether it changed anything. `rows` is how far SD goes at most. */
export function applyAction(core: Core, action: Action, rows = 1): boolean {
  if (core.phase !== "falling") return false;
  core.tally.keys += 1;
  switch (action) {
    case "L":
      return keyed(core, 1) && tryShift(core, -1);
    case "R":
      return keyed(core, 1) && tryShift(core, 1);
    case "LW":
      return keyed(core, 1) && shiftToWall(core, -1) > 0;
    case "RW":
      return keyed(core, 1) && shiftToWall(core, 1) > 0;
    case "CW":
      return keyed(core, 1) && tryTurn(core, 1) > 0;
    case "CCW":
      return keyed(core, 1) && tryTurn(core, 3) > 0;
    case "F":
      return keyed(core, core.profile.finesseHalfTurn) && tryTurn(core, 2) > 0;
    case "SD":
      return softDrop(core, rows) > 0;
    case "SN":
      core.softReleased = true;
      return sonicDrop(core) > 0;
    case "HD":
      if (core.tick < core.safeUntil) return false;
      hardDrop(core);
      return true;
    case "H":
      return takeHold(core);
  }
}

function keyed(core: Core, keys: number): true {
  core.pieceKeys += keys;
  return true;
}

function softDrop(core: Core, rows: number): number {
  const moved = Math.min(rows, dropDistance(core));
  descend(core, moved);
  scoreSoftRows(core, moved);
  core.softReleased = true;
  return moved;
}
