import {
  Xoshiro128,
  assertNever,
  err,
  invariant,
  ok,
  toSeat,
  toTick,
  type Result,
  type Seat,
} from "@replayground/kernel";
import type { Policy } from "../../policy.ts";
import type { Draft, Game, GameCommand, Illegal, Moment, OptionsError, Recorded, Secret } from "../../types.ts";
import { decodeState, encodeState } from "./codec.ts";
import { advance, emptyState, evolve, mapSides, otherSeat, view } from "./evolve.ts";
import type {
  HiddenNumberCommand,
  HiddenNumberEvent,
  HiddenNumberOptions,
  HiddenNumberState,
  HiddenNumberTypes,
  Side,
} from "./types.ts";

type HiddenNumberDraft = Draft<HiddenNumberEvent>;

/** Asking what one has asked already wastes everyone's time. */
const NO_REPEATS: Policy<HiddenNumberTypes> = {
  id: "no_repeats",
  window: 1000,
  penalty: { lockTicks: 500, unrankedAfter: 2 },
  empty: [],
  observe: (history, command) => (command.type === "ask" ? [...history, command.data.number] : history),
  check: (_state, history, command) => {
    if (command.type !== "ask") return null;
    const times = history.filter((number) => number === command.data.number).length;
    return times === 0 ? null : { value: times + 1, limit: 1 };
  },
};

export const hiddenNumber: Game<HiddenNumberTypes> = {
  id: "hidden_number",
  rules: 1,
  seats: { min: 2, max: 2 },
  ticksPerSecond: 1000,
  parseOptions,
  parseCommand,
  setup: (setup, chance) => {
    const state = emptyState(setup);
    if (chance === null) return { state, events: [] };
    const random = new Xoshiro128(chance.stream("deal", 0));
    const digits = [0, 1].map(() => String(1 + random.below(setup.options.range)).padStart(2, "0"));
    const secrets = digits.map((value, seat): Secret => ({ to: toSeat(seat), value }));
    return { state, events: [{ type: "numbers_dealt", seat: null, data: {}, secrets }] };
  },
  decide,
  evolve,
  advance,
  nextDue: ({ at, hinted, shown, waited, options }, until) => {
    const due = at + options.hintAfter - waited;
    return hinted || shown || due > until ? null : toTick(due);
  },
  elapse: (state) => {
    const odd = numberOf(state, otherSeat(state.turn)) % 2 === 1;
    return [
      { type: "hint_whispered", seat: state.turn, data: {}, secrets: whisper(state.turn, odd ? "odd-" : "even") },
    ];
  },
  commandOf,
  view,
  encodeState,
  decodeState,
  outcome: ({ shown, sides }) => {
    if (!shown) return null;
    const [first, second] = [distance(sides[0], sides[1]), distance(sides[1], sides[0])];
    return { places: [first <= second ? 1 : 2, second <= first ? 1 : 2] };
  },
  policies: [NO_REPEATS],
  isRelease: ({ type }) => type === "lower_hand",
  release: (state) => mapSides(state, (side) => ({ ...side, hand: false })),
  momentsVersion: 1,
  createMomentDetector: () => {
    let last: Moment | null = null;
    return {
      observe: (event) => {
        if (event.type === "question_asked") last = { ...pick(event), kind: "last_word", data: event.data };
        return event.type === "numbers_shown" && last !== null ? [last] : [];
      },
    };
  },
  describe,
};

function decide(state: HiddenNumberState, command: HiddenNumberCommand): Result<readonly HiddenNumberDraft[], Illegal> {
  const { seat, type, data } = command;
  const side = state.sides[seat];
  if (side === undefined) return illegal("no_such_seat");
  switch (type) {
    case "raise_hand":
      return side.hand ? illegal("hand_is_up") : ok([{ type: "hand_raised", seat, data: {} }]);
    case "lower_hand":
      return side.hand ? ok([{ type: "hand_lowered", seat, data: {} }]) : illegal("hand_is_down");
    case "ask":
      if (seat !== state.turn) return illegal("not_your_turn");
      return data.number > state.options.range ? illegal("out_of_range") : ok(question(state, seat, data.number));
    default:
      return assertNever(type);
  }
}

