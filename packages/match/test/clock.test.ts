import * as fc from "fast-check";
import { expect, it } from "vitest";
import { clockAt, msToTick } from "../src/index.ts";

it.each([
  // floor(ms * 0.6 + 0.5) at 600 ticks a second (rules of Tetris, section 5.1).
  [600, 0, 0],
  [600, 0.8, 0],
  [600, 0.84, 1],
  [600, 1000 / 60, 10],
  [600, 500, 300],
  [1000, 0.5, 1],
  [1000, 0.49, 0],
])("at %i ticks a second %f ms are tick %i", (ticksPerSecond, ms, tick) => {
  expect(msToTick(clockAt(ticksPerSecond, 0, 0), ms)).toBe(tick);
});

it("never goes back, and continues at the tick it stood at", () => {
  fc.assert(
    fc.property(fc.nat(1e7), fc.double({ min: 0, max: 1e9, noNaN: true }), fc.nat(1e4), (tick, ms, later) => {
      const clock = clockAt(600, tick, ms);
      expect(msToTick(clock, ms)).toBe(tick);
      expect(msToTick(clock, ms + later)).toBeGreaterThanOrEqual(tick);
    }),
  );
});

it("a key event from before the start is at tick 0", () => {
  expect(msToTick(clockAt(600, 0, 1000), 900)).toBe(0);
});
