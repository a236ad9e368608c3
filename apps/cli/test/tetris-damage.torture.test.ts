import { flipFiles, flipLines, judgeForeignEvents } from "@replayground/archive/testing";
import { expect, test } from "vitest";
import { TETRIS_SAMPLES } from "./tetris-samples.ts";

test("2,000 changed bytes of files and of lines of Tetris are detected", async () => {
  expect(await flipFiles(TETRIS_SAMPLES, { tries: 2_000, seed: 3 })).toEqual([]);
  expect(await flipLines(TETRIS_SAMPLES, { tries: 2_000, seed: 3 })).toEqual([]);
});

test("10,000 events that no game made are judged", () => {
  expect(judgeForeignEvents(TETRIS_SAMPLES, { tries: 10_000, seed: 3 })).toEqual([]);
});
