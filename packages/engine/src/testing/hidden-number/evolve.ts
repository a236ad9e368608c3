import { assertNever, toSeat, toTick, type Json, type Seat, type Tick } from "@replayground/kernel";
import type { Recorded, Setup, Viewer } from "../../types.ts";
import {
  ANSWERS,
  PARITIES,
  type HiddenNumberEvent,
  type HiddenNumberState,
  type HiddenNumberTypes,
  type HiddenNumberView,
  type Side,
} from "./types.ts";

export const FULL_POT = 100;
const POT_TICKS = 50;

export function emptyState({ options }: Setup<HiddenNumberTypes>): HiddenNumberState {
  const side: Side = { number: null, asked: [], answers: [], parity: null, score: 0, hand: false };
  const turn = toSeat(0);
  const at = toTick(0);
  return { options, at, turn, waited: 0, pot: FULL_POT, phase: 0, hinted: false, shown: false, sides: [side, side] };
}

export function evolve(state: HiddenNumberState, event: Recorded<HiddenNumberEvent>): HiddenNumberState {
  switch (event.type) {
    case "numbers_dealt":
      return mapSides(state, (side, seat) => ({ ...side, number: digitsToNumber(openedFor(event, seat)) }));
    case "question_asked":
      return nextTurn(mapSide(state, event.seat, (side) => asked(state, side, event)));
    case "hint_whispered": {
      const heard = openedFor(event, event.seat);
      const parity = PARITIES.find((word) => word === heard) ?? null;
      return { ...mapSide(state, event.seat, (side) => ({ ...side, parity })), hinted: true };
    }
    case "hand_raised":
      return mapSide(state, event.seat, (side) => ({ ...side, hand: true }));
    case "hand_lowered":
      return mapSide(state, event.seat, (side) => ({ ...side, hand: false }));
    case "numbers_shown":
      return {
        ...mapSides(state, (side, seat) => ({ ...side, number: event.data.numbers[seat] ?? null })),
        shown: true,
      };
    default:
      return assertNever(event);
  }
}

/** The pot falls silently, and the wait for a hint goes on. */
export function advance(state: HiddenNumberState, at: Tick): HiddenNumberState {
  const passed = at - state.at;
  if (passed <= 0) return state;
  const whole = state.phase + passed;
  const pot = Math.max(0, state.pot - Math.floor(whole / POT_TICKS));
  return { ...state, at, waited: state.waited + passed, phase: whole % POT_TICKS, pot };
}

export function view(state: HiddenNumberState, viewer: Viewer): HiddenNumberView {
  const { turn, pot, shown } = state;
  const sides = state.sides.map((side, seat) => ({
    number: seat === viewer || shown ? side.number : null,
    asked: side.asked,
    answers: seat === viewer ? side.answers : null,
    parity: seat === viewer ? side.parity : null,
    score: side.score,
    hand: side.hand,
  }));
  return { turn, pot, shown, sides };
}

export function otherSeat(seat: Seat): Seat {
  return toSeat(1 - seat);
}

export function mapSides(state: HiddenNumberState, change: (side: Side, seat: Seat) => Side): HiddenNumberState {
  const [first, second] = state.sides;
  return { ...state, sides: [change(first, toSeat(0)), change(second, toSeat(1))] };
}

function mapSide(state: HiddenNumberState, seat: Seat, change: (side: Side) => Side): HiddenNumberState {
  return mapSides(state, (side, index) => (index === seat ? change(side) : side));
}

function asked(
  state: HiddenNumberState,
  side: Side,
  event: Extract<Recorded<HiddenNumberEvent>, { readonly type: "question_asked" }>,
): Side {
  const told = openedFor(event, event.seat);
  const answer = ANSWERS.find((word) => word === told) ?? null;
  const score = side.score + state.pot;
  return { ...side, asked: [...side.asked, event.data.number], answers: [...side.answers, answer], score };
}

function nextTurn(state: HiddenNumberState): HiddenNumberState {
  return { ...state, turn: otherSeat(state.turn), waited: 0, pot: FULL_POT, phase: 0, hinted: false };
}

function openedFor(event: Recorded<HiddenNumberEvent>, seat: Seat): Json {
  return event.sealed?.find(({ to }) => to === seat)?.opened?.value ?? null;
}

function digitsToNumber(digits: Json): number | null {
  return typeof digits === "string" ? Number(digits) : null;
}
