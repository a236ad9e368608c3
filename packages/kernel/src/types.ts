/**
 * The vocabulary every room shares: the values a log is made of.
 * Reading order: Json -> ids and counters -> Header -> LogEvent.
 */

/** A value that has canonical bytes: see `canonical.ts` for the exact limits. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** A UUIDv7 in lower-case text (RFC 9562). */
export type MatchId = Branded<string, "MatchId">;
/** Lower-case hexadecimal text, two digits a byte. */
export type Hex = Branded<string, "Hex">;
/** Position of an event in its log: 1 for the first, without gaps. 0 names the header. */
export type Seq = Branded<number, "Seq">;
/** Logical time on the match clock, in the ticks of the game (its `ticksPerSecond`). */
export type Tick = Branded<number, "Tick">;
/** Index into `Header.seats`. */
export type Seat = Branded<number, "Seat">;
/** SHA-256 of everything up to an event: 32 raw bytes. */
export type Head = Branded<Uint8Array, "Head">;

/** Who sits where. `key` is random per match: no account, name or device is in a log. */
export interface SeatHeader {
  /** 16 random bytes. */
  readonly key: Hex;
  /** The personality that plays this seat, or null for a person. */
  readonly bot: string | null;
}

/** Where the chance of a match comes from. */
export type Chance =
  /** Known to whoever holds the log (solo, pass-and-play, branches). 32 bytes; the nonces are those of a committed parent. */
  | { readonly kind: "open"; readonly nonces: readonly Hex[]; readonly secret: Hex }
  /** The server holds the secret; the log commits to it and reveals it when the match closes. */
  | { readonly kind: "committed"; readonly commitment: Hex };

/** The event of another match that a branch continues from. */
export interface Parent {
  readonly match: MatchId;
  readonly seq: Seq;
  readonly head: Hex;
}

/** The genesis of a log, written when the match starts. */
export interface Header {
  readonly format: 1;
  readonly match: MatchId;
  readonly game: string;
  /** Version of the game's rules. */
  readonly rules: number;
  readonly options: JsonObject;
  readonly seats: readonly SeatHeader[];
  readonly chance: Chance;
  /** Id of the server's ticket for ranked offline play, or null. */
  readonly ticket: string | null;
  readonly parent: Parent | null;
}

/** What is hidden in an event: only its digest is in the chain; the recipient also gets the rest. */
export interface Sealed {
  readonly to: Seat;
  readonly digest: Hex;
  /** Present for the recipient, for the authority, and for everyone once the secret is revealed. */
  readonly opened?: { readonly salt: Hex; readonly value: Json };
}

/** One entry of a log. `seat` is null where no seat caused it. */
export interface LogEvent {
  readonly seq: Seq;
  readonly at: Tick;
  readonly type: string;
  readonly seat: Seat | null;
  readonly data: JsonObject;
  readonly sealed?: readonly Sealed[];
}
