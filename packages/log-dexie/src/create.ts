import { bytesToHex, type HashPort, type MatchId, type Result } from "@replayground/kernel";
import type { EventLog, StoreError } from "@replayground/log";
import { Connection } from "./connection.ts";
import { describeMatch, listMatches } from "./match-list.ts";
import { createDexiePort } from "./port.ts";
import { rescueAll, rescueMatch } from "./rescue.ts";
import { scrub } from "./scrub.ts";
import { createKeyframes, createSettings, type Keyframes, type Settings } from "./shelves.ts";
import type { MatchMeta, MatchSummary, OpenReport, Rescue, ScrubReport, StoreNotice } from "./types.ts";

type Answer<T> = Promise<Result<T, StoreError>>;

export interface DexieLogOptions {
  readonly hash: HashPort;
  /** Name of the database. */
  readonly name: string;
  /** Stamped on everything that is written: the build of engine and rules. */
  readonly engine: string;
  readonly onNotice?: (notice: StoreNotice) => void;
  /** Waits before the tries of one operation after the first, in milliseconds. Default: 100, 200, 400, 800. */
  readonly retryDelaysMs?: readonly number[];
  readonly sleep?: (ms: number) => Promise<void>;
  /** Longest wait for one answer of the browser, in milliseconds. Default: 10,000. */
  readonly patienceMs?: number;
  /** Another IndexedDB than the page's, with its key ranges. */
  readonly indexedDB?: IDBFactory;
  readonly keyRange?: typeof IDBKeyRange;
}

/** Logs in the browser's database, and what an app keeps beside them. */
export interface DexieLog extends EventLog {
  /** Opens the database now, to learn how it is; every operation opens it when needed. */
  readonly open: () => Answer<OpenReport>;
  readonly list: () => Answer<readonly MatchSummary[]>;
  readonly describe: (match: MatchId, meta: Partial<MatchMeta>) => Answer<null>;
  readonly keyframes: Keyframes;
  readonly settings: Settings;
  /** Everything that can be read of a match, or of all, whatever is damaged. */
  readonly rescue: (match: MatchId) => Answer<Rescue>;
  readonly rescueAll: () => Answer<readonly Rescue[]>;
  /** Reads everything once and saves what can be saved if that meets damage. For an idle moment after the start. */
  readonly scrub: () => Answer<ScrubReport>;
  /** Ends the use of the database: later operations answer `closed`. */
  readonly close: () => void;
}

const PATIENCE_MS = 10_000;
const RETRY_DELAYS_MS: readonly number[] = [100, 200, 400, 800];

export function createDexieLog(options: DexieLogOptions): DexieLog {
  const { hash, engine } = options;
  const connection = new Connection({
    name: options.name,
    indexedDB: options.indexedDB ?? globalThis.indexedDB,
    keyRange: options.keyRange ?? globalThis.IDBKeyRange,
    newBirth: randomId,
    patienceMs: options.patienceMs ?? PATIENCE_MS,
    retryDelaysMs: options.retryDelaysMs ?? RETRY_DELAYS_MS,
    sleep: options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    onNotice: options.onNotice ?? ((): void => undefined),
  });
  return {
    ...createDexiePort({ hash, connection, engine }),
    open: () => connection.open(),
    list: () => listMatches(connection),
    describe: (match, meta) => describeMatch(connection, match, meta),
    keyframes: createKeyframes(connection, engine),
    settings: createSettings(connection),
    rescue: (match) => rescueMatch(connection, hash, match),
    rescueAll: () => rescueAll(connection, hash),
    scrub: () => scrub(connection, hash),
    close: () => connection.close(),
  };
}

/** `crypto.randomUUID` is missing on plain http; `getRandomValues` is not. */
function randomId(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
}
