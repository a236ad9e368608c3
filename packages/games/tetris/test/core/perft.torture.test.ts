import { expect, test } from "vitest";
import { perftRows } from "./perft-rows.ts";
import { emptyPerft } from "./perft.ts";

test.each(perftRows)("perft $system $queue, depth 5", ({ rules, queue, nodes }) => {
  if (nodes.length < 5) return;
  expect(emptyPerft(queue, 5, rules)).toBe(nodes[4]);
});
