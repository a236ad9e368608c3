import {
  bytesToHex,
  commitmentOf,
  createMatchId,
  hashText,
  Xoshiro128,
  type Chance,
  type HashPort,
  type Header,
  type JsonObject,
} from "@replayground/kernel";
import type { Authority, Game, GameTypes } from "../types.ts";

/** A match to test with: who decides, and its genesis. */
export interface TestMatch<T extends GameTypes> {
  readonly authority: Authority<T>;
  readonly header: Header;
}

export interface TestMatchOptions {
  /** Everything random about the header follows from it. Default 1. */
  readonly seed?: number;
  /** Number of seats. Default: as few as the game allows. */
  readonly seats?: number;
  /** Seats that a personality plays, by name; every other seat is a person's. */
  readonly bots?: Readonly<Record<number, string>>;
  readonly options?: JsonObject;
  /** Whether the chance is committed (nonces, secret revealed at the end). Default: open. */
  readonly committed?: boolean;
}

/** A header and the authority that knows its secret, both from one seed. */
export function createTestMatch<T extends GameTypes>(
  game: Game<T>,
  hash: HashPort,
  options: TestMatchOptions = {},
): TestMatch<T> {
  const { seed = 1, seats = game.seats.min, bots = {}, committed = false } = options;
  const secret = hashText(hash, `secret ${seed}`);
  const match = createMatchId(1_700_000_000_000 + seed, hash.sha256(new Uint8Array([seed & 255])).subarray(0, 10));
  const key = (seat: number): Uint8Array => hash.sha256(new Uint8Array([seed & 255, seat])).subarray(0, 16);
  const chance: Chance = committed
    ? { kind: "committed", commitment: commitmentOf(hash, match, secret) }
    : { kind: "open", nonces: [], secret };
  const header: Header = {
    format: 1,
    match,
    game: game.id,
    rules: game.rules,
    options: options.options ?? {},
    seats: Array.from({ length: seats }, (_, seat) => ({ key: bytesToHex(key(seat)), bot: bots[seat] ?? null })),
    chance,
    ticket: null,
    parent: null,
  };
  return { authority: { game, hash, secret }, header };
}

/** The generator of a test: the same for the same seed. */
export function createTestRandom(seed: number): Xoshiro128 {
  const random = new Xoshiro128([seed, 0x9e37_79b9, 0x243f_6a88, 0xb7e1_5162]);
  for (let i = 0; i < 16; i++) random.next();
  return random;
}
