import { nodeHash } from "@replayground/hash/node";
import { toSeat, type Header, type JsonObject } from "@replayground/kernel";
import type { Authority, Game, GameCommand } from "../src/index.ts";
import {
  createTestMatch,
  given,
  hiddenNumber,
  type Given,
  type HiddenNumberTypes,
  type TimedCommand,
} from "../src/testing/index.ts";

/** A few words for specifications of the hidden-number game. */

export type Mutation = Partial<Game<HiddenNumberTypes>>;

export interface Table {
  readonly authority: Authority<HiddenNumberTypes>;
  readonly header: Header;
}

export const table = (options: JsonObject = {}, mutation: Mutation = {}): Table =>
  createTestMatch({ ...hiddenNumber, ...mutation }, nodeHash, { options });

export const committedTable = (mutation: Mutation = {}): Table =>
  createTestMatch({ ...hiddenNumber, ...mutation }, nodeHash, { committed: true });

export const start = ({ authority, header }: Table = table()): Given<HiddenNumberTypes> => given(authority, header);

export const ask = (seat: number, number: number): GameCommand => ({
  type: "ask",
  seat: toSeat(seat),
  data: { number },
});
export const raise = (seat: number): GameCommand => ({ type: "raise_hand", seat: toSeat(seat), data: {} });
export const lower = (seat: number): GameCommand => ({ type: "lower_hand", seat: toSeat(seat), data: {} });
export const nonce = (seat: number, digit: string): GameCommand => ({
  type: "add_nonce",
  seat: toSeat(seat),
  data: { nonce: digit.repeat(32) },
});
export const pause: GameCommand = { type: "pause", seat: null, data: {} };
export const resume: GameCommand = { type: "resume", seat: null, data: {} };
export const abandon: GameCommand = { type: "abandon", seat: null, data: {} };
export const tick: GameCommand = { type: "tick", seat: null, data: {} };

/** Both nonces of a committed match. */
export const NONCES: readonly [TimedCommand, TimedCommand] = [
  { command: nonce(0, "a"), at: 0 },
  { command: nonce(1, "b"), at: 0 },
];
