import { nodeHash } from "@replayground/hash/node";
import { createHash } from "node:crypto";
import { toSeat, toSeq, toTick, unwrap, type Hex, type LogEvent } from "@replayground/kernel";
import { describe, expect, it } from "vitest";
import { createMatch, type Game, type Policy } from "../src/index.ts";
import { Mirror } from "../src/testing/mirror.ts";
import {
  checkGolden,
  createTestMatch,
  formatGolden,
  hiddenNumber,
  proposeHiddenNumber,
  randomPlayout,
  type HiddenNumberTypes,
} from "../src/testing/index.ts";
import { NONCES, ask, committedTable, start, table, tick, type Mutation } from "./fixtures.ts";

/** Each bug breaks one law of the contract; the kit must name the law. A bug that gets through fails here. */

const play = (mutation: Mutation): void => {
  const game: Game<HiddenNumberTypes> = { ...hiddenNumber, ...mutation };
  for (const committed of [false, true]) {
    for (let seed = 1; seed <= 40; seed++) {
      const { authority, header } = createTestMatch(game, nodeHash, { seed, committed, options: { rounds: 9 } });
      randomPlayout(authority, header, { seed, steps: 80, propose: proposeHiddenNumber, span: 8000 });
    }
  }
};

const [NO_REPEATS] = hiddenNumber.policies;
if (NO_REPEATS === undefined) throw new Error("the tiny game has a policy");

/** Refuses every other time it is asked. */
const moody = (): Policy<HiddenNumberTypes> => {
  let asked = 0;
  return { ...NO_REPEATS, check: () => (asked++ % 2 === 0 ? { value: 1, limit: 0 } : null) };
};

/** Words that must stand in the message: the law, not the symptom. */
const bugs: readonly (readonly [bug: string, law: string, mutation: Mutation])[] = [
  [
    "advance that depends on how it is called",
    "advance(advance(s, a), b) = advance(s, b)",
    { advance: (state, at) => ({ ...hiddenNumber.advance(state, at), phase: 0 }) },
  ],
  [
    "elapse that is late: whatever is due is due only when someone asks",
    "nextDue",
    { nextDue: (state, until) => (hiddenNumber.nextDue(state, until) === null ? null : until) },
  ],
  [
    "a due time that moves as time goes by",
    "nextDue",
    {
      nextDue: ({ at, hinted, options }, until) =>
        hinted || at + options.hintAfter > until ? null : toTick(at + options.hintAfter),
    },
  ],
  [
    "elapse that leaves due what was due",
    "time stands still",
    { elapse: ({ turn }) => [{ type: "hand_raised", seat: turn, data: {} }] },
  ],
  [
    "an encoding that forgets a field",
    "decodeState(encodeState(s)) = s",
    {
      encodeState: (state) => hiddenNumber.encodeState({ ...state, phase: 0 }),
    },
  ],
  [
    "a decoder that believes anything",
    "decodeState refuses what encodeState cannot have written",
    {
      decodeState: (setup, bytes) => hiddenNumber.decodeState(setup, bytes) ?? hiddenNumber.setup(setup, null).state,
    },
  ],
  [
    "commandOf that drops a field",
    "commandOf gives back the whole command: command.data.number",
    {
      commandOf: (event) => {
        const command = hiddenNumber.commandOf(event);
        return command?.type === "ask" ? { ...command, data: { number: 1 } } : command;
      },
    },
  ],
  [
    "a consequence that claims to be a command",
    "commandOf: the accepted command stands in 2 events",
    {
      commandOf: (event) =>
        event.type === "numbers_shown"
          ? { type: "raise_hand", seat: toSeat(0), data: {} }
          : hiddenNumber.commandOf(event),
    },
  ],
  [
    "a command that is accepted without a trace",
    "commandOf: the accepted command stands in 0 events",
    {
      decide: (state, command, chance) =>
        command.type === "raise_hand" ? { ok: true, value: [] } : hiddenNumber.decide(state, command, chance),
    },
  ],
  [
    "an event that time caused and that records a command",
    "commandOf: the",
    {
      elapse: (state, chance) => [
        ...hiddenNumber.elapse(state, chance),
        { type: "hand_raised", seat: state.turn, data: {} },
      ],
    },
  ],
  [
    "a view that reads hidden state",
    "views need only what the viewer may have",
    {
      view: (state, viewer) => {
        const seen = hiddenNumber.view(state, viewer);
        return { ...seen, pot: seen.pot + (state.sides[0].number ?? 0) };
      },
    },
  ],
  [
    "a fold that needs what is sealed",
    "Cannot read",
    {
      evolve: (state, event) => {
        const after = hiddenNumber.evolve(state, event);
        const value = event.sealed?.[0]?.opened as { readonly value: unknown };
        return event.sealed !== undefined && value.value === "" ? state : after;
      },
    },
  ],
  [
    "a decision that hangs on something outside the state",
    "the same command gives the same events",
    {
      decide: (() => {
        let calls = 0;
        return (state, command, chance) =>
          calls++ % 2 === 0
            ? hiddenNumber.decide(state, command, chance)
            : { ok: false, error: { kind: "illegal", reason: "moody" } };
      })(),
    },
  ],
  [
    "a state that is changed in place",
    "a state is never changed",
    {
      evolve: (state, event) => {
        const after = hiddenNumber.evolve(state, event);
        return event.type === "hand_raised" ? Object.assign(state, { sides: after.sides }) : after;
      },
    },
  ],
  [
    "a fold that looks at more than the event",
    "live is the fold of the log",
    {
      evolve: (() => {
        let calls = 0;
        return (state, event) => {
          const after = hiddenNumber.evolve(state, event);
          return event.type === "hand_raised" ? { ...after, phase: calls++ % 50 } : after;
        };
      })(),
    },
  ],
  [
    "a policy that is asked twice and answers differently",
    "the same command gives the same events",
    { policies: [moody()] },
  ],
  [
    "a number without canonical bytes",
    "events have canonical bytes: hint_whispered",
    {
      elapse: (state, chance) =>
        hiddenNumber.elapse(state, chance).map((draft) => ({ ...draft, data: { warmth: 0.5 } }) as typeof draft),
    },
  ],
  [
    "moments that depend on who watched before",
    "detectors are deterministic",
    {
      createMomentDetector: (() => {
        let watched = 0;
        return () => ({
          observe: ({ seq, at, seat, type, data }) =>
            type === "question_asked" ? [{ seq, at, seat, kind: `question_${watched++}`, data }] : [],
        });
      })(),
    },
  ],
  [
    "moments that cite what is still to come",
    "moments cite what was seen",
    {
      createMomentDetector: () => ({
        observe: ({ seq, at, seat, data }) => [{ seq: seq + 1, at, seat, kind: "soon", data }],
      }),
    },
  ],
  ["an event without words", "has no words", { describe: () => "" }],
  [
    "an outcome that forgets a seat",
    "an outcome gives every seat its place",
    { outcome: (state) => (hiddenNumber.outcome(state) === null ? null : { places: [1] }) },
  ],
  [
    "an event for a seat that does not exist",
    "names seat 2",
    {
      elapse: (state, chance) =>
        hiddenNumber.elapse(state, chance).map((draft) => ({ ...draft, seat: toSeat(2) }) as typeof draft),
    },
  ],
];

