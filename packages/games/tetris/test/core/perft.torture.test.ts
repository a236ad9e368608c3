import { expect, test } from "vitest";
import { perftRows } from "./perft-rows.ts";
import { emptyPerft } from "./perft.ts";

const rows = perftRows.filter((row) => row.nodes.length >= 5);

test.each(rows)("perft $system $queue, depth 5", ({ rules, queue, nodes }) => {
  expect(emptyPerft(queue, 5, rules)).toBe(nodes[4]);
});
