import type { JsonObject, Seat, Tick } from "@replayground/kernel";

/**
 * Hidden number: each of two seats holds a number the other asks about in turn ("above or below n?"). Answers and hints
 * are whispered. After the last round the numbers are shown, and the nearer last question wins.
 * It exists to exercise all of the contract that a real-time solo game does not use.
 */
export interface HiddenNumberTypes {
  state: HiddenNumberState;
  event: HiddenNumberEvent;
  command: HiddenNumberCommand;
  view: HiddenNumberView;
  options: HiddenNumberOptions;
}

/** A type and not an interface, so that it is a `JsonObject`. */
export type HiddenNumberOptions = {
  /** Numbers go from 1 to this, 2 to 99. */
  readonly range: number;
  /** Questions of each seat, 1 to 9. */
  readonly rounds: number;
  /** Silence after which the seat to move is told a parity, in ms. */
  readonly hintAfter: number;
};

export type HiddenNumberCommand =
  | { readonly type: "ask"; readonly seat: Seat; readonly data: { readonly number: number } }
  | { readonly type: "raise_hand" | "lower_hand"; readonly seat: Seat; readonly data: JsonObject };

export type HiddenNumberEvent =
  /** Sealed to each seat: its number, as two digits. */
  | { readonly type: "numbers_dealt"; readonly seat: null; readonly data: JsonObject }
  /** Sealed to each seat: the answer, or as many dashes. */
  | { readonly type: "question_asked"; readonly seat: Seat; readonly data: { readonly number: number } }
  /** Sealed to each seat: the parity of the other's number, or as many dashes. */
  | { readonly type: "hint_whispered"; readonly seat: Seat; readonly data: JsonObject }
  | { readonly type: "hand_raised" | "hand_lowered"; readonly seat: Seat; readonly data: JsonObject }
  | { readonly type: "numbers_shown"; readonly seat: null; readonly data: { readonly numbers: readonly number[] } };

export const ANSWERS = ["below", "equal", "above"] as const;
export type Answer = (typeof ANSWERS)[number];
export const PARITIES = ["even", "odd-"] as const;
export type Parity = (typeof PARITIES)[number];

/** What one seat has done and been told. Null stands where the one who folds may not know. */
export interface Side {
  readonly number: number | null;
  readonly asked: readonly number[];
  readonly answers: readonly (Answer | null)[];
  readonly parity: Parity | null;
  readonly score: number;
  readonly hand: boolean;
}

export interface HiddenNumberState {
  readonly options: HiddenNumberOptions;
  readonly at: Tick;
  readonly turn: Seat;
  /** Ticks since the turn began. */
  readonly waited: number;
  /** What the next question is worth: falls by one every 50 ms. */
  readonly pot: number;
  /** Ticks into the current 50 ms. */
  readonly phase: number;
  readonly hinted: boolean;
  readonly shown: boolean;
  readonly sides: readonly [Side, Side];
}

export interface HiddenNumberView {
  readonly turn: Seat;
  readonly pot: number;
  readonly shown: boolean;
  readonly sides: readonly SideView[];
}

/** Null for the numbers and answers of others. */
export interface SideView {
  readonly number: number | null;
  readonly asked: readonly number[];
  readonly answers: readonly (Answer | null)[] | null;
  readonly parity: Parity | null;
  readonly score: number;
  readonly hand: boolean;
}
