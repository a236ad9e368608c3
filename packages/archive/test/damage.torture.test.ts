import { expect, test } from "vitest";
import { surviveFlips } from "./damage.ts";

test("2,000 changed bytes of match files are detected and their blocks named", async () => {
  expect(await surviveFlips(2_000, 20_261_120)).toEqual([]);
});
