import type { Core } from "./core.ts";

/** Whether the piece in play may go to the hold slot. */
export function canHold(core: Core): boolean {
  const rule = core.profile.hold;
  return core.phase === "falling" && rule !== "off" && (rule === "infinite" || !core.holdUsed);
}

/** Put the piece in play into the hold slot; the one that was there, or the next one, is due to be generated. */
export function takeHold(core: Core): boolean {
  if (!canHold(core)) return false;
  swapHold(core, core.piece);
  core.phase = "spawning";
  return true;
}

/** Exchange a piece for what the slot holds: the outcome waits in `incoming` (null: the next of the queue). */
export function swapHold(core: Core, piece: Core["piece"]): void {
  core.incoming = core.hold;
  core.hold = piece;
  core.holdUsed = true;
  core.tally.holds += 1;
}