function question(state: HiddenNumberState, seat: Seat, number: number): readonly HiddenNumberDraft[] {
  const hidden = numberOf(state, otherSeat(seat));
  const answer = hidden < number ? "below" : hidden > number ? "above" : "equal";
  const asked: HiddenNumberDraft = { type: "question_asked", seat, data: { number }, secrets: whisper(seat, answer) };
  const questions = state.sides[0].asked.length + state.sides[1].asked.length + 1;
  if (questions < 2 * state.options.rounds) return [asked];
  const numbers = [numberOf(state, toSeat(0)), numberOf(state, toSeat(1))];
  return [asked, { type: "numbers_shown", seat: null, data: { numbers } }];
}

/** A private result rides in a sealed part for every seat, all of one length: that it exists says nothing. */
function whisper(to: Seat, word: string): readonly Secret[] {
  return [0, 1].map((seat) => ({ to: toSeat(seat), value: seat === to ? word : "-".repeat(word.length) }));
}

function numberOf(state: HiddenNumberState, seat: Seat): number {
  const number = state.sides[seat]?.number ?? null;
  invariant(number !== null, "the authority knows both numbers");
  return number;
}

function distance(asker: Side, other: Side): number {
  return Math.abs((asker.asked[asker.asked.length - 1] ?? 0) - (other.number ?? 0));
}

function commandOf(event: Recorded<HiddenNumberEvent>): HiddenNumberCommand | null {
  switch (event.type) {
    case "question_asked":
      return { type: "ask", seat: event.seat, data: event.data };
    case "hand_raised":
      return { type: "raise_hand", seat: event.seat, data: {} };
    case "hand_lowered":
      return { type: "lower_hand", seat: event.seat, data: {} };
    case "numbers_dealt":
    case "hint_whispered":
    case "numbers_shown":
      return null;
    default: // a log from outside may hold any text
      return null;
  }
}

function describe(event: Recorded<HiddenNumberEvent>): string {
  switch (event.type) {
    case "numbers_dealt":
      return "Each seat is dealt a number.";
    case "question_asked":
      return `Seat ${event.seat + 1} asks about ${event.data.number}.`;
    case "hint_whispered":
      return `Seat ${event.seat + 1} is given a hint.`;
    case "hand_raised":
      return `Seat ${event.seat + 1} raises a hand.`;
    case "hand_lowered":
      return `Seat ${event.seat + 1} lowers the hand.`;
    case "numbers_shown":
      return `The numbers were ${event.data.numbers.join(" and ")}.`;
    default:
      return assertNever(event);
  }
}

function parseCommand({ type, seat, data }: GameCommand): Result<HiddenNumberCommand, Illegal> {
  if (seat === null) return illegal("seat_required");
  switch (type) {
    case "raise_hand":
    case "lower_hand":
      return ok({ type, seat, data: {} });
    case "ask": {
      const number = data["number"];
      return isWithin(number, 1, 99) ? ok({ type, seat, data: { number } }) : illegal("number_required");
    }
    default: // not a union: any text may arrive
      return illegal("unknown_command");
  }
}

function parseOptions(value: unknown): Result<HiddenNumberOptions, OptionsError> {
  const given: Readonly<Record<string, unknown>> = { ...(typeof value === "object" ? value : {}) };
  const { range = 20, rounds = 3, hintAfter = 5000, ...rest } = given;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) return err({ kind: "bad_options", path: unknown, reason: "unknown_option" });
  if (!isWithin(range, 2, 99)) return err({ kind: "bad_options", path: "range", reason: "out_of_range" });
  if (!isWithin(rounds, 1, 9)) return err({ kind: "bad_options", path: "rounds", reason: "out_of_range" });
  if (!isWithin(hintAfter, 1, 60_000)) return err({ kind: "bad_options", path: "hintAfter", reason: "out_of_range" });
  return ok({ range, rounds, hintAfter });
}

function isWithin(value: unknown, low: number, high: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= low && value <= high;
}

function pick({ seq, at, seat }: Recorded<HiddenNumberEvent>): Pick<Moment, "seq" | "at" | "seat"> {
  return { seq, at, seat };
}

function illegal(reason: string): { readonly ok: false; readonly error: Illegal } {
  return err({ kind: "illegal", reason });
}
