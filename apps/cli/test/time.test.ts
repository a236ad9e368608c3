import { expect, test } from "vitest";
import { formatTime, parseTime } from "../src/time.ts";

// A time of Tetris is rounded half up to the millisecond: 1837 ticks of 1/600 s are 3061.67 ms.
test.each([
  [0, 600, "0:00.000"],
  [1, 600, "0:00.002"],
  [1837, 600, "0:03.062"],
  [3, 2000, "0:00.002"],
  [35_999, 600, "0:59.998"],
  [119_999_999, 2_000_000, "1:00.000"],
  [61_500, 1000, "1:01.500"],
])("%i ticks of 1/%i s are %s", (ticks, ticksPerSecond, text) => {
  expect(formatTime(ticks, ticksPerSecond)).toBe(text);
});

test.each([
  ["1:01.5", 61_500],
  ["90", 90_000],
  ["0:00.001", 1],
  ["noon", null],
  ["1:", null],
])("%s is tick %s of 1/1000 s", (text, ticks) => {
  expect(parseTime(text, 1000)).toBe(ticks);
});
