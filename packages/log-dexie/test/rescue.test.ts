import { nodeHash } from "@replayground/hash/node";
import { bytesToAscii, canonicalBytes, unwrap } from "@replayground/kernel";
import { Chain, unpackEvents } from "@replayground/log";
import { batchOf, createSampleLog, type SampleLog } from "@replayground/log/testing";
import { IDBKeyRange } from "fake-indexeddb";
import { afterEach, describe, expect, it } from "vitest";
import type { DexieLog } from "../src/index.ts";
import { createProfile, editRecord, openTab } from "./databases.ts";
import { injectFaults, type IdbFaults } from "./fault-idb.ts";

const sample = createSampleLog(nodeHash, { seed: 70, length: 2000 });
const { match } = sample.header;
const other = createSampleLog(nodeHash, { seed: 71, length: 50, closed: false });

let faults: IdbFaults | null = null;
afterEach(() => {
  faults?.restore();
  faults = null;
});

async function write(log: DexieLog, { header, events }: SampleLog, source: SampleLog): Promise<void> {
  unwrap(await log.create(header));
  for (let from = 1; from <= events.length; from += 20) {
    unwrap(await log.append(header.match, batchOf(source, from, Math.min(events.length, from + 19))));
  }
}

async function filled(): Promise<{ profile: IDBFactory; log: DexieLog }> {
  const profile = createProfile();
  const log = openTab(profile);
  await write(log, sample, sample);
  await write(log, other, other);
  return { profile, log };
}

/** From now on every read that touches one of these keys aborts its transaction, as after a flipped bit in the file. */
function breakKeys(store: string, isBroken: (key: unknown) => boolean, keys: readonly unknown[]): void {
  const broken = keys.filter(isBroken);
  expect(broken.length).toBeGreaterThan(0);
  faults = injectFaults(({ store: name, argument }) => {
    if (name !== store) return null;
    const query = queryOf(argument);
    const isWhole = query === undefined || query === null;
    const touches = broken.some((key) =>
      query instanceof IDBKeyRange ? query.includes(key) : isWhole || query === key,
    );
    return touches ? { kind: "abort" } : null;
  });
}

/** `getAll` also takes its range as a member of an options object (IndexedDB 3.0). */
function queryOf(argument: unknown): unknown {
  const isOptions = typeof argument === "object" && argument !== null && "query" in argument;
  return isOptions ? argument.query : argument;
}

const segmentKeys = (): readonly [string, number][] =>
  Array.from({ length: Math.ceil(2000 / 256) }, (_, block) => [match, 1 + 256 * block]);

