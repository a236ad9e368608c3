import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import { batchOf, createSampleLog, type SampleLog } from "@replayground/log/testing";
import { IDBKeyRange, forceCloseDatabase } from "fake-indexeddb";
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
  let isDamaged = true;
  faults = injectFaults(({ store, argument, target }) => {
    if (store !== "segments" || !isDamaged) return null;
    const query = typeof argument === "object" && argument !== null && "query" in argument ? argument.query : argument;
    if (!(query instanceof IDBKeyRange) || !query.includes([match, 1])) return null;
    isDamaged = false;
    const { db } = (target as IDBObjectStore).transaction;
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
    const cut = [third, second, first].map((each) => each?.header.match);
    expect(report).toMatchObject({ kind: "restored" });
    if (report.kind !== "restored") return;
    expect(report.cut.map(({ match }) => match)).toEqual(expect.arrayContaining([third?.header.match]));
    expect(cut).toEqual(expect.arrayContaining(report.cut.map(({ match }) => match)));
    expect(notices.at(-1)).toMatchObject({ kind: "replaced" });

    const fresh = openTab(profile);
    const listed = unwrap(await fresh.list());
    expect(listed).toHaveLength(report.kept.matches);
    expect(listed.reduce((sum, { position }) => sum + position.seq, 0)).toBe(report.kept.events);
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
