import { advance } from "./advance.ts";
import { isShifting } from "./auto-shift.ts";
import { boardWidth } from "./board.ts";
import { type Core, cloneCore, nextRamp } from "./core.ts";
import { fallSpeed, isSoftDropping, softDropFactor, ticksToLock } from "./fall.ts";
import { gravityOne } from "./gravity.ts";
import { dropDistance } from "./move.ts";

/** Far beyond any game: how far ahead is looked where the caller names no end. */
const horizon = 600 * 60 * 60;

/**
 * The tick, not after `until`, at which a lock or a generation falls due if no key is touched; null when none does.
 * The same tick at which `advance` stops.
 */
export function nextDue(core: Core, until: number = core.tick + horizon): number | null {
  const due = dueOf(core, until);
  return due === null || due > until ? null : due;
}

function dueOf(core: Core, until: number): number | null {
  switch (core.phase) {
    case "spawning":
    case "locking":
      return core.tick;
    case "waiting":
      return core.spawnAt;
    case "over":
      return null;
    case "falling":
      if (isSafeUntil(core, until)) return null;
      return isShifting(core) || nextRamp(core) !== null ? simulatedDue(core, until) : straightDue(core);
  }
}

/** More cells than a held key can shift a piece. */
const widest = boardWidth - 1;

/** Whether the lock timer cannot fill up by then, nor the resets run out: most questions, answered without looking. */
function isSafeUntil(core: Core, until: number): boolean {
  const rule = core.profile.lockDown;
  if (core.lockTimer + (until - core.tick) >= rule.ticks) return false;
  return rule.kind !== "extended" || core.resets + widest < rule.resets;
}

/** Nothing shifts: the piece falls straight down and rests until the timer is full. */
function straightDue(core: Core): number | null {
  const distance = dropDistance(core);
  if (distance === 0) return core.tick + ticksToLock(core);
  const isSonic = isSoftDropping(core) && softDropFactor(core) === "sonic";
  const speed = fallSpeed(core);
  if (speed === 0) return null;
  const ticks = isSonic ? 1 : Math.ceil((distance * gravityOne - core.fallen) / speed);
  return core.tick + ticks + ticksAfterLanding(core, distance);
}

/** Lock ticks once landed: reaching a new lowest row gives the resets back (and, classic, the time). */
function ticksAfterLanding(core: Core, distance: number): number {
  const rule = core.profile.lockDown;
  const isNewLowest = core.y - distance < core.lowest;
  if (rule.kind === "classic" && isNewLowest) return rule.ticks;
  const resets = isNewLowest ? 0 : core.resets;
  if (rule.kind === "extended" && resets >= rule.resets) return 1;
  return Math.max(1, rule.ticks - core.lockTimer);
}

function simulatedDue(core: Core, until: number): number | null {
  const scratch = cloneCore(core);
  advance(scratch, until);
  return scratch.phase === "locking" || scratch.phase === "spawning" ? scratch.tick : null;
}
