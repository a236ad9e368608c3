import { nodeHash } from "@replayground/hash/node";
import { toSeat, toTick, type JsonObject } from "@replayground/kernel";
import { describe, expect, it } from "vitest";
import {
  asGameEvent,
  createMatch,
  viewMatch,
  withTurnClock,
  type Clocked,
  type GameCommand,
  type TurnHooks,
} from "../src/index.ts";
import {
  createTestMatch,
  given,
  hiddenNumber,
  proposeHiddenNumber,
  randomPlayout,
  type HiddenNumberTypes,
} from "../src/testing/index.ts";

const hooks: TurnHooks<HiddenNumberTypes> = {
  toMove: ({ turn, shown }) => (shown ? [] : [turn]),
  timeoutCommand: (_state, seat) => ({ type: "ask", seat, data: { number: 1 } }),
};
const game = withTurnClock(hiddenNumber, hooks);
const turnClock = { perTurn: 10_000, warn: 3000, botAfter: 2 };

const start = (options: JsonObject = { turnClock }, of = game) => {
  const { authority, header } = createTestMatch(of, nodeHash, { options });
  return given(authority, header);
};
const ask = (seat: number, number: number): GameCommand => ({ type: "ask", seat: toSeat(seat), data: { number } });
const control = (type: string, seat: number): GameCommand => ({ type, seat: toSeat(seat), data: {} });
const tick: GameCommand = { type: "tick", seat: null, data: {} };

