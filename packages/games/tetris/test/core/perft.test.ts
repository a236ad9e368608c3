import { expect, test } from "vitest";
import { perftRows } from "./perft-rows.ts";
import { emptyPerft } from "./perft.ts";

test.each(perftRows)("perft $system $queue, depths 1 to 4", ({ rules, queue, nodes }) => {
  const depths = nodes.slice(0, 4).map((_, index) => emptyPerft(queue, index + 1, rules));
  expect(depths).toEqual(nodes.slice(0, 4));
});
