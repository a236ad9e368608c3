import type { Core } from "./core.ts";
import { keyBit } from "./keys.ts";
import { tryShift } from "./move.ts";

/** More single shifts than the matrix is wide: what "to the wall at once" attempts. */
const toTheWall = 10;

/** A direction key goes down: start charging, shift once. `hoisted`: it was already down, start nearly charged. */
export function pressSide(core: Core, side: -1 | 1, hoisted: boolean): void {
  const { das, dcd, arr } = core.handling;
  const charge = hoisted ? Math.max(0, das - dcd) : 0;
  if (side < 0) {
    core.leftCharge = charge;
    core.leftWait = arr;
  } else {
    core.rightCharge = charge;
    core.rightWait = arr;
  }
  core.side = side;
  if (core.phase === "falling") tryShift(core, side);
}

/** A direction key goes up: its charge is gone, the other side takes over if held. */
export function releaseSide(core: Core, side: -1 | 1): void {
  const { cancel, arr } = core.handling;
  const otherHeld = (core.held & (side < 0 ? keyBit.right : keyBit.left)) !== 0;
  if (side < 0 || cancel) core.leftCharge = 0;
  if (side > 0 || cancel) core.rightCharge = 0;
  if (otherHeld) core.side = side < 0 ? 1 : -1;
  if (!cancel) return;
  if (side < 0) core.rightWait = arr;
  else core.leftWait = arr;
}

/** Whether the direction pressed last is held: the only one that auto-shifts. */
export function isShifting(core: Core): boolean {
  return (core.held & (core.side < 0 ? keyBit.left : keyBit.right)) !== 0;
}

/**
 * Charge by `ticks` and attempt the shifts that fall due. Exact for one tick, and for more when no attempt before the
 * last tick can succeed: then they all fail together at the end.
 */
export function chargeShift(core: Core, ticks: number): void {
  if (!isShifting(core)) return;
  const left = core.side < 0;
  const { das, arr } = core.handling;
  const charge = left ? core.leftCharge : core.rightCharge;
  const charged = Math.min(das, charge + ticks);
  if (left) core.leftCharge = charged;
  else core.rightCharge = charged;
  if (charged < das) return;
  const extra = Math.max(0, ticks - Math.max(0, das - charge));
  if (arr === 0) {
    attempt(core, toTheWall);
    return;
  }
  const wait = (left ? core.leftWait : core.rightWait) + extra;
  const steps = Math.floor(wait / arr);
  if (left) core.leftWait = wait - steps * arr;
  else core.rightWait = wait - steps * arr;
  attempt(core, steps);
}

function attempt(core: Core, steps: number): void {
  if (core.phase !== "falling") return;
  for (let step = 0; step < steps; step++) if (!tryShift(core, core.side)) return;
}

/** Ticks until the next auto-shift attempt (1: in the coming step), or null while nothing is charging. */
export function ticksToAttempt(core: Core): number | null {
  if (!isShifting(core)) return null;
  const left = core.side < 0;
  const { das, arr } = core.handling;
  const missing = das - (left ? core.leftCharge : core.rightCharge);
  const wait = arr === 0 ? 0 : arr - (left ? core.leftWait : core.rightWait);
  if (missing > 0) return missing + Math.max(0, wait);
  return Math.max(1, wait);
}