describe("random playouts", () => {
  it("let the game itself pass", () => {
    expect(() => play({})).not.toThrow();
  });

  it.each(bugs)("catch %s", (_bug, law, mutation) => {
    expect(() => play(mutation)).toThrow(law);
  });

  it("name the seed and the step of a failure", () => {
    expect(() => play({ describe: () => "" })).toThrow(/^playout of hidden_number, seed 1, step \d+/);
  });
});

/** A finished match of the tiny game, as its log. */
const log = (): { readonly events: readonly LogEvent[]; readonly text: string } => {
  const committed = committedTable();
  const { authority, header } = committed;
  const questions = [10, 20, 6000, 6100, 6200, 12_000].map((at, i) => ({ command: ask(i % 2, i + 3), at }));
  const { events } = start(committed).after([...NONCES, ...questions]);
  expect(unwrap(createMatch(authority, header)).events).toEqual([]);
  return { events, text: formatGolden({ header, events, head: headOf(events) }) };
};

/** Not the real chain, which is another room's: anything that follows from all events will do here. */
const headOf = (events: readonly LogEvent[]): Hex =>
  createHash("sha256").update(JSON.stringify(events)).digest("hex") as Hex;

describe("the golden runner", () => {
  const { events, text } = log();
  const lines = text.trimEnd().split("\n");
  const check = (changed: readonly string[]): unknown =>
    checkGolden({ game: hiddenNumber, hash: nodeHash }, `${changed.join("\n")}\n`, (_header, made) => headOf(made));
  const edit = (line: number, from: string, to: string): readonly string[] =>
    lines.map((text_, i) => (i === line ? text_.replace(from, to) : text_));

  it("passes what was played", () => {
    expect(events.map(({ type }) => type).slice(-2)).toEqual(["numbers_shown", "match_closed"]);
    expect(() => check(lines)).not.toThrow();
  });

  it.each<[string, () => readonly string[], string]>([
    ["an event lost", () => lines.filter((_, i) => i !== 5), "event 5: expected"],
    ["an event repeated", () => [...lines.slice(0, 6), ...lines.slice(5)], "event 6: expected"],
    [
      "two events exchanged",
      () => [...lines.slice(0, 4), lines[5] ?? "", lines[4] ?? "", ...lines.slice(6)],
      "event 4",
    ],
    ["a wrong number", () => edit(4, '"seq":4', '"seq":5'), "event 4: expected"],
    ["another tick: as lawful, only the head tells", () => edit(4, '"at":10', '"at":11'), "expected head"],
    ["another question: only the head tells", () => edit(5, '"number":4', '"number":5'), "expected head"],
    [
      "a false answer under its seal",
      () => edit(4, /above|below|equal/.exec(lines[4] ?? "")?.[0] ?? "", "abcde"),
      "event 4",
    ],
    ["keys in another order", () => edit(4, '{"at":10,', '{"at" :10,'), "event 4: expected"],
    ["another nonce", () => edit(1, "aaaa", "aaab"), "event 3: expected"],
    [
      "a false head",
      () => edit(lines.length - 1, /[0-9a-f]{64}/.exec(lines[lines.length - 1] ?? "")?.[0] ?? "", "0".repeat(64)),
      "expected head 0000",
    ],
    ["the last event lost", () => [...lines.slice(0, -2), lines[lines.length - 1] ?? ""], "must end with its secret"],
    ["no head", () => lines.slice(0, -1), "the last line must be"],
    ["text that is not JSON", () => edit(3, "{", ""), "line 4 is not JSON"],
  ])("finds %s and names the place", (_name, changed, message) => {
    expect(() => check(changed())).toThrow(message);
  });

  it("finds rules that have changed", () => {
    const game = { ...hiddenNumber, nextDue: () => null };
    expect(() => checkGolden({ game, hash: nodeHash }, text)).toThrow("golden: event 6: expected");
  });
});

