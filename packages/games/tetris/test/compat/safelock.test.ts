import { expect, test } from "vitest";
import { simulate } from "../../src/compat/simulate.ts";
import type { CompatEvent, CompatReplay } from "../../src/compat/types.ts";
import type { Key } from "../../src/core/keys.ts";

function key(frame: number, name: Key, isDown = true): CompatEvent {
  return { kind: "key", frame, subframe: 0, isDown, key: name, hoisted: false };
}

/** Soft drop to the floor, wait until the piece locks by itself (at the end of frame 30), then hard drop at a frame. */
function locksAfter(frame: number, safelock: boolean): number {
  const handling = { das: 10, arr: 2, dcd: 0, sdf: 41, safelock, cancel: false };
  const events = [key(0, "soft"), key(1, "soft", false), key(frame, "hard")];
  const replay: CompatReplay = { seed: 1, stride: false, gravity: 0.02, mode: "solo", handling, frames: 60, events };
  return simulate(replay).locks.length;
}

test("a hard drop within seven frames of a lock by timer is ignored, with the option on", () => {
  const first = [33, 34, 35, 36, 37, 38, 39, 40, 41, 42].find((frame) => locksAfter(frame, true) === 2);
  const without = [30, 31, 32, 33, 34].find((frame) => locksAfter(frame, false) === 2);
  expect([without, first]).toEqual([31, 38]);
});
