import { readFileSync } from "node:fs";
import { nobleHash } from "@replayground/hash/noble";
import { nodeHash } from "@replayground/hash/node";
import { describe, expect, it } from "vitest";
import { withTurnClock, type GameTypes, type Runtime } from "../src/index.ts";
import {
  checkGolden,
  hiddenNumber,
  parseGolden,
  type HiddenNumberState,
  type HiddenNumberTypes,
} from "../src/testing/index.ts";
import { independentHead } from "./chain.ts";

const read = (name: string): string => readFileSync(new URL(`golden/${name}.jsonl`, import.meta.url), "utf8");

const asked = ({ sides }: HiddenNumberState): number => sides[0].asked.length + sides[1].asked.length;

const clocked = withTurnClock<HiddenNumberTypes>(hiddenNumber, {
  toMove: ({ turn, shown }) => (shown ? [] : [turn]),
  timeoutCommand: (state, seat) => ({ type: "ask", seat, data: { number: 1 + asked(state) } }),
});

const check = <T extends GameTypes>(runtime: Pick<Runtime<T>, "game" | "hash">, name: string): string =>
  checkGolden(runtime, read(name), independentHead).status;

/** Frozen games. They pin the order of events, policies, pauses, seals, timeouts, the deal and every hash. */
describe.each([
  ["node", nodeHash],
  ["noble", nobleHash],
])("golden logs, hashed by %s", (_name, hash) => {
  it("open: a hand, two hints, a pause, a violation, the end", () => {
    expect(check({ game: hiddenNumber, hash }, "open")).toBe("finalized");
  });

  it("committed, with a turn clock: nonces, timeouts, bots that take over, a hand-back, the secret", () => {
    expect(check({ game: clocked, hash }, "clocked")).toBe("finalized");
  });
});

it("the frozen heads are those of the files as they stand", () => {
  for (const name of ["open", "clocked"]) {
    const { header, events, head } = parseGolden(read(name));
    expect(independentHead(header, events)).toBe(head);
  }
});
