import {
  Xoshiro128,
  asciiToBytes,
  bytesToHex,
  canonicalBytes,
  concatBytes,
  createMatchId,
  deriveStream,
  saltOf,
  toSeat,
  toSeq,
  toTick,
  unwrap,
  type HashPort,
  type Header,
  type Hex,
  type Json,
  type JsonObject,
  type LogEvent,
  type Sealed,
} from "@replayground/kernel";
import { CLOSING_EVENT } from "../batch.ts";
import { Chain } from "../chain.ts";
import type { Batch } from "../port.ts";

/** A complete log made from a seed. `heads[n]` is the head after event n; `heads[0]` that of the header. */
export interface SampleLog {
  readonly header: Header;
  readonly events: readonly LogEvent[];
  readonly heads: readonly Hex[];
}

export interface SampleOptions {
  readonly seed: number;
  /** Number of events, the closing one included. */
  readonly length: number;
  /** Whether the last event closes the match. Default: true. */
  readonly closed?: boolean;
  /**
   * `varied` covers every shape an event can have, sealed parts included; `play` looks like a solo game, for sizes.
   * Default: varied.
   */
  readonly flavour?: "varied" | "play";
}

/** Milliseconds since 1970 at which the first sample starts; each seed starts a second later. */
const EPOCH = 1_767_225_600_000;

/** The same log for the same options, on every engine. */
export function createSampleLog(hash: HashPort, options: SampleOptions): SampleLog {
  const { seed, length, closed = true, flavour = "varied" } = options;
  const secret = bytesToHex(hash.sha256(asciiToBytes(`sample ${seed}`)));
  const random = new Xoshiro128(deriveStream(hash, { secret, nonces: [] }, { name: "sample", round: seed }));
  const header = createSampleHeader(random, { seed, secret });
  const events: LogEvent[] = [];
  for (let seq = 1, at = 0; seq <= length; seq++) {
    at += random.below(40);
    const base = { seq: toSeq(seq), at: toTick(at) };
    const isClosing = closed && seq === length;
    if (isClosing) events.push({ ...base, type: CLOSING_EVENT, seat: null, data: { how: "finalized", secret: null } });
    else if (flavour === "play") events.push({ ...base, ...playEvent(random, seq) });
    else events.push(variedEvent(random, { hash, header, secret, base }));
  }
  const chain = Chain.from(hash, header);
  const heads = [chain.hex];
  for (const event of events) {
    chain.append(event);
    heads.push(chain.hex);
  }
  return { header, events, heads };
}

/** Events `from`..`to` of a sample, both included, as a batch. */
export function batchOf(log: SampleLog, from: number, to: number): Batch {
  return { events: log.events.slice(from - 1, to), head: log.heads[Math.min(to, log.events.length)] ?? ("" as Hex) };
}

function createSampleHeader(random: Xoshiro128, { seed, secret }: { seed: number; secret: Hex }): Header {
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => random.below(256));
  return {
    chance: { kind: "open", nonces: [bytesToHex(bytes(16))], secret },
    format: 1,
    game: "sample",
    match: createMatchId(EPOCH + 1000 * seed, bytes(10)),
    options: { goal: random.below(100), mode: random.below(2) === 0 ? "short" : "long" },
    parent: null,
    rules: 1,
    seats: [
      { bot: null, key: bytesToHex(bytes(16)) },
      { bot: "steady", key: bytesToHex(bytes(16)) },
    ],
    ticket: null,
  };
}

interface Making {
  readonly hash: HashPort;
  readonly header: Header;
  readonly secret: Hex;
  readonly base: Pick<LogEvent, "seq" | "at">;
}

function variedEvent(random: Xoshiro128, making: Making): LogEvent {
  const type = `kind_${random.below(5)}`;
  const seat = random.below(3) === 0 ? null : toSeat(random.below(2));
  const event = { ...making.base, type, seat, data: variedData(random) };
  return random.below(4) === 0 ? { ...event, sealed: sealedParts(random, making) } : event;
}

function variedData(random: Xoshiro128): JsonObject {
  const members: Record<string, Json> = {};
  const names = ["amount", "cells", "flag", "inner", "note", "owner"];
  for (const name of names) if (random.below(2) === 0) members[name] = variedValue(random, 0);
  return members;
}

function variedValue(random: Xoshiro128, depth: number): Json {
  switch (random.below(depth > 3 ? 7 : 9)) {
    case 0:
      return null;
    case 1:
      return random.below(2) === 0;
    case 2:
      return random.below(200);
    case 3:
      return -1 - random.below(1_000_000);
    case 4:
      return random.below(2) === 0 ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
    case 5:
      return ["", 'quote " and \\', "x".repeat(64), "plain words"][random.below(4)] ?? "";
    case 6:
      return [];
    case 7:
      return Array.from({ length: random.below(20) }, () => variedValue(random, depth + 1));
    default:
      return { [`k${random.below(50)}`]: variedValue(random, depth + 1), z: random.below(9) };
  }
}

function sealedParts(random: Xoshiro128, { hash, header, secret, base }: Making): readonly Sealed[] {
  return [0, 1].map((to, index) => {
    const value: Json = { card: random.below(52) };
    const salt = saltOf(hash, secret, { match: header.match, seq: base.seq, index });
    const prefix = asciiToBytes(`replayground/seal/1\n${header.match}|${base.seq}|${index}|${salt}|`);
    const digest = bytesToHex(hash.sha256(concatBytes(prefix, unwrap(canonicalBytes(value)))));
    const part = { to: toSeat(to), digest };
    return random.below(2) === 0 ? part : { ...part, opened: { salt, value } };
  });
}

/** Six key edges a piece, one lock, one spawn: what a solo game writes. */
function playEvent(random: Xoshiro128, seq: number): Pick<LogEvent, "type" | "seat" | "data"> {
  const seat = toSeat(0);
  const piece = ["I", "J", "L", "O", "S", "T", "Z"][random.below(7)] ?? "I";
  const cells = (): Json => Array.from({ length: 4 }, () => random.below(220));
  if (seq % 8 === 1) return { type: "piece_spawn", seat, data: { index: seq >> 3, piece } };
  if (seq % 8 === 0) {
    const data = { cells: cells(), facing: random.below(4), lines: random.below(2), piece, spin: "none" };
    return { type: "piece_lock", seat, data };
  }
  const key = ["left", "right", "rotate_cw", "rotate_ccw", "hard_drop", "soft_drop"][random.below(6)] ?? "left";
  return { type: "input", seat, data: { down: seq % 2 === 0, key } };
}
