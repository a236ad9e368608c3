import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import type { EventLog } from "@replayground/log";
import { batchOf, createSampleLog } from "@replayground/log/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StoreNotice } from "../src/index.ts";
import { createProfile, openTab } from "./databases.ts";
import { injectFaults, type IdbFault, type IdbFaults } from "./fault-idb.ts";

const sample = createSampleLog(nodeHash, { seed: 60, length: 300 });
const { match } = sample.header;

// Dexie warns on the console about errors that are planned here.
beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => undefined));

let faults: IdbFaults | null = null;
afterEach(() => {
  faults?.restore();
  faults = null;
});

const inject = (plan: Parameters<typeof injectFaults>[0]): IdbFaults => (faults = injectFaults(plan));
const clear = (): void => faults?.restore();

/** Plays a short match with a fold at 256, a gathered flush and a strict end. Stops at the first refusal. */
async function play(log: EventLog, from: number): Promise<{ readonly stored: number; readonly error: string | null }> {
  let stored = from;
  const created = await log.create(sample.header);
  if (!created.ok) return { stored, error: reasonOf(created.error) };
  for (const to of [5, 12, 200, 250, 260, 270, 300]) {
    if (to <= stored) continue;
    const answer = await log.append(match, batchOf(sample, stored + 1, to));
    if (!answer.ok) return { stored, error: reasonOf(answer.error) };
    stored = to;
  }
  return { stored, error: null };
}

function reasonOf(error: { readonly kind: string; readonly reason?: string }): string {
  return error.reason ?? error.kind;
}

/** What a fresh tab reads is a gapless prefix of the sample that holds at least what was acknowledged. */
async function expectSound(profile: IDBFactory, acknowledged: number): Promise<number> {
  const log = openTab(profile);
  const position = unwrap(await log.position(match));
  const seq = position?.seq ?? 0;
  expect(seq).toBeGreaterThanOrEqual(acknowledged);
  if (position !== null) {
    expect(position.head).toBe(sample.heads[seq]);
    expect(unwrap(await log.read(match, 1, 1000))).toEqual(sample.events.slice(0, seq));
  }
  log.close();
  return seq;
}

const ways: readonly (readonly [string, IdbFault])[] = [
  ["UnknownError", { kind: "throw", name: "UnknownError" }],
  ["InvalidStateError", { kind: "throw", name: "InvalidStateError" }],
  ["TransactionInactiveError", { kind: "throw", name: "TransactionInactiveError" }],
  ["QuotaExceededError", { kind: "throw", name: "QuotaExceededError" }],
  ["abort", { kind: "abort" }],
];

describe("one call into IndexedDB fails, for every N", () => {
  it.each(ways)("%s: what is stored is a gapless prefix, and trying again completes it", async (_name, fault) => {
    const total = await countCalls();
    expect(total).toBeGreaterThan(30);
    for (let n = 1; n <= total; n++) {
      const profile = createProfile();
      const log = openTab(profile, { retryDelaysMs: [] });
      inject((call) => (call.n === n ? fault : null));
      const first = await play(log, 0);
      clear();
      const seq = await expectSound(profile, first.stored);
      expect(await play(log, seq)).toEqual({ stored: 300, error: null });
      await expectSound(profile, 300);
      log.close();
    }
  });

  it.each(ways.filter(([name]) => name !== "QuotaExceededError"))(
    "%s: the connection gets over it by itself",
    async (_name, fault) => {
      const total = await countCalls();
      for (let n = 1; n <= total; n++) {
        const profile = createProfile();
        const log = openTab(profile);
        inject((call) => (call.n === n ? fault : null));
        expect(await play(log, 0)).toEqual({ stored: 300, error: null });
        clear();
        await expectSound(profile, 300);
        log.close();
      }
    },
  );

  async function countCalls(): Promise<number> {
    const counting = inject(() => null);
    const log = openTab(createProfile());
    expect(await play(log, 0)).toEqual({ stored: 300, error: null });
    clear();
    log.close();
    return counting.calls();
  }
});

