import { expect, test } from "vitest";
import { surviveLineFlips } from "./lines-damage.ts";

test("2,000 changed bytes of JSON lines are detected, no earlier than where they stand", async () => {
  expect(await surviveLineFlips(2_000, 20_261_120)).toEqual([]);
});