describe("the mirror", () => {
  const long = Array.from({ length: 4240 }, () => 5);
  const open = table();
  const dealt = unwrap(createMatch(open.authority, open.header)).events;
  const next = start(open).when(ask(0, 5), 10).step.events[0];
  if (next === undefined) throw new Error("a question is an event");
  const closed = start(open).when({ type: "abandon", seat: null, data: {} }, 10).step.events[0];
  if (closed === undefined) throw new Error("the end is an event");

  it.each<[string, readonly LogEvent[], string]>([
    ["a gap in the numbers", [{ ...next, seq: toSeq(3) }], "follows 1"],
    ["a number twice", [{ ...next, seq: toSeq(1) }], "follows 1"],
    ["time that runs backwards", [next, { ...next, seq: toSeq(3), at: toTick(9) }], "stands at 9"],
    ["an event after the end", [closed, { ...next, seq: toSeq(3) }], "comes after match_closed"],
    ["a false seal", [{ ...next, sealed: dealt[0]?.sealed ?? [] }], "has a false seal at index 0"],
    ["a seat that does not exist", [{ ...next, seat: toSeat(2) }], "names seat 2"],
    ["a type that no log takes", [{ ...next, type: "Question asked" }], "is not named in lower case"],
    ["more than a log takes", [{ ...next, data: { number: [long, long] } }], "bytes of 16384"],
  ])("finds %s", (_name, events, message) => {
    const mirror = new Mirror(open.authority, open.header);
    const takeAll = (): void => [...dealt, ...events].forEach((event) => mirror.take(event));
    expect(takeAll).toThrow(message);
  });

  it("finds a game whose header no log takes", () => {
    const header = { ...open.header, game: "Hidden number" };
    expect(() => new Mirror(open.authority, header)).toThrow("envelope: the game is not named in lower case");
  });

  it("finds an event that the live match lost", () => {
    const mirror = new Mirror(open.authority, open.header);
    for (const event of dealt) mirror.take(event);
    const live = start(open).after([{ command: ask(0, 5), at: 10 }]).match;
    expect(() => mirror.compare(live)).toThrow("live is the fold of the log: match.seq: 2 against 1");
  });

  it("finds an event that was never live", () => {
    const mirror = new Mirror(open.authority, open.header);
    for (const event of [...dealt, next]) mirror.take(event);
    const live = start(open).when(tick, 10).step.match;
    expect(() => mirror.compare(live)).toThrow("live is the fold of the log: match.seq: 1 against 2");
  });
});
