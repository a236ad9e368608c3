import type { Core } from "./core.ts";
import { gravityOne, softGravity } from "./gravity.ts";
import { keyBit } from "./keys.ts";
import { descend, dropDistance, scoreSoftRows, sonicDrop } from "./move.ts";

/** The soft drop factor in force: the profile's, or the player's. */
export function softDropFactor(core: Core): number | "sonic" {
  const rule = core.profile.softDrop;
  return rule === "player" ? core.handling.sdf : rule;
}

export function isSoftDropping(core: Core): boolean {
  return (core.held & keyBit.soft) !== 0;
}

/** Rows per tick now, soft drop included, in 24-bit fixed point; `gravityOne * 40` for a sonic drop. */
export function fallSpeed(core: Core): number {
  if (!isSoftDropping(core)) return core.gravity;
  const factor = softDropFactor(core);
  return softGravity(core.gravity, factor === "sonic" ? 40 * gravityOne : factor);
}

/** Whether the piece rests on something. */
export function isGrounded(core: Core): boolean {
  return core.board.isGrounded(core.shape, core.x, core.y);
}

/** Ticks on the ground until the piece locks, at least 1. Extended placement: no resets left means at once. */
export function ticksToLock(core: Core): number {
  const rule = core.profile.lockDown;
  if (rule.kind === "extended" && core.resets >= rule.resets) return 1;
  return Math.max(1, rule.ticks - core.lockTimer);
}

/** The fall part of one tick: rest and count towards the lock, or fall. */
export function fallStep(core: Core): void {
  const distance = dropDistance(core);
  if (distance === 0) {
    restStep(core);
    return;
  }
  if (isSoftDropping(core) && softDropFactor(core) === "sonic") {
    sonicDrop(core);
    return;
  }
  const fallen = core.fallen + fallSpeed(core);
  const rows = Math.min(distance, fallen >>> 24);
  core.fallen = rows === distance ? 0 : fallen - rows * gravityOne;
  descend(core, rows);
  if (isSoftDropping(core)) scoreSoftRows(core, rows);
}

function restStep(core: Core): void {
  core.fallen = 0;
  const isDue = ticksToLock(core) === 1;
  core.lockTimer += 1;
  if (!isDue) return;
  core.phase = "locking";
  core.lockCause = "timer";
}
