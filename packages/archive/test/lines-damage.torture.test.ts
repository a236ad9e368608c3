import { expect, test } from "vitest";
import { flipLines } from "../src/testing/index.ts";
import { LINE_SAMPLES } from "./samples.ts";

test("2,000 changed bytes of JSON lines are detected, no earlier than where they stand", async () => {
  expect(await flipLines(LINE_SAMPLES, { tries: 2_000, seed: 20_261_120 })).toEqual([]);
});