describe("turn clock", () => {
  it("plays for a seat whose time is over, at the deadline, before the command at that tick", () => {
    start()
      .when(ask(1, 5), 10_000)
      .gives([
        { type: "hint_whispered", at: 5000 },
        { type: "turn_timed_out", at: 10_000, seat: 0, data: { command: { data: { number: 1 }, type: "ask" } } },
        { type: "question_asked", at: 10_000, seat: 0, data: { auto: true, number: 1 } },
        { type: "question_asked", at: 10_000, seat: 1, data: { number: 5 } },
      ])
      .when(tick, 14_999)
      .gives([])
      .when(tick, 15_000)
      .gives([{ type: "hint_whispered", seat: 0 }]);
  });

  it("gives each turn its full time, and none to those who wait", () => {
    const { match } = start().after([{ command: ask(0, 5), at: 9999 }]);
    expect(match.game.seats.map(({ deadline }) => deadline)).toEqual([null, 19_999]);
  });

  it("stands while the match is paused", () => {
    start()
      .after([
        { command: { type: "pause", seat: null, data: {} }, at: 9000 },
        { command: { type: "resume", seat: null, data: {} }, at: 9000 },
      ])
      .when(tick, 9999)
      .gives([]);
  });

  it("gives a seat to a bot after some timeouts in a row, once", () => {
    const { step } = start({ turnClock, hintAfter: 60_000, rounds: 9 }).when(tick, 80_000);
    const seen = step.events.filter(({ type }) => type !== "question_asked");
    expect(seen.map(({ type, seat, at }) => `${at} ${type} ${seat}`)).toEqual([
      "10000 turn_timed_out 0",
      "20000 turn_timed_out 1",
      "30000 turn_timed_out 0",
      "30000 seat_control_changed 0",
      "40000 turn_timed_out 1",
      "40000 seat_control_changed 1",
      "50000 turn_timed_out 0",
      "60000 turn_timed_out 1",
      "70000 turn_timed_out 0",
      "80000 turn_timed_out 1",
    ]);
  });

  it("forgets the timeouts of a seat that does something itself", () => {
    const { match } = start({ turnClock, rounds: 9 }).after([
      { command: tick, at: 10_000 },
      { command: control("raise_hand", 0), at: 11_000 },
      { command: tick, at: 30_000 },
    ]);
    expect(match.game.seats.map(({ timeouts, by }) => `${by} ${timeouts}`)).toEqual(["person 1", "person 1"]);
  });

  it("never gives a seat away where botAfter is 0", () => {
    const { match } = start({ turnClock: { perTurn: 10_000, botAfter: 0 }, rounds: 9 }).after([
      { command: tick, at: 90_000 },
    ]);
    expect(match.game.seats.map(({ timeouts, by }) => `${by} ${timeouts}`)).toEqual(["person 5", "person 4"]);
  });

  it("lets a person hand over and take back, each once", () => {
    start()
      .when(control("hand_over_seat", 1), 100)
      .gives([{ type: "seat_control_changed", seat: 1, data: { by: "bot", why: "asked" } }])
      .when(control("hand_over_seat", 1), 200)
      .refuses({ kind: "illegal", reason: "a_bot_plays_already" })
      .when(control("take_seat_back", 1), 300)
      .gives([{ type: "seat_control_changed", seat: 1, data: { by: "person", why: "asked" } }])
      .when(control("take_seat_back", 1), 300)
      .refuses({ kind: "illegal", reason: "a_person_plays_already" })
      .when(control("take_seat_back", 2), 300)
      .refuses({ kind: "illegal", reason: "no_such_seat" })
      .when({ type: "take_seat_back", seat: null, data: {} }, 300)
      .refuses({ kind: "illegal", reason: "seat_required" });
  });

  it("counts from nothing after a hand-over", () => {
    const { match } = start({ turnClock, hintAfter: 60_000 }).after([
      { command: tick, at: 10_000 },
      { command: control("hand_over_seat", 0), at: 10_100 },
      { command: control("take_seat_back", 0), at: 10_200 },
    ]);
    expect(match.game.seats[0]).toMatchObject({ by: "person", timeouts: 0 });
  });

  it("lets a seat be handed over even while its inputs are locked", () => {
    start({ rounds: 9 })
      .after([
        { command: ask(0, 5), at: 0 },
        { command: ask(1, 5), at: 0 },
      ])
      .when(ask(0, 5), 10)
      .refuses({ kind: "violation", policy: "no_repeats", recorded: true })
      .when(ask(0, 6), 20)
      .refuses({ kind: "penalized", until: toTick(510) })
      .when(control("hand_over_seat", 0), 20)
      .gives([{ type: "seat_control_changed" }]);
  });

  it("lets a pause release what the game holds", () => {
    const { match } = start().after([
      { command: control("raise_hand", 0), at: 10 },
      { command: { type: "pause", seat: null, data: {} }, at: 20 },
    ]);
    expect(match.game.game.sides[0].hand).toBe(false);
  });

  it("shows the game its own events, without the mark of the clock", () => {
    const seen: JsonObject[] = [];
    const watching = withTurnClock({ ...hiddenNumber, describe: ({ data }) => (seen.push(data), "") }, hooks);
    const { step } = start({ turnClock }, watching).when(tick, 10_000);
    for (const event of step.events) watching.describe(asGameEvent<Clocked<HiddenNumberTypes>>(event));
    expect(seen).toEqual([{}, { number: 1 }]);
  });

  it("says in words what happened", () => {
    const { step } = start({ turnClock, rounds: 9, hintAfter: 60_000 })
      .after([{ command: tick, at: 20_000 }])
      .when(tick, 30_000);
    const words = step.events.map((event) => game.describe(asGameEvent<Clocked<HiddenNumberTypes>>(event)));
    expect(words).toEqual([
      "Time is over for seat 1: a move is made instead.",
      "A bot takes over seat 1.",
      "Seat 1 asks about 1.",
    ]);
  });

  it("refuses a snapshot with clocks for fewer seats than the match has", () => {
    const { match } = start();
    const { header, options, game: state } = match;
    const bytes = game.encodeState({ ...state, seats: state.seats.slice(1) });
    expect(game.decodeState({ header, options }, bytes)).toBeNull();
  });

  it("lets the game's own timer go first at the same tick", () => {
    const { step } = start({ turnClock, hintAfter: 10_000 }).when(tick, 10_000);
    expect(step.events.map(({ type }) => type)).toEqual(["hint_whispered", "turn_timed_out", "question_asked"]);
  });

  it("shows the deadline and the tick of the warning to everyone", () => {
    const { match } = start();
    const { authority } = createTestMatch(game, nodeHash);
    expect(viewMatch(authority, match, "spectator").game.seats).toEqual([
      { by: "person", deadline: 10_000, timeouts: 0, warnAt: 7000 },
      { by: "person", deadline: null, timeouts: 0, warnAt: null },
    ]);
  });

  it("gives time again where nothing can be played instead", () => {
    const idle = withTurnClock(hiddenNumber, { ...hooks, timeoutCommand: () => null });
    start({ turnClock, hintAfter: 60_000 }, idle)
      .when(tick, 20_000)
      .gives([
        { type: "turn_timed_out", at: 10_000, seat: 0, data: { command: null } },
        { type: "turn_timed_out", at: 20_000, seat: 0, data: { command: null } },
        { type: "seat_control_changed", at: 20_000, seat: 0, data: { by: "bot", why: "timeouts" } },
      ]);
  });

  it("runs a clock for every seat that is waited for", () => {
    const both = withTurnClock(hiddenNumber, { toMove: () => [toSeat(0), toSeat(1)], timeoutCommand: () => null });
    start({ turnClock, hintAfter: 60_000 }, both)
      .when(tick, 10_000)
      .gives([
        { type: "turn_timed_out", at: 10_000, seat: 0 },
        { type: "turn_timed_out", at: 10_000, seat: 1 },
      ]);
  });

  it.each([
    ["without a turn number the seat keeps its time", undefined, 10_000],
    ["with one it gets a full turn", ({ sides }: HiddenNumberTypes["state"]): number => sides[0].asked.length, 14_000],
  ])("where a seat moves twice: %s", (_name, turnNumber, deadline) => {
    const always: TurnHooks<HiddenNumberTypes> = { toMove: () => [toSeat(0)], timeoutCommand: () => null };
    const again = withTurnClock(hiddenNumber, turnNumber === undefined ? always : { ...always, turnNumber });
    const { match } = start({ turnClock }, again).after([{ command: ask(0, 3), at: 4000 }]);
    expect(match.game.seats[0]?.deadline).toBe(deadline);
  });

  it("has no clock without the option, but seats can still be handed over", () => {
    start({ hintAfter: 60_000 })
      .when(control("hand_over_seat", 0), 59_999)
      .gives([{ type: "seat_control_changed" }]);
  });

  it.each<[JsonObject, string, string]>([
    [{ turnClock: 1 }, "turnClock", "not_an_object"],
    [{ turnClock: {} }, "turnClock.perTurn", "out_of_range"],
    [{ turnClock: { perTurn: 0 } }, "turnClock.perTurn", "out_of_range"],
    [{ turnClock: { perTurn: 30 * 86_400_000 + 1 } }, "turnClock.perTurn", "out_of_range"],
    [{ turnClock: { perTurn: 10, warn: 11 } }, "turnClock.warn", "out_of_range"],
    [{ turnClock: { perTurn: 10, botAfter: -1 } }, "turnClock.botAfter", "out_of_range"],
    [{ turnClock: { perTurn: 10, strikes: 1 } }, "turnClock.strikes", "unknown_option"],
    [{ turnClock, range: 1 }, "range", "out_of_range"],
  ])("refuses the options %j", (options, path, reason) => {
    const { authority, header } = createTestMatch(game, nodeHash, { options });
    expect(createMatch(authority, header)).toEqual({ ok: false, error: { kind: "bad_options", path, reason } });
  });

  it.each([
    ["clocked", { turnClock: { perTurn: 3000, botAfter: 2 }, rounds: 9 }, false],
    ["clocked and committed", { turnClock: { perTurn: 7000 }, rounds: 9 }, true],
    ["without a clock", { rounds: 9 }, false],
  ])("keeps every law of the contract: %s", (_name, options, committed) => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 60; seed++) {
      const { authority, header } = createTestMatch(game, nodeHash, { seed, options, committed });
      const { events, unsorted } = randomPlayout(authority, header, {
        seed,
        steps: 80,
        span: 9000,
        propose: ({ game: { game: inner }, ...match }, random) => {
          if (random.below(8) > 0)
            return proposeHiddenNumber({ ...match, options: inner.options, game: inner }, random);
          return control(random.below(2) === 0 ? "hand_over_seat" : "take_seat_back", random.below(2));
        },
      });
      expect(unsorted).toEqual([]);
      for (const event of events) seen.add(`${event.type} ${JSON.stringify(event.data["why"])}`);
    }
    expect(seen).toContain('seat_control_changed "asked"');
    expect(seen.has("turn_timed_out undefined")).toBe("turnClock" in options);
    expect(seen.has('seat_control_changed "timeouts"')).toBe("turnClock" in options);
  });
});
