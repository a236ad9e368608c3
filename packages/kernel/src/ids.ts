import { bytesToHex } from "./bytes.ts";
import { invariant } from "./assert.ts";
import { err, ok, type Result } from "./result.ts";
import type { Head, Hex, MatchId, Seat, Seq, Tick } from "./types.ts";

export interface IdError {
  readonly kind: "bad_id";
  readonly expected: string;
}

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const HEX = /^(?:[0-9a-f]{2})*$/;

export function parseMatchId(text: unknown): Result<MatchId, IdError> {
  if (typeof text === "string" && UUID_V7.test(text)) return ok(text as MatchId);
  return err({ kind: "bad_id", expected: "a UUIDv7 in lower case" });
}

/**
 * A new match id.
 * @param unixMs milliseconds since 1970
 * @param random 10 random bytes
 */
export function createMatchId(unixMs: number, random: Uint8Array): MatchId {
  invariant(random.length === 10, "a match id takes 10 random bytes");
  const bytes = new Uint8Array(16);
  let rest = unixMs;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytesToHex(bytes);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return groups.join("-") as MatchId;
}

/** Lower-case hexadecimal text of exactly `byteLength` bytes. */
export function parseHex(text: unknown, byteLength: number): Result<Hex, IdError> {
  if (typeof text === "string" && text.length === 2 * byteLength && HEX.test(text)) return ok(text as Hex);
  return err({ kind: "bad_id", expected: `${byteLength} bytes in lower-case hexadecimal` });
}

/** Brands a count that the program itself made; input from outside goes through the parsers of the log. */
export function toSeq(n: number): Seq {
  return n as Seq;
}

export function toTick(n: number): Tick {
  return n as Tick;
}

export function toSeat(n: number): Seat {
  return n as Seat;
}

export function toHead(bytes: Uint8Array): Head {
  invariant(bytes.length === 32, "a head has 32 bytes");
  return bytes as Head;
}
