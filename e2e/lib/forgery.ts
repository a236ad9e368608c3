import { createHash } from "node:crypto";
import { deflateRawSync, gzipSync } from "node:zlib";
import { formatLogLines } from "@replayground/log";
import { chained, type PlayedLog } from "./games.ts";

/** A file that is not what it claims to be, and what the page must say of it. */
export interface Forgery {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly says: RegExp;
}

const MIB = 1024 * 1024;

/** Every way in which a file of this game can be wrong. `file` is the honest one. */
export function forgeriesOf(game: PlayedLog, file: Uint8Array): readonly Forgery[] {
  return [...damaged(file), ...rewritten(game), ...strangers(game), ...bombs()];
}

function damaged(file: Uint8Array): readonly Forgery[] {
  const middle = Math.floor(file.length / 2);
  return [
    { what: "one bit flipped in the header", bytes: flipped(file, 40), says: /damaged in block 0/ },
    {
      what: "one bit flipped in the middle",
      bytes: flipped(file, middle),
      says: new RegExp(`damaged in block ${blockAt(file, middle)}\\b`),
    },
    {
      what: "one bit flipped at the end",
      bytes: flipped(file, file.length - 3),
      says: new RegExp(`damaged in block ${blockAt(file, file.length - 3)}\\b`),
    },
    {
      what: "cut in the middle",
      bytes: file.slice(0, middle),
      says: new RegExp(`cut off: it ends in block ${blockAt(file, middle)}\\b`),
    },
    { what: "cut after the header", bytes: file.slice(0, 4), says: /cut off: it ends in block 0/ },
    { what: "something after the end", bytes: Buffer.concat([file, file]), says: /damaged in block \d/ },
  ];
}

function rewritten(game: PlayedLog): readonly Forgery[] {
  const { header, events, claimed } = game;
  const key = events.findIndex(({ type, data }) => type === "input" && data["key"] === "left");
  const lock = events.findIndex(({ type }, at) => at > 100 && type === "piece_lock");
  const changed = (index: number, data: object): PlayedLog["events"] =>
    events.map((event, at) => (at === index ? { ...event, data: { ...event.data, ...data } } : event));
  const seqAt = (index: number): string => (index + 1).toLocaleString("en");
  // Another key may be as legal as the one that was pressed; then what follows from it is the first wrong event.
  const soonAfterKey = new RegExp(`[Ee]vent (?:${[0, 1, 2, 3].map((by) => seqAt(key + by)).join("|")})\\b`);
  const lines = (log: PlayedLog): Uint8Array => Buffer.from(formatLogLines(log.header, log.events, log.claimed));
  return [
    {
      what: "a key changed, the head left as it was",
      bytes: lines({ header, events: changed(key, { key: "right" }), claimed }),
      says: soonAfterKey,
    },
    {
      what: "a key changed, the chain made anew: another game comes of it",
      bytes: lines(chained(header, changed(key, { key: "right" }))),
      says: soonAfterKey,
    },
    {
      what: "a lock moved, the chain made anew",
      bytes: lines(chained(header, changed(lock, { x: events[lock]?.data["x"] === 1 ? 2 : 1 }))),
      says: new RegExp(`[Ee]vent ${seqAt(lock)}\\b`),
    },
    {
      what: "an event left out",
      bytes: lines(chained(header, [...events.slice(0, 300), ...events.slice(301)])),
      says: /event 301\b/,
    },
    {
      what: "the last line left out",
      bytes: lines(game).slice(0, -90),
      says: /cut off|not a match file|not in order/,
    },
    {
      what: "another secret, the chain made anew",
      bytes: lines(chained({ ...header, chance: { ...header.chance, secret: claimed } } as typeof header, events)),
      says: /[Ee]vent \d/,
    },
  ];
}

function strangers({ header, events }: PlayedLog): readonly Forgery[] {
  const lines = (log: PlayedLog): Uint8Array => Buffer.from(formatLogLines(log.header, log.events, log.claimed));
  const tetrio = JSON.stringify({ gamemode: "40l", users: [], replay: { frames: 60, events: [] } });
  return [
    { what: "an empty file", bytes: new Uint8Array(0), says: /not a match file/ },
    { what: "a picture", bytes: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), says: /not a match file/ },
    { what: "JSON of someone else", bytes: Buffer.from('{"hello":"world"}'), says: /not a match file/ },
    { what: "JSON without end", bytes: Buffer.from("[".repeat(100_000)), says: /not a match file/ },
    { what: "a replay of another client", bytes: Buffer.from(tetrio), says: /TETR\.IO/ },
    { what: "a later format", bytes: Buffer.from("525047ff00", "hex"), says: /later version/ },
    {
      what: "rules that are not here",
      bytes: lines(chained({ ...header, rules: 99 }, events)),
      says: /version 99 of the rules/,
    },
    {
      what: "a game that is not here",
      bytes: lines(chained({ ...header, game: "go" }, events)),
      says: /does not know the game "go"/,
    },
  ];
}

function bombs(): readonly Forgery[] {
  const bomb = deflateRawSync(new Uint8Array(256 * MIB));
  const larger = /larger than an honest match/;
  return [
    { what: "33 MiB of nothing", bytes: new Uint8Array(33 * MIB), says: larger },
    { what: "a block that says it becomes 256 MiB", bytes: fileWith(256 * MIB, bomb), says: larger },
    { what: "a block that becomes 256 MiB and says 100 bytes", bytes: fileWith(100, bomb), says: /damaged in block 0/ },
    { what: "gzip that becomes 256 MiB", bytes: gzipSync(new Uint8Array(256 * MIB)), says: larger },
  ];
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** Number of the block that a byte belongs to: blocks are `kind, rawLength, storedLength, stored, checksum`. */
function blockAt(file: Uint8Array, offset: number): number {
  let start = 4; // magic and version
  for (let block = 0; ; block++) {
    const raw = readVarint(file, start + 1);
    const stored = readVarint(file, raw.next);
    start = stored.next + stored.value + 4;
    if (offset < start || start >= file.length) return block;
  }
}

function readVarint(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let index = at, unit = 1; ; index++, unit *= 128) {
    const byte = bytes[index] ?? 0;
    value += (byte % 128) * unit;
    if (byte < 128) return { value, next: index + 1 };
  }
}

/** A file of one header block with a correct checksum, written from docs/file-format.md alone. */
function fileWith(rawLength: number, stored: Uint8Array): Uint8Array {
  const frame = Buffer.concat([Buffer.from([1]), varint(rawLength), varint(stored.length), stored]);
  const sum = createHash("sha256").update("replayground/file/1\n0|").update(frame).digest().subarray(0, 4);
  return Buffer.concat([Buffer.from("RPG\u0001", "latin1"), frame, sum, fileEnd()]);
}

/** An end block, so that nothing is missing. */
function fileEnd(): Uint8Array {
  const frame = Buffer.from([4, 1, 1, 0]);
  const sum = createHash("sha256").update("replayground/file/1\n1|").update(frame).digest().subarray(0, 4);
  return Buffer.concat([frame, sum]);
}

/** LEB128, as lengths stand in a file. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}
