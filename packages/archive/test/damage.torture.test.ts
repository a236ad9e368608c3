import { expect, test } from "vitest";
import { flipFiles } from "../src/testing/index.ts";
import { FILE_SAMPLES } from "./samples.ts";

test("2,000 changed bytes of match files are detected and their blocks named", async () => {
  expect(await flipFiles(FILE_SAMPLES, { tries: 2_000, seed: 20_261_120 })).toEqual([]);
});
