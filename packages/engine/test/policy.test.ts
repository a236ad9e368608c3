import { toTick, unwrap } from "@replayground/kernel";
import { describe, expect, it } from "vitest";
import { commandOf, emptyMatch, foldEvent, isRanked, type MatchState } from "../src/index.ts";
import { reexecute, type Given, type HiddenNumberTypes } from "../src/testing/index.ts";
import { NONCES, ask, committedTable, lower, raise, start, table } from "./fixtures.ts";

/** The tiny game refuses a question that its seat has asked before: window 1000, lock 500, unranked from 2 on. */
const game = table({ rounds: 9, hintAfter: 60_000 });
const { authority, header } = game;
const violation = (number: number, value: number) => ({
  type: "policy_violation",
  seat: 0,
  data: {
    command: { data: { number }, type: "ask" },
    limit: 1,
    penalty: { lock: 500 },
    policy: "no_repeats",
    value,
  },
});
const recorded = { kind: "violation", policy: "no_repeats", recorded: true } as const;
const unrecorded = { ...recorded, recorded: false };

/** Seat 0 has asked about 5 and is to move again. */
const asked = (): Given<HiddenNumberTypes> =>
  start(game).after([
    { command: ask(0, 5), at: 100 },
    { command: ask(1, 5), at: 200 },
  ]);

const ranked = (match: MatchState<HiddenNumberTypes>): boolean => isRanked(authority.game.policies, match.conduct);

describe("policies", () => {
  it("refuse and record the first violation of a window, with the whole command", () => {
    asked()
      .when(ask(0, 5), 1000)
      .refuses(recorded, [violation(5, 2)]);
  });

  it("are never asked again within a window: neither log nor history changes", () => {
    const first = asked().when(ask(0, 5), 1000).refuses(recorded);
    const again = first.when(ask(0, 5), 1999).refuses(unrecorded, []);
    expect(again.match.conduct).toBe(first.match.conduct);
    again.when(ask(0, 5), 2000).refuses(recorded, [violation(5, 2)]);
  });

  it("remember accepted commands only: a refused question was not asked", () => {
    const { match } = asked().when(ask(0, 5), 1000).refuses(recorded);
    expect(match.conduct.standings[0]?.[0]).toMatchObject({ history: [5], violations: 1, lastAt: 1000 });
  });

  it("lock the seat for as long as the penalty says, and the other seat not at all", () => {
    const locked = asked().when(ask(0, 5), 1000).refuses(recorded);
    locked.when(ask(0, 6), 1499).refuses({ kind: "penalized", until: toTick(1500) }, []);
    locked.when(raise(1), 1001).gives([{ type: "hand_raised" }]);
    locked.when(ask(0, 6), 1500).gives([{ type: "question_asked" }]);
  });

  it("never refuse a release", () => {
    start(game)
      .after([
        { command: raise(0), at: 10 },
        { command: ask(0, 5), at: 100 },
        { command: ask(1, 5), at: 200 },
      ])
      .when(ask(0, 5), 300)
      .refuses(recorded)
      .when(lower(0), 301)
      .gives([{ type: "hand_lowered" }]);
  });

  it("let time go on while they refuse", () => {
    const hint = table({ rounds: 9, hintAfter: 500 });
    start(hint)
      .after([
        { command: ask(0, 5), at: 100 },
        { command: ask(1, 5), at: 200 },
      ])
      .when(ask(0, 5), 800)
      .refuses(recorded, [{ type: "hint_whispered", at: 700 }, violation(5, 2)]);
  });

  it("take a match out of the rankings after some violations", () => {
    const once = asked().when(ask(0, 5), 1000).refuses(recorded);
    expect(ranked(once.match)).toBe(true);
    const twice = once.when(ask(0, 5), 3000).refuses(recorded);
    expect(ranked(twice.match)).toBe(false);
  });

  it("re-execute: the log alone gives the same violations, and the fold the same conduct", () => {
    const { match, events } = asked().when(ask(0, 5), 1000).refuses(recorded).when(ask(0, 5), 3000).refuses(recorded);
    const again = reexecute(authority, header, events);
    expect(again.events).toEqual(events);
    expect(again.match).toEqual(match);
    const folded = events.reduce(
      (now, event) => foldEvent(authority, now, event),
      unwrap(emptyMatch(authority, header)),
    );
    expect(folded).toEqual(match);
  });

  it("put the refused command into the log as it was", () => {
    const { step } = asked().when(ask(0, 5), 1000);
    expect(step.events.map((event) => commandOf(authority.game, event))).toEqual([ask(0, 5)]);
  });

  it("lock the seat that broke them, whichever it is", () => {
    const locked = asked()
      .after([{ command: ask(0, 6), at: 1000 }])
      .when(ask(1, 5), 1000)
      .refuses(recorded);
    locked.when(ask(1, 6), 1499).refuses({ kind: "penalized", until: toTick(1500) });
    locked.when(raise(0), 1499).gives([{ type: "hand_raised" }]);
  });

  it("judge each seat by its own record, also in committed play", () => {
    start(committedTable())
      .after([...NONCES, { command: ask(0, 5), at: 10 }])
      .when(ask(1, 5), 20)
      .gives([{ type: "question_asked", seat: 1 }]);
  });
});
