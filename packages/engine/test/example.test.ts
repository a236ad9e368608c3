import { readFileSync } from "node:fs";
import { nodeHash } from "@replayground/hash/node";
import { toSeat } from "@replayground/kernel";
import { expect, it } from "vitest";
import { createTestMatch, given, randomPlayout } from "../src/testing/index.ts";
import { raceToTen } from "./example.ts";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

it("the example of the README is this game, word for word", () => {
  expect(read("../README.md")).toContain(`\`\`\`ts\n${read("example.ts")}\`\`\``);
});

it("the example keeps every law", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { authority, header } = createTestMatch(raceToTen, nodeHash, { seed });
    const { match } = randomPlayout(authority, header, {
      seed,
      steps: 40,
      propose: (_match, random) => ({ type: "add", seat: toSeat(0), data: { by: random.below(4) } }),
    });
    expect(match.status).not.toBe("idle");
  }
});

it("the example of a specification holds", () => {
  const { authority, header } = createTestMatch(raceToTen, nodeHash);
  const add = (by: number) => ({ type: "add", seat: toSeat(0), data: { by } });
  given(authority, header)
    .after([2, 2, 2, 2].map((by, at) => ({ command: add(by), at })))
    .when(add(3), 100)
    .refuses({ kind: "illegal", reason: "add_one_or_two" })
    .when(add(2), 100)
    .gives([{ type: "added", at: 100, data: { by: 2 } }, { type: "match_closed" }]);
});
