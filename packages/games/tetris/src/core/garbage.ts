import { type Core, ownBoard } from "./core.ts";

/**
 * Push garbage rows in from below between a lock and the next generation. False: a cell would have left the matrix,
 * the game is over by top out.
 */
export function insertGarbage(core: Core, rows: number, hole: number): boolean {
  if (ownBoard(core).insertGarbage(rows, hole)) return true;
  core.phase = "over";
  core.topOut = "top_out";
  return false;
}

/** After a top out where the mode goes on (Zen): an empty board, chains broken, the next piece due. */
export function resetBoard(core: Core): void {
  ownBoard(core).clear();
  core.phase = "spawning";
  core.topOut = null;
  core.incoming = null;
  core.combo = -1;
  core.b2b = -1;
  core.lastLines = 0;
  core.tally.boardResets += 1;
}
