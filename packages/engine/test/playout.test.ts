import { nodeHash } from "@replayground/hash/node";
import { describe, expect, it } from "vitest";
import {
  createTestMatch,
  hiddenNumber,
  proposeHiddenNumber,
  randomPlayout,
  type HiddenNumberTypes,
  type Playout,
} from "../src/testing/index.ts";

const play = (seed: number, committed: boolean): Playout<HiddenNumberTypes> => {
  const { authority, header } = createTestMatch(hiddenNumber, nodeHash, { seed, committed, options: { rounds: 9 } });
  return randomPlayout(authority, header, { seed, steps: 80, propose: proposeHiddenNumber, span: 8000 });
};

const count = (runs: readonly Playout<HiddenNumberTypes>[], pick: (run: Playout<HiddenNumberTypes>) => string[]) => {
  const counts: Record<string, number> = {};
  for (const run of runs) for (const name of pick(run)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

describe.each([
  ["open", false],
  ["committed", true],
])("random playouts with %s chance", (_name, committed) => {
  const runs = Array.from({ length: 100 }, (_, i) => play(i + 1, committed));

  it("see every kind of event, status and refusal", () => {
    const types = Object.keys(count(runs, (run) => run.events.map(({ type }) => type)));
    const every = ["hand_lowered", "hand_raised", "hint_whispered", "match_closed", "numbers_dealt", "numbers_shown"];
    every.push("policy_violation", "question_asked");
    every.push(...(committed ? ["nonce_added"] : ["match_paused", "match_resumed"]));
    expect(types.sort()).toEqual(every.sort());
    expect(Object.keys(count(runs, ({ match }) => [match.status])).sort()).toEqual([
      "abandoned",
      "finalized",
      "running",
    ]);
    const refused = ["illegal", "late", "penalized", "violation"];
    refused.push(committed ? "not_running" : "paused");
    expect(Object.keys(count(runs, (run) => Object.keys(run.refused)))).toEqual(expect.arrayContaining(refused));
  });

  it("build their data in canonical order", () => {
    expect(count(runs, ({ unsorted }) => [...unsorted])).toEqual({});
  });

  it("are the same for the same seed", () => {
    expect(play(7, committed).events).toEqual(runs[6]?.events);
  });
});