describe("a store that cannot be read whole", () => {
  it("still gives every event outside the damaged block, in the session that found the damage", async () => {
    const { log } = await filled();
    breakKeys("segments", (key) => Array.isArray(key) && key[1] === 1025, segmentKeys());
    expect(await log.read(match, 1, 2000)).toEqual({
      ok: false,
      error: { kind: "damaged", readable: 1024, reason: "a segment is missing" },
    });
    expect(unwrap(await log.read(match, 1, 1024))).toEqual(sample.events.slice(0, 1024));
    expect(unwrap(await log.read(match, 1300, 1310))).toEqual(sample.events.slice(1299, 1310));
    const rescue = unwrap(await log.rescue(match));
    expect(rescue.header).toBe(bytesToAscii(unwrap(canonicalBytes(sample.header))));
    expect(rescue.readable).toBe(1024);
    expect(rescue.runs.reduce((sum, { count }) => sum + count, 0)).toBe(2000 - 256);
    expectRunsChain(rescue.runs);
  });

  it("is rescued around several damaged blocks, at the start and at the end", async () => {
    const { log } = await filled();
    const broken = new Set([1, 257, 1793]);
    breakKeys("segments", (key) => Array.isArray(key) && broken.has(Number(key[1])), segmentKeys());
    const rescue = unwrap(await log.rescue(match));
    expect(rescue.readable).toBe(0);
    expect(rescue.runs.map(({ first }) => first)).toEqual([513, 769, 1025, 1281, 1537]);
    expect(unwrap(await log.read(other.header.match, 1, 50))).toEqual(other.events);
  });

  it("is rescued as a whole, also where records of matches are unreadable", async () => {
    const { log } = await filled();
    const more = [72, 73, 74, 75].map((seed) => createSampleLog(nodeHash, { seed, length: 30 }));
    for (const each of more) await write(log, each, each);
    const lost = more[1]?.header.match;
    breakKeys("matches", (key) => key === lost, [lost]);
    const rescued = unwrap(await log.rescueAll());
    const expected = [sample, other, ...more].map(({ header }) => header.match).filter((id) => id !== lost);
    expect(rescued.map((each) => each.match)).toEqual([...expected].reverse());
    expect(rescued.map((each) => each.readable)).toEqual([30, 30, 30, 50, 2000]);
    expect(rescued.every((each) => each.isWhole)).toBe(true);
    expect(unwrap(await log.list()).map((each) => each.match)).toEqual(expected);
  });

  it("never reopens the database while it is unreadable", async () => {
    const { profile, log } = await filled();
    log.close();
    const kinds: string[] = [];
    const tab = openTab(profile, { onNotice: ({ kind }) => kinds.push(kind) });
    unwrap(await tab.open());
    breakKeys("segments", () => true, segmentKeys());
    expect(await tab.read(match, 1, 2000)).toMatchObject({ error: { kind: "damaged", readable: 0 } });
    expect(unwrap(await tab.rescue(match)).runs).toEqual([]);
    unwrap(await tab.rescueAll());
    expect(kinds).toEqual(["opened"]);
  });

  it("is read to the end by a scrub, which says what is cut and leaves the database as it is", async () => {
    const { log } = await filled();
    expect(unwrap(await log.scrub())).toEqual({ kind: "sound", matches: 2, events: 2050, isComplete: true });
    breakKeys("segments", (key) => Array.isArray(key) && key[1] === 1025, segmentKeys());
    expect(unwrap(await log.scrub())).toEqual({
      kind: "damaged",
      kept: { matches: 1, events: 1074 },
      cut: [{ match, kept: 1024, known: 2000 }],
    });
  });

  it("ends in bounded time when nothing can be read", async () => {
    const { log } = await filled();
    faults = injectFaults(({ method }) =>
      method.startsWith("get") || method === "openCursor" ? { kind: "abort" } : null,
    );
    const start = performance.now();
    expect(unwrap(await log.rescueAll())).toEqual([]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe("a segment with other bytes than were written", () => {
  const broken: readonly (readonly [string, Record<string, unknown>])[] = [
    ["a flipped bit", { bytes: "flip" }],
    ["bytes of another segment", { bytes: "swap" }],
    ["no bytes", { bytes: new Uint8Array(0) }],
    ["something that is not bytes", { bytes: "text" }],
    ["a wrong count", { count: 255 }],
    ["a wrong sum", { sum: 1 }],
  ];

  it.each(broken)("%s: is named with what can be read before it, and never altered", async (_name, change) => {
    const { profile, log } = await filled();
    const before = await editRecord(profile, "segments", [match, 513], (record) => {
      const bytes = record["bytes"] as Uint8Array;
      if (change["bytes"] === "flip")
        return { ...record, bytes: bytes.map((byte, i) => (i === 100 ? byte ^ 4 : byte)) };
      if (change["bytes"] === "swap") return { ...record, bytes: bytes.slice(1) };
      return { ...record, ...change };
    });
    expect(await log.read(match, 1, 2000)).toMatchObject({ ok: false, error: { kind: "damaged", readable: 512 } });
    expect(await log.read(match, 600, 700)).toMatchObject({ ok: false, error: { kind: "damaged", readable: 512 } });
    expect(unwrap(await log.read(match, 1, 512))).toEqual(sample.events.slice(0, 512));
    expect(unwrap(await log.rescue(match)).runs).toHaveLength(7);
    let after: unknown;
    await editRecord(profile, "segments", [match, 513], (record) => {
      after = record;
      return record;
    });
    expect(after).toEqual(before);
  });

  it("a missing segment is a hole, and a missing end of a finished match is damage", async () => {
    const { profile, log } = await filled();
    await editRecord(profile, "segments", [match, 1793], () => null);
    expect(await log.position(match)).toMatchObject({ ok: false, error: { kind: "damaged", readable: 1792 } });
    expect(await log.append(match, batchOf(sample, 1793, 2000))).toMatchObject({ error: { kind: "damaged" } });
    await editRecord(profile, "segments", [match, 257], () => null);
    expect(await log.read(match, 1, 1000)).toMatchObject({ ok: false, error: { kind: "damaged", readable: 256 } });
  });

  it("a damaged header is named", async () => {
    const { profile, log } = await filled();
    await editRecord(profile, "matches", match, (record) => ({ ...record, header: "{}" }));
    expect(await log.header(match)).toMatchObject({ ok: false, error: { kind: "damaged", readable: 0 } });
  });
});

/** Each run holds what the sample holds there, and its head is the head of the chain. */
function expectRunsChain(runs: readonly { first: number; count: number; head: string; bytes: Uint8Array }[]): void {
  const chain = Chain.from(nodeHash, sample.header);
  const heads = sample.events.map((event) => {
    chain.append(event);
    return chain.hex;
  });
  for (const { first, count, head, bytes } of runs) {
    expect(unwrap(unpackEvents(bytes))).toEqual(sample.events.slice(first - 1, first - 1 + count));
    expect(head).toBe(heads[first + count - 2]);
  }
}
