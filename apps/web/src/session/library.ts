import type { HashPort, Header, LogEvent, MatchId, Result } from "@replayground/kernel";
import {
  createCanary,
  createDexieLog,
  createPositionChannel,
  createStorageCanary,
  type CanaryVerdict,
  type DexieLog,
  type MatchMeta,
  type MatchSummary,
  type PositionNews,
  type Rescue,
  type StoreNotice,
} from "@replayground/log-dexie";
import type { EventLog, StoreError } from "@replayground/log";

/** Name of the database of this site. */
const DATABASE = "replayground";
const CANARY_KEY = "replayground.canary";

/** How the store was found when the page opened. */
export type StoreHealth =
  | { readonly kind: "sound"; readonly verdict: CanaryVerdict }
  /** Matches live in memory only, until the page is closed. */
  | { readonly kind: "memory_only"; readonly error: StoreError };

/** A log as the lists know it, with its events. */
export interface StoredMatch {
  readonly header: Header;
  readonly events: readonly LogEvent[];
}

/** Everything this device keeps, behind one door. Knows no rules. */
export interface Library {
  readonly log: EventLog;
  /** Never rejects. The first answer of the store, judged against the canary. */
  readonly health: Promise<StoreHealth>;
  readonly list: () => Promise<Result<readonly MatchSummary[], StoreError>>;
  readonly load: (match: MatchId) => Promise<Result<StoredMatch, StoreError>>;
  readonly describe: (match: MatchId, meta: Partial<MatchMeta>) => Promise<Result<null, StoreError>>;
  readonly remove: (match: MatchId) => Promise<Result<null, StoreError>>;
  readonly rescueAll: () => Promise<Result<readonly Rescue[], StoreError>>;
  /** Tells other tabs how far a match is stored. */
  readonly announce: (news: PositionNews) => void;
  /** Hears what other tabs store. Returns the undo. */
  readonly onNews: (listener: (news: PositionNews) => void) => () => void;
  readonly onNotice: (listener: (notice: StoreNotice) => void) => () => void;
}

export interface LibraryOptions {
  readonly hash: HashPort;
  /** Build of engine and rules, stamped on what is written. */
  readonly engine: string;
  readonly storage: Storage;
}

export function createLibrary({ hash, engine, storage }: LibraryOptions): Library {
  const notices = new Set<(notice: StoreNotice) => void>();
  const news = new Set<(item: PositionNews) => void>();
  const dexie = createDexieLog({ hash, name: DATABASE, engine, onNotice: (notice) => tell(notices, notice) });
  const canary = createCanary(createStorageCanary(storage, CANARY_KEY));
  const log = canary.watch(dexie);
  const channel = openChannel((item) => tell(news, item));
  return {
    log,
    health: checkHealth(dexie, canary),
    list: () => dexie.list(),
    load: (match) => load(log, match),
    describe: (match, meta) => dexie.describe(match, meta),
    remove: (match) => log.remove(match),
    rescueAll: () => dexie.rescueAll(),
    announce: (item) => channel?.announce(item),
    onNews: (listener) => listen(news, listener),
    onNotice: (listener) => listen(notices, listener),
  };
}

/** The store is opened once at the start: what it says then may be its last word on what was lost. */
async function checkHealth(dexie: DexieLog, canary: ReturnType<typeof createCanary>): Promise<StoreHealth> {
  const report = await dexie.open();
  if (!report.ok) return { kind: "memory_only", error: report.error };
  const matches = await dexie.list();
  if (!matches.ok) return { kind: "memory_only", error: matches.error };
  const found = { report: report.value, matches: matches.value };
  const verdict = canary.check(found);
  canary.adopt(found);
  return { kind: "sound", verdict };
}

async function load(log: EventLog, match: MatchId): Promise<Result<StoredMatch, StoreError>> {
  const header = await log.header(match);
  if (!header.ok) return header;
  const events = await log.read(match, 1, Number.MAX_SAFE_INTEGER);
  return events.ok ? { ok: true, value: { header: header.value, events: events.value } } : events;
}

/** Absent where the browser has none: then mirrors are told nothing and read when they are looked at. */
function openChannel(onNews: (item: PositionNews) => void): ReturnType<typeof createPositionChannel> | null {
  if (typeof BroadcastChannel === "undefined") return null;
  return createPositionChannel((name) => new BroadcastChannel(name), onNews);
}

function tell<T>(listeners: ReadonlySet<(item: T) => void>, item: T): void {
  for (const listener of listeners) listener(item);
}

function listen<T>(listeners: Set<(item: T) => void>, listener: (item: T) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
