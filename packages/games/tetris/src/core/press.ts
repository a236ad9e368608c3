import { pressSide, releaseSide } from "./auto-shift.ts";
import type { Core } from "./core.ts";
import { takeHold } from "./hold.ts";
import { type Key, keyBit } from "./keys.ts";
import { hardDrop, tryTurn } from "./move.ts";
import type { Turn } from "./rotation.ts";

/**
 * A key goes down at the core's tick; pressing a held key does nothing. `hoisted`: it was down before the piece came.
 * A hard drop leaves the piece due to lock, a hold a piece due to be generated: see `core.phase`.
 */
export function pressKey(core: Core, key: Key, hoisted = false): void {
  const bit = keyBit[key];
  if ((core.held & bit) !== 0) return;
  core.held |= bit;
  if (core.phase === "falling") countKey(core, key);
  switch (key) {
    case "left":
      return pressSide(core, -1, hoisted);
    case "right":
      return pressSide(core, 1, hoisted);
    case "soft":
      return;
    case "hard":
      if (core.phase === "falling" && core.tick >= core.safeUntil) hardDrop(core);
      return;
    case "cw":
      return pressTurn(core, 1, bit);
    case "ccw":
      return pressTurn(core, 3, bit);
    case "r180":
      return pressTurn(core, 2, bit);
    case "hold":
      if (core.phase === "falling") takeHold(core);
      else core.tapped |= bit;
      return;
  }
}

/** A key goes up at the core's tick. */
export function releaseKey(core: Core, key: Key): void {
  const bit = keyBit[key];
  if ((core.held & bit) === 0) return;
  core.held &= ~bit;
  if (key === "left") releaseSide(core, -1);
  if (key === "right") releaseSide(core, 1);
  if (key === "soft") core.softReleased = true;
}

/** All keys go up: a pause. */
export function releaseAllKeys(core: Core): void {
  for (const key of heldKeys(core)) releaseKey(core, key);
}

/** The keys held down, in the order of their codes. */
export function heldKeys(core: Core): Key[] {
  const names: readonly Key[] = ["left", "right", "soft", "hard", "cw", "ccw", "r180", "hold"];
  return names.filter((key) => (core.held & keyBit[key]) !== 0);
}

function pressTurn(core: Core, turn: Turn, bit: number): void {
  if (core.phase === "falling") tryTurn(core, turn);
  else core.tapped |= bit;
}

/** Keys for finesse: a press to a side or a quarter turn counts 1, a half turn as the profile says, others 0. */
function countKey(core: Core, key: Key): void {
  core.tally.keys += 1;
  if (key === "r180") core.pieceKeys += core.profile.finesseHalfTurn;
  else if ((keyBit[key] & (keyBit.left | keyBit.right | keyBit.cw | keyBit.ccw)) !== 0) core.pieceKeys += 1;
}
