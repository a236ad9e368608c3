import { chargeShift, isShifting, ticksToAttempt } from "./auto-shift.ts";
import { type Core, nextRamp, updateGravity } from "./core.ts";
import { fallSpeed, fallStep, isGrounded, ticksToLock } from "./fall.ts";
import { gravityOne } from "./gravity.ts";

/**
 * Let time pass up to `to`, or up to the moment when something falls due: a piece to lock (phase `locking`) or to
 * generate (phase `spawning`). `advance(advance(s, a), b)` is `advance(s, b)`.
 * Cost follows what happens (rows, shifts, locks), not the number of ticks.
 */
export function advance(core: Core, to: number): void {
  while (core.tick < to) {
    switch (core.phase) {
      case "spawning":
      case "locking":
        return;
      case "over":
        core.tick = to;
        return;
      case "waiting":
        wait(core, Math.min(to, core.spawnAt));
        break;
      case "falling":
        fallOn(core, to);
        break;
    }
  }
}

/** The delay after a lock: keys keep charging. */
function wait(core: Core, until: number): void {
  chargeShift(core, until - core.tick);
  core.tick = until;
  if (until === core.spawnAt) core.phase = "spawning";
}

/** Pass the quiet ticks before `to` at once, then do the eventful one step by step. */
function fallOn(core: Core, to: number): void {
  if (core.profile.gravity.kind === "constant") updateGravity(core);
  const quiet = Math.min(quietTicks(core), to - core.tick);
  if (quiet > 0) {
    passQuietly(core, quiet);
    if (core.tick === to) return;
  }
  step(core);
}

/** One tick: auto-shift, then gravity and lock timer. */
function step(core: Core): void {
  chargeShift(core, 1);
  fallStep(core);
  core.tick += 1;
}

/** Ticks from now in which certainly no row is fallen, no shift succeeds, nothing locks and gravity stays. */
function quietTicks(core: Core): number {
  const fall = isGrounded(core) ? ticksToLock(core) : ticksToFall(core);
  const ramp = nextRamp(core);
  const untilRamp = ramp === null ? fall : ramp - core.tick;
  return Math.min(fall, ticksToShift(core), untilRamp) - 1;
}

/** Ticks until the next row (1: in the coming step); for ever where nothing pulls. */
function ticksToFall(core: Core): number {
  const speed = fallSpeed(core);
  return speed === 0 ? Number.MAX_SAFE_INTEGER : Math.max(1, Math.ceil((gravityOne - core.fallen) / speed));
}

/** Ticks until an attempt that may change something; a blocked side changes nothing until the piece has moved. */
function ticksToShift(core: Core): number {
  const attempt = ticksToAttempt(core);
  if (attempt === null) return Number.MAX_SAFE_INTEGER;
  const isBlocked = core.againstWall && !core.board.fits(core.shape, core.x + core.side, core.y);
  return isBlocked ? Number.MAX_SAFE_INTEGER : attempt;
}

function passQuietly(core: Core, ticks: number): void {
  if (isShifting(core)) chargeShift(core, ticks);
  if (isGrounded(core)) {
    core.fallen = 0;
    core.lockTimer += ticks;
  } else {
    core.fallen += ticks * fallSpeed(core);
  }
  core.tick += ticks;
}
