import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import { describe, expect, test } from "vitest";
import { readMatchFile, writeMatchFile } from "../src/index.ts";
import { playLog, testRegistry as registry } from "@replayground/replay/testing";

describe("a match file", () => {
  const cases = [
    ["a short match", playLog(nodeHash, { seed: 1, steps: 10 })],
    ["a match over several stretches", playLog(nodeHash, { seed: 2, steps: 1500 })],
    ["a committed match", playLog(nodeHash, { seed: 3, committed: true })],
    ["a match with refused commands", playLog(nodeHash, { seed: 13, steps: 20 })],
    ["an unfinished match", playLog(nodeHash, { seed: 4, finish: false })],
    ["exactly one stretch", playLog(nodeHash, { seed: 5, steps: 254, finish: false })],
  ] as const;

  test("the cases hold every kind of command", () => {
    const types = new Set(cases.flatMap(([, { events }]) => events.map(({ type }) => type)));
    const needed = [
      "nonce_added",
      "match_paused",
      "match_resumed",
      "policy_violation",
      "question_asked",
      "hand_lowered",
    ];
    expect(needed.filter((type) => !types.has(type))).toEqual([]);
  });

  test.each(cases)("%s comes back event for event", async (_name, log) => {
    const file = unwrap(await writeMatchFile(registry, nodeHash, log));
    const read = unwrap(await readMatchFile(registry, nodeHash, file));
    expect(read.header).toEqual(log.header);
    expect(read.events).toEqual(log.events);
    expect(read.head).toBe(log.claimed);
    expect(unwrap(await writeMatchFile(registry, nodeHash, read))).toEqual(file);
  });
});
