import type { Page } from "@playwright/test";
import { nodeHash } from "@replayground/hash/node";
import { bytesToHex, parseHex, parseJson, unwrap } from "@replayground/kernel";
import { checkChain, parseHeader, unpackEvents, type ChainedLog } from "@replayground/log";

/** Name of the database, as a person finds it in the browser's own tools. */
export const DATABASE = "replayground";

/** A segment as the store keeps it. */
interface StoredSegment {
  readonly first: number;
  readonly bytes: Uint8Array;
  readonly head: Uint8Array;
}

/** The same on its way from the page to the test. */
interface RawSegment {
  readonly first: number;
  readonly bytes: readonly number[];
  readonly head: readonly number[];
}

interface RawMatch {
  readonly header: string;
  readonly segments: readonly RawSegment[];
}

/**
 * A match as the page's database has it, read past the app: segments one after another, and a chain that holds. Throws
 * where the store is not in order.
 */
export async function readStoredLog(page: Page, match: string): Promise<ChainedLog> {
  const raw = await page.evaluate(readRaw, { database: DATABASE, match });
  if (raw === null) throw new Error(`No match ${match} in the store.`);
  const header = unwrap(parseHeader(unwrap(parseJson(raw.header, 65_536))));
  const events = raw.segments.flatMap(({ bytes }) => unwrap(unpackEvents(Uint8Array.from(bytes))));
  events.forEach(({ seq }, index) => {
    if (seq !== index + 1) throw new Error(`Event ${seq} of ${match} is stored at place ${index + 1}.`);
  });
  const last = raw.segments.at(-1);
  const claimed = last === undefined ? null : unwrap(parseHex(bytesToHex(Uint8Array.from(last.head)), 32));
  return unwrap(checkChain(nodeHash, { header, events, claimed }));
}

/** Runs in the page. Opens the database as it is, and never makes one. */
async function readRaw({
  database,
  match,
}: {
  readonly database: string;
  readonly match: string;
}): Promise<RawMatch | null> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB")));
    });
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === database)) return null;
  const db = await settled(indexedDB.open(database));
  const stores = db.transaction(["matches", "segments"]);
  const range = IDBKeyRange.bound([match, 0], [match, Number.MAX_SAFE_INTEGER]);
  const [record, segments]: readonly [{ readonly header: string } | undefined, readonly StoredSegment[]] =
    await Promise.all([
      settled(stores.objectStore("matches").get(match)),
      settled(stores.objectStore("segments").getAll(range)),
    ]);
  db.close();
  if (record === undefined) return null;
  return {
    header: record.header,
    segments: segments.map(({ first, bytes, head }) => ({ first, bytes: [...bytes], head: [...head] })),
  };
}

/** What "clear site data" in a browser's settings does. */
export async function clearSiteData(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto("about:blank");
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.detach();
}
