import type { HashPort, MatchId, Result } from "@replayground/kernel";
import {
  createCanary,
  createDexieLog,
  createFileBackup,
  createPositionChannel,
  createRevivingLog,
  createStorageCanary,
  type DexieLog,
  type PositionNews,
} from "@replayground/log-dexie";
import type { EventLog, StoreError } from "@replayground/log";
import type { Library, StoreHealth, StoredMatch } from "./library.ts";

/** Name of the database of this site. */
const DATABASE = "replayground";
const CANARY_KEY = "replayground.canary";
/** Longest wait of a list for work that is under way, in ms. */
const PATIENCE_MS = 1000;

export interface LibraryOptions {
  readonly hash: HashPort;
  /** Build of engine and rules, stamped on what is written. */
  readonly engine: string;
  readonly storage: Storage;
}

/** The library over IndexedDB. */
export function openLibrary({ hash, engine, storage }: LibraryOptions): Library {
  const works = new Set<Promise<unknown>>();
  const news = new Set<(item: PositionNews) => void>();
  const dexie = createDexieLog({ hash, name: DATABASE, engine });
  const canary = createCanary(
    createStorageCanary(storage, CANARY_KEY),
    createFileBackup(navigator.storage, CANARY_KEY),
  );
  const memories = new Map<MatchId, () => StoredMatch>();
  const log = canary.watch(createRevivingLog(dexie, (match) => memories.get(match)?.() ?? null));
  let scrubbed: ReturnType<Library["scrub"]> | null = null;
  const channel = openChannel((item) => {
    for (const listener of news) listener(item);
  });
  return {
    log,
    health: checkHealth(dexie, canary),
    list: async () => {
      await Promise.race([Promise.allSettled(works), sleep(PATIENCE_MS)]);
      return dexie.list();
    },
    load: (match) => load(log, match),
    describe: (match, meta) => dexie.describe(match, meta),
    remove: (match) => log.remove(match),
    remember: (match, recall) => {
      memories.set(match, recall);
      return () => memories.delete(match);
    },
    scrub: () => (scrubbed ??= dexie.scrub()),
    during: (work) => {
      works.add(work);
      void work.finally(() => works.delete(work));
    },
    announce: (item) => channel?.announce(item),
    onNews: (listener) => {
      news.add(listener);
      return () => news.delete(listener);
    },
  };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The store is opened once at the start: what it says then may be its last word on what was lost. */
async function checkHealth(dexie: DexieLog, canary: ReturnType<typeof createCanary>): Promise<StoreHealth> {
  const report = await dexie.open();
  if (!report.ok) return { kind: "memory_only", error: report.error };
  const matches = await dexie.list();
  if (!matches.ok) return { kind: "memory_only", error: matches.error };
  await canary.ready;
  const found = { report: report.value, matches: matches.value };
  const verdict = canary.check(found);
  canary.adopt(found);
  return { kind: "sound", verdict };
}

async function load(log: EventLog, match: MatchId): Promise<Result<StoredMatch, StoreError>> {
  const [header, events] = await Promise.all([log.header(match), log.read(match, 1, Number.MAX_SAFE_INTEGER)]);
  if (!header.ok) return header;
  return events.ok ? { ok: true, value: { header: header.value, events: events.value } } : events;
}

/** Absent where the browser has none: then mirrors are told nothing and read when they are looked at. */
function openChannel(onNews: (item: PositionNews) => void): ReturnType<typeof createPositionChannel> | null {
  if (typeof BroadcastChannel === "undefined") return null;
  return createPositionChannel((name) => new BroadcastChannel(name), onNews);
}
