import { expect, test } from "vitest";
import { formatBytes, formatClock, groupHash, sayCount, sayDuration } from "../src/words/numbers.ts";

test("a clock never runs ahead", () => {
  expect([0, 9.96, 59.99, 60, 249.13, 3661].map((seconds) => formatClock(seconds))).toEqual([
    "0:00.0",
    "0:09.9",
    "0:59.9",
    "1:00.0",
    "4:09.1",
    "61:01.0",
  ]);
  expect(formatClock(249.9, 0)).toBe("4:09");
  // 29172 ticks are 48.62 s, which is not a binary fraction.
  expect(formatClock(29_172 / 600, 2)).toBe("0:48.62");
});

test("counts and durations in words", () => {
  expect([sayCount(1, "event"), sayCount(2118, "event")]).toEqual(["1 event", "2,118 events"]);
  expect([sayDuration(9), sayDuration(60), sayDuration(249)]).toEqual(["9 seconds", "1 minute", "4 minutes 9 seconds"]);
});

test("bytes and hashes", () => {
  expect([0, 999, 3_800_000, 2_100_000_000].map(formatBytes)).toEqual(["0 B", "999 B", "3.8 MB", "2.1 GB"]);
  expect(groupHash("9f3c71ab44e0d2c8", 2)).toBe("9f3c 71ab");
});
