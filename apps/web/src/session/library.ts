import type { Header, LogEvent, MatchId, Result } from "@replayground/kernel";
import type { CanaryVerdict, MatchMeta, MatchSummary, PositionNews, ScrubReport } from "@replayground/log-dexie";
import type { EventLog, StoreError } from "@replayground/log";

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
  /** Holds a match that is being played, so that it can be written anew if the browser drops it. Returns the undo. */
  readonly remember: (match: MatchId, recall: () => StoredMatch) => () => void;
  /** Reads everything once, to meet damage while the rest can be saved. Asked twice, it reads once. */
  readonly scrub: () => Promise<Result<ScrubReport, StoreError>>;
  /** Work that changes what lists say: they wait for it, for a second at the most. */
  readonly during: (work: Promise<unknown>) => void;
  /** Tells other tabs how far a match is stored. */
  readonly announce: (news: PositionNews) => void;
  /** Hears what other tabs store. Returns the undo. */
  readonly onNews: (listener: (news: PositionNews) => void) => () => void;
}

/**
 * A library that is still on its way: everything asked of it waits for it. The database is half of the code that a
 * first visit would load, and nothing that is painted first needs it.
 */
export function deferredLibrary(arrival: Promise<Library>): Library {
  const ask =
    <A extends readonly unknown[], R>(question: (library: Library, ...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> =>
      question(await arrival, ...args);
  return {
    log: {
      create: ask(({ log }, header) => log.create(header)),
      append: ask(({ log }, match, batch) => log.append(match, batch)),
      position: ask(({ log }, match) => log.position(match)),
      header: ask(({ log }, match) => log.header(match)),
      read: ask(({ log }, match, from, to) => log.read(match, from, to)),
      matches: ask(({ log }) => log.matches()),
      remove: ask(({ log }, match) => log.remove(match)),
    },
    health: arrival.then(({ health }) => health),
    list: ask((library) => library.list()),
    load: ask((library, match) => library.load(match)),
    describe: ask((library, match, meta) => library.describe(match, meta)),
    remove: ask((library, match) => library.remove(match)),
    remember: (match, recall) => deferredUndo(arrival.then((library) => library.remember(match, recall))),
    scrub: ask((library) => library.scrub()),
    during: (work) => void arrival.then((library) => library.during(work)),
    announce: (news) => void arrival.then((library) => library.announce(news)),
    onNews: (listener) => deferredUndo(arrival.then((library) => library.onNews(listener))),
  };
}

/** An undo that is called before there is anything to undo is carried out as soon as there is. */
function deferredUndo(undo: Promise<() => void>): () => void {
  return () => void undo.then((act) => act());
}
