import { nodeHash } from "@replayground/hash/node";
import { describe, expect, it } from "vitest";
import { createTestMatch, createTestRandom, difference, given, hiddenNumber } from "../src/testing/index.ts";
import { ask, start, table, tick } from "./fixtures.ts";

describe("difference", () => {
  it.each<[unknown, unknown]>([
    [1, 1],
    [Number.NaN, Number.NaN],
    [
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ],
    [{ a: undefined }, {}],
    [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
    [new Map([["a", { b: 1 }]]), new Map([["a", { b: 1 }]])],
    [new Set([1, 2]), new Set([2, 1])],
    [null, null],
  ])("finds none between %j and %j", (a, b) => {
    expect(difference(a, b)).toBeNull();
  });

  it.each<[unknown, unknown, string]>([
    [0, -0, "value: number 0 against number 0"],
    [1, "1", "value: number 1 against string 1"],
    [null, undefined, "value: null against undefined"],
    [null, {}, "value: null against {}"],
    [[1, 2], [1], "1: 2 against undefined"],
    [[1, undefined], [1], "length: 2 against 1"],
    [[], {}, "value: array against object"],
    [new Uint8Array([1]), new Int8Array([1]), "value: Uint8Array against Int8Array"],
    [new Uint8Array([1, 2]), new Uint8Array([1, 3]), "1: 2 against 3"],
    [{ a: { b: [0, { c: 1 }] } }, { a: { b: [0, { c: 2 }] } }, "a.b.1.c: 1 against 2"],
    [new Map([["a", 1]]), new Map([["a", 2]]), "a: 1 against 2"],
    [new Set([1]), new Set([1, 2]), "2: undefined against true"],
  ])("between %j and %j", (a, b, found) => {
    expect(difference(a, b)).toBe(found);
  });
});

describe("given, when, then", () => {
  const asked = () => start().when(ask(0, 5), 10);
  const event = { type: "question_asked", seq: 2, at: 10, seat: 0, data: { number: 5 } };

  it("passes what is so", () => {
    asked().gives([event]).when(ask(0, 5), 20).refuses({ kind: "violation", policy: "no_repeats", recorded: true });
  });

  it.each<[string, () => unknown, string]>([
    [
      "another type",
      () => asked().gives([{ type: "question_put" }]),
      "events.0.type: question_asked against question_put",
    ],
    ["another tick", () => asked().gives([{ ...event, at: 11 }]), "events.0.at: 10 against 11"],
    ["another seat", () => asked().gives([{ ...event, seat: 1 }]), "events.0.seat: 0 against 1"],
    ["other data", () => asked().gives([{ ...event, data: { number: 6 } }]), "events.0.data.number: 5 against 6"],
    ["a missing event", () => asked().gives([event, event]), "events.length: 1 against 2"],
    ["an event too many", () => asked().gives([]), 'events.0: {"type":"question_asked"} against undefined'],
    ["a refusal instead", () => start().when(ask(1, 5), 10).gives([event]), "not_your_turn"],
    ["events instead", () => asked().refuses({ kind: "illegal", reason: "not_your_turn" }), "rejection: null against"],
    [
      "another refusal",
      () => start().when(ask(1, 5), 10).refuses({ kind: "illegal", reason: "out_of_range" }),
      "rejection.reason: not_your_turn against out_of_range",
    ],
    [
      "events beside a refusal",
      () =>
        start(table({ hintAfter: 5 }))
          .when(ask(1, 5), 10)
          .refuses({ kind: "illegal", reason: "not_your_turn" }, []),
      "events.0",
    ],
    ["a history that is refused", () => start().after([{ command: ask(1, 5), at: 10 }]), "after: "],
    [
      "a header that is refused",
      () => {
        const { authority, header } = createTestMatch(hiddenNumber, nodeHash, { options: { range: 1 } });
        return given(authority, header);
      },
      "given: the header is refused",
    ],
  ])("finds %s", (_name, claim, message) => {
    expect(claim).toThrow(message);
  });

  it("keeps the whole log", () => {
    const { events } = start()
      .after([{ command: ask(0, 5), at: 10 }])
      .when(tick, 6000)
      .gives([{ type: "hint_whispered" }]);
    expect(events.map(({ seq, type }) => `${seq} ${type}`)).toEqual([
      "1 numbers_dealt",
      "2 question_asked",
      "3 hint_whispered",
    ]);
  });

  it("is no promise: awaiting a specification does not call it", () => {
    expect("then" in asked()).toBe(false);
  });
});

describe("test matches", () => {
  it("follow from their seed alone", () => {
    const make = (seed: number): unknown => createTestMatch(hiddenNumber, nodeHash, { seed, committed: true }).header;
    expect(make(3)).toEqual(make(3));
    expect(make(3)).not.toEqual(make(4));
    expect(make(3)).not.toEqual(make(3 + 256));
  });

  it("draw from a generator that follows from the seed", () => {
    const draw = (seed: number): number[] => {
      const random = createTestRandom(seed);
      return Array.from({ length: 4 }, () => random.next());
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });
});
