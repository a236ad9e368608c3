import { nobleHash } from "@replayground/hash/noble";
import { unwrap, type MatchId } from "@replayground/kernel";
import { batchOf, createSampleLog } from "@replayground/log/testing";
import {
  createCanary,
  createDexieLog,
  createFileBackup,
  createFlusher,
  createStorageCanary,
  requestWriter,
  type CanaryVerdict,
  type MatchSummary,
  type ScrubReport,
  type StoreNotice,
} from "../../src/index.ts";

/** What a test asks of the page. Everything that crosses is JSON. */
export interface Kit {
  readonly start: () => Promise<{ readonly verdict: CanaryVerdict; readonly matches: readonly MatchSummary[] }>;
  /** Plays a sample at so many events a step; tells `acknowledged` how far it is on this device. */
  readonly play: (seed: number, events: number, stepMs: number) => Promise<void>;
  /** How many events of a match can be read, and whether they are those of the sample. */
  readonly check: (
    seed: number,
  ) => Promise<{ readonly seq: number; readonly isPrefix: boolean; readonly error: string }>;
  readonly list: () => Promise<number>;
  /** Milliseconds that each of 300 appends of four events took, sorted. */
  readonly latencies: (seed: number) => Promise<readonly number[]>;
  readonly scrub: () => Promise<ScrubReport>;
  /** Reasons for which the store refused an append so far. */
  readonly troubles: () => readonly string[];
  readonly notices: () => readonly StoreNotice[];
  readonly bytes: () => Promise<number>;
  readonly lease: (match: string) => Promise<string>;
  readonly roles: () => readonly string[];
  readonly takeOver: () => void;
}

declare global {
  interface Window {
    readonly kit: Kit;
    readonly acknowledged: (seed: number, seq: number) => Promise<void>;
  }
}

const notices: StoreNotice[] = [];
const roles: string[] = [];
const troubles: string[] = [];
let takeOver = (): void => undefined;
const dexie = createDexieLog({
  hash: nobleHash,
  name: "replayground",
  engine: "browser/1",
  onNotice: (notice) => notices.push(notice),
});
const backup = createFileBackup(navigator.storage, "canary");
const canary = createCanary(createStorageCanary(localStorage, "canary"), backup);
const log = canary.watch(dexie);
const LENGTH = 4000;
const sampleOf = (seed: number): ReturnType<typeof createSampleLog> =>
  createSampleLog(nobleHash, { seed, length: LENGTH, flavour: "play" });

const kit: Kit = {
  start: async () => {
    await canary.ready;
    const found = { report: unwrap(await dexie.open()), matches: unwrap(await dexie.list()) };
    const verdict = canary.check(found);
    canary.adopt(found);
    return { verdict, matches: found.matches };
  },
  play: async (seed, events, stepMs) => {
    const sample = sampleOf(seed);
    const { match } = sample.header;
    const flusher = createFlusher({
      log,
      match,
      position: unwrap(await log.create(sample.header)),
      onStatus: ({ acknowledged, phase }) => {
        if (phase.status === "retrying" && phase.error.kind === "unavailable") troubles.push(phase.error.reason);
        void window.acknowledged(seed, acknowledged.seq);
      },
    });
    for (let seq = 1; seq < LENGTH; seq += events) {
      flusher.push(batchOf(sample, seq, Math.min(LENGTH, seq + events - 1)));
      if (stepMs > 0) await new Promise((resolve) => setTimeout(resolve, stepMs));
    }
    while (flusher.status().pending > 0 && flusher.status().phase.status !== "halted") {
      await flusher.flushNow();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  },
  check: async (seed) => {
    const sample = sampleOf(seed);
    const events = await log.read(sample.header.match, 1, LENGTH);
    if (!events.ok) return { seq: 0, isPrefix: false, error: JSON.stringify(events.error) };
    const isPrefix = JSON.stringify(events.value) === JSON.stringify(sample.events.slice(0, events.value.length));
    return { seq: events.value.length, isPrefix, error: "" };
  },
  latencies: async (seed) => {
    const sample = sampleOf(seed);
    unwrap(await log.create(sample.header));
    const times: number[] = [];
    for (let from = 1; from <= 1200; from += 4) {
      const start = performance.now();
      unwrap(await log.append(sample.header.match, batchOf(sample, from, from + 3)));
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return times.sort((a, b) => a - b);
  },
  list: async () => unwrap(await dexie.list()).length,
  scrub: async () => unwrap(await dexie.scrub()),
  troubles: () => troubles,
  notices: () => notices,
  bytes: async () => (await navigator.storage.estimate()).usage ?? 0,
  lease: async (match) => {
    const onRole = ({ kind }: { readonly kind: string }): void => void roles.push(kind);
    const lease = await requestWriter({ locks: navigator.locks, match: match as MatchId, onRole });
    takeOver = lease.takeOver;
    roles.push(lease.role().kind);
    return lease.role().kind;
  },
  roles: () => roles,
  takeOver: () => takeOver(),
};

Object.assign(window, { kit });
