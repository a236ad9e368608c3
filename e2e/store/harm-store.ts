import type { Page } from "@playwright/test";
import { DATABASE } from "./read-store.ts";

export interface Harm {
  readonly match: string;
  /** Which segment of the match, counted from 0. */
  readonly segment: number;
  readonly harm: "flip" | "delete";
}

/** Harms one stored segment behind the app's back. Returns the number of its first event. */
export async function harmSegment(page: Page, harm: Harm): Promise<number> {
  await leaveApp(page);
  return page.evaluate(harmInPage, { ...harm, database: DATABASE });
}

/** Leaves a match without its events, as a kill does between the transaction that makes it and the first append. */
export async function forgetEvents(page: Page, match: string): Promise<void> {
  await leaveApp(page);
  await page.evaluate(forgetInPage, { match, database: DATABASE });
}

/** What a browser does to a database it finds damaged: it is gone, and what stands beside it is not. */
export async function deleteDatabase(page: Page): Promise<void> {
  await leaveApp(page);
  await page.evaluate(
    (database) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(database);
        request.addEventListener("success", resolve);
        request.addEventListener("error", reject);
        request.addEventListener("blocked", reject);
      }),
    DATABASE,
  );
}

/** Lets the site store so many bytes; null: as many as the browser likes. */
export async function setQuota(page: Page, bytes: number | null): Promise<void> {
  const { origin } = new URL(page.url());
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin, ...(bytes === null ? {} : { quotaSize: bytes }) });
  // The override ends with the session that asked for it.
  if (bytes === null) await session.detach();
}

/** A page of the same site without the app, so that nothing holds the database. */
export async function leaveApp(page: Page): Promise<void> {
  const body = "<!doctype html><title>nothing</title><link rel=icon href='data:,'>";
  await page.context().route("/nothing", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto("/nothing");
}

/** Runs in the page. */
async function harmInPage({ database, match, segment, harm }: Harm & { readonly database: string }): Promise<number> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(request.error ?? new Error("IndexedDB")));
    });
  const db = await settled(indexedDB.open(database));
  const store = db.transaction("segments", "readwrite").objectStore("segments");
  const range = IDBKeyRange.bound([match, 0], [match, Number.MAX_SAFE_INTEGER]);
  const all: readonly { readonly first: number; readonly bytes: Uint8Array }[] = await settled(store.getAll(range));
  const record = all[segment];
  if (record === undefined) throw new Error(`The match has ${all.length} segments.`);
  if (harm === "delete") await settled(store.delete([match, record.first]));
  else {
    const bytes = record.bytes.slice();
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await settled(store.put({ ...record, bytes }));
  }
  db.close();
  return record.first;
}

/** Runs in the page. */
async function forgetInPage({ database, match }: { readonly database: string; readonly match: string }): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", reject);
  });
  await new Promise((resolve, reject) => {
    const transaction = db.transaction("segments", "readwrite");
    transaction.addEventListener("complete", resolve);
    transaction.addEventListener("abort", reject);
    transaction.objectStore("segments").delete(IDBKeyRange.bound([match, 0], [match, Number.MAX_SAFE_INTEGER]));
  });
  db.close();
  // The canary speaks of acknowledged events only, and there were none.
  localStorage.removeItem("replayground.canary");
}