describe("a dead handle", () => {
  it("is dropped and replaced at every single append: 0 of 1,000 events lost", async () => {
    const long = createSampleLog(nodeHash, { seed: 61, length: 1000, flavour: "play" });
    const notices: StoreNotice[] = [];
    let isDead = false;
    inject(({ method }) => {
      if (method !== "transaction" || !isDead) return null;
      isDead = false;
      return { kind: "throw", name: "UnknownError" };
    });
    const log = openTab(createProfile(), { onNotice: (notice) => notices.push(notice) });
    unwrap(await log.create(long.header));
    for (let from = 1; from <= 1000; from += 20) {
      isDead = true;
      unwrap(await log.append(long.header.match, batchOf(long, from, from + 19)));
    }
    expect(unwrap(await log.read(long.header.match, 1, 1000))).toEqual(long.events);
    expect(notices.filter(({ kind }) => kind === "reopening")).toHaveLength(50);
    expect(notices.filter(({ kind }) => kind === "opened")).toHaveLength(51);
  });

  it("waits 100, 200, 400, 800 ms between tries, then says that the connection failed", async () => {
    const waits: number[] = [];
    const log = openTab(createProfile(), { sleep: (ms) => Promise.resolve(void waits.push(ms)) });
    inject(({ method }) => (method === "open" ? { kind: "throw", name: "UnknownError" } : null));
    expect(await log.create(sample.header)).toEqual({
      ok: false,
      error: { kind: "unavailable", reason: "connection" },
    });
    expect(waits).toEqual([100, 200, 400, 800]);
    clear();
    expect((await log.create(sample.header)).ok).toBe(true);
  });

  it("is replaced once for many operations that meet it together", async () => {
    const notices: StoreNotice[] = [];
    let dying = 0;
    inject(({ method }) => {
      if (method !== "transaction" || dying === 0) return null;
      dying--;
      return { kind: "throw", name: "UnknownError" };
    });
    const log = openTab(createProfile(), { onNotice: (notice) => notices.push(notice) });
    unwrap(await log.create(sample.header));
    dying = 10;
    const answers = await Promise.all(Array.from({ length: 10 }, () => log.position(match)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(dying).toBe(0);
    expect(notices.filter(({ kind }) => kind === "opened")).toHaveLength(2);
  });
});

describe("no space", () => {
  const quota = { ok: false, error: { kind: "unavailable", reason: "quota" } };

  it("is named, stores nothing of the batch, and passes when space returns", async () => {
    const profile = createProfile();
    const log = openTab(profile);
    unwrap(await log.create(sample.header));
    unwrap(await log.append(match, batchOf(sample, 1, 20)));
    inject(({ method }) =>
      method === "put" || method === "add" ? { kind: "throw", name: "QuotaExceededError" } : null,
    );
    expect(await log.append(match, batchOf(sample, 21, 260))).toEqual(quota);
    expect(unwrap(await log.position(match))?.seq).toBe(20);
    clear();
    unwrap(await log.append(match, batchOf(sample, 21, 260)));
    await expectSound(profile, 260);
  });

  it("is named when it shows only at the end of the transaction", async () => {
    const log = openTab(createProfile());
    unwrap(await log.create(sample.header));
    inject(({ method, store }) => (method === "put" && store === "segments" ? { kind: "quota_at_commit" } : null));
    expect(await log.append(match, batchOf(sample, 1, 20))).toEqual(quota);
    clear();
    unwrap(await log.append(match, batchOf(sample, 1, 20)));
  });
});

describe("no database", () => {
  it.each(["SecurityError", "NotSupportedError"])("%s: says so without trying again", async (name) => {
    const waits: number[] = [];
    const log = openTab(createProfile(), { sleep: (ms) => Promise.resolve(void waits.push(ms)) });
    inject(({ method }) => (method === "open" ? { kind: "throw", name } : null));
    expect(await log.matches()).toEqual({ ok: false, error: { kind: "unavailable", reason: "no_storage" } });
    expect(waits).toEqual([]);
  });
});
