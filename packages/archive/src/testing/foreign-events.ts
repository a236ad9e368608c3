import { FRAME_EVENTS } from "@replayground/engine";
import {
  Xoshiro128,
  toSeat,
  toSeq,
  toTick,
  type Hex,
  type Json,
  type JsonObject,
  type LogEvent,
} from "@replayground/kernel";
import { verifyLog } from "@replayground/replay";
import type { Flips, Samples } from "./file-flips.ts";

/**
 * Cuts logs short and puts one event behind them that no game made: of a known or unknown type, with data of every
 * shape. Judging must answer, never throw, and accept only what could have happened. Returns what it threw.
 */
export function judgeForeignEvents(samples: Samples, { tries, seed }: Flips): readonly string[] {
  const { registry, hash, logs } = samples;
  const random = new Xoshiro128([seed, 7, 8, 9]);
  const thrown: string[] = [];
  for (let i = 0; i < tries; i++) {
    const log = logs[i % logs.length];
    if (log === undefined) continue;
    const kept = log.events.slice(0, random.below(log.events.length));
    const types = [...new Set(log.events.map(({ type }) => type)), ...FRAME_EVENTS, "no_such_event"];
    const event = foreignEvent(random, kept, pick(random, types));
    try {
      verifyLog(registry, hash, { header: log.header, events: [...kept, event], claimed: null });
    } catch (error) {
      thrown.push(`${JSON.stringify(event)}: ${String(error)}`);
    }
  }
  return thrown;
}

function foreignEvent(random: Xoshiro128, before: readonly LogEvent[], type: string): LogEvent {
  const last = before[before.length - 1];
  const seat = random.below(4);
  const base: LogEvent = {
    seq: toSeq(before.length + 1),
    at: toTick((last?.at ?? 0) + (random.below(2) === 0 ? 0 : random.below(100_000))),
    type,
    seat: seat === 3 ? null : toSeat(seat === 2 ? 63 : seat),
    data: random.below(3) === 0 ? anyObject(random, 0) : likely(random, before, type),
  };
  if (random.below(4) > 0) return base;
  const digest = "00".repeat(32) as Hex; // 32 bytes in hexadecimal
  const opened = { salt: "00".repeat(16) as Hex, value: anyJson(random, 0) }; // likewise
  return { ...base, sealed: [{ to: toSeat(0), digest, ...(random.below(2) === 0 ? { opened } : {}) }] };
}

/** Data of an event of that type, with one member changed or gone. */
function likely(random: Xoshiro128, events: readonly LogEvent[], type: string): JsonObject {
  const data: JsonObject = events.find((event) => event.type === type)?.data ?? {};
  const names = Object.keys(data);
  if (names.length === 0) return anyObject(random, 0);
  const name = pick(random, names);
  const rest = Object.fromEntries(Object.entries(data).filter(([key]) => key !== name));
  return random.below(3) === 0 ? rest : { ...rest, [name]: anyJson(random, 0) };
}

const WORDS = ["", "x", "down", "up", "left", "hard", "constructor", "toString", "finalized", "abandoned", "I", "00"];
const NUMBERS = [0, 1, -1, 7, 64, 255, 2 ** 31, -(2 ** 31), 2 ** 32, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
const NAMES = [
  "command",
  "data",
  "edge",
  "key",
  "action",
  "n",
  "how",
  "nonce",
  "policy",
  "secret",
  "type",
  "number",
  "by",
];

function anyJson(random: Xoshiro128, depth: number): Json {
  const kind = random.below(depth < 3 ? 8 : 6);
  if (kind < 2) return pick(random, NUMBERS);
  if (kind < 4) return pick(random, WORDS);
  if (kind === 4) return null;
  if (kind === 5) return random.below(2) === 0;
  if (kind === 6) return Array.from({ length: random.below(4) }, () => anyJson(random, depth + 1));
  return anyObject(random, depth + 1);
}

function anyObject(random: Xoshiro128, depth: number): JsonObject {
  const entries = Array.from({ length: random.below(5) }, () => [pick(random, NAMES), anyJson(random, depth)] as const);
  return Object.fromEntries(entries);
}

function pick<T>(random: Xoshiro128, items: readonly T[]): T {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}
