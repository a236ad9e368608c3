import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import { batchOf, createSampleLog, type SampleLog } from "@replayground/log/testing";
import { IDBKeyRange, IDBObjectStore, forceCloseDatabase } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DexieLog, StoreNotice } from "../src/index.ts";
import { createProfile, openTab } from "./databases.ts";
import { injectFaults, type IdbFaults } from "./fault-idb.ts";

/**
 * What Chromium does at the first read of a damaged block, as measured: the request fails with an UnknownError, the files
 * are deleted, the connection is closed, and a transaction begun in between never ends.
 */
const samples = [1, 2, 3, 4, 5].map((seed) => createSampleLog(nodeHash, { seed: 200 + seed, length: 300 }));
const playing = createSampleLog(nodeHash, { seed: 210, length: 90, closed: false });

beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => undefined));

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

/** From now on, whoever reads the segments of this match destroys the database. */
function damage(profile: IDBFactory, match: string): void {
  let destroyed: unknown = null;
  faults = injectFaults(({ store, argument, target }) => {
    if (!(target instanceof IDBObjectStore)) return null;
    const { db } = target.transaction;
    if (db === destroyed) return { kind: "silence" };
    const query = typeof argument === "object" && argument !== null && "query" in argument ? argument.query : argument;
    const touches = store === "segments" && query instanceof IDBKeyRange && query.includes([match, 1]);
    if (!touches || destroyed !== null) return null;
    destroyed = db;
    (Reflect.get(profile, "_databases") as Map<string, unknown>).clear();
    setTimeout(() => forceCloseDatabase(db as never), 5);
    return { kind: "throw", name: "UnknownError" };
  });
}

async function filled(): Promise<{ profile: IDBFactory; log: DexieLog; notices: StoreNotice[] }> {
  const profile = createProfile();
  const notices: StoreNotice[] = [];
  const log = openTab(profile, { onNotice: (notice) => notices.push(notice) });
  for (const sample of samples) await write(log, sample, sample);
  await write(log, playing, playing);
  unwrap(await log.settings.put("handling", { das: 10 }));
  return { profile, log, notices };
}

describe("a database that the browser destroys", () => {
  it("is put back by a scrub from what it had read: newer matches whole, the damaged one and older ones lost", async () => {
    const { profile, log, notices } = await filled();
    const [first, second, third] = samples;
    damage(profile, third?.header.match ?? "");
    const report = unwrap(await log.scrub());
    expect(report).toEqual({
      kind: "restored",
      kept: { matches: 3, events: 690 },
      cut: [third, second, first].map((each) => ({ match: each?.header.match, kept: 0, known: 300 })),
      dataLoss: null,
    });
    expect(notices.at(-1)).toMatchObject({ kind: "replaced" });

    const fresh = openTab(profile);
    const listed = unwrap(await fresh.list());
    expect(listed.map(({ match }) => match)).toEqual([...samples.slice(3), playing].map(({ header }) => header.match));
    for (const each of [...samples.slice(3), playing]) {
      expect(unwrap(await fresh.read(each.header.match, 1, 1000))).toEqual(each.events);
      expect(unwrap(await fresh.header(each.header.match))).toEqual(each.header);
    }
    expect(unwrap(await fresh.settings.get("handling"))).toEqual({ das: 10 });
    const rest = createSampleLog(nodeHash, { seed: 210, length: 100, closed: false });
    unwrap(await fresh.append(playing.header.match, batchOf(rest, 91, 100)));
  });

  it("is reported to whoever reads, and the next operation finds the new one", async () => {
    const { profile, log, notices } = await filled();
    const match = samples[0]?.header.match ?? playing.header.match;
    damage(profile, match);
    await log.read(match, 1, 300);
    expect(await log.read(match, 1, 300)).toMatchObject({ ok: false, error: { kind: "unknown_match" } });
    expect(notices.some(({ kind }) => kind === "replaced")).toBe(true);
    await write(log, playing, playing);
    expect(unwrap(await log.position(playing.header.match))?.seq).toBe(90);
  });

  it("closes the handle: an operation that waits for an answer is tried again at once", async () => {
    const { profile, log, notices } = await filled();
    damage(profile, samples[0]?.header.match ?? "");
    const start = performance.now();
    const answers = await Promise.all(samples.map(({ header }) => log.read(header.match, 1, 300)));
    expect(performance.now() - start).toBeLessThan(2000);
    expect(answers.every((answer) => !answer.ok && answer.error.kind === "unknown_match")).toBe(true);
    expect(notices.filter(({ kind }) => kind === "replaced")).toHaveLength(1);
  });

  it("leaves no operation waiting for ever", async () => {
    const profile = createProfile();
    const log = openTab(profile, { patienceMs: 50, retryDelaysMs: [1] });
    unwrap(await log.create(playing.header));
    faults = injectFaults(({ method, store }) =>
      method === "get" && store === "matches" ? { kind: "silence" } : null,
    );
    const answer = await log.append(playing.header.match, batchOf(playing, 1, 5));
    expect(answer).toEqual({ ok: false, error: { kind: "unavailable", reason: "connection" } });
    faults.restore();
    unwrap(await log.append(playing.header.match, batchOf(playing, 1, 5)));
  });
});
