import type { Page } from "@playwright/test";
import { DATABASE } from "../../e2e/store/read-store.ts";

/** Bytes that IndexedDB takes on the disk, its journal included, as the browser reports them. */
export async function bytesInStore(page: Page): Promise<number> {
  const { origin } = new URL(page.url());
  const session = await page.context().newCDPSession(page);
  const { usageBreakdown } = await session.send("Storage.getUsageAndQuota", { origin });
  await session.detach();
  return usageBreakdown.find(({ storageType }) => storageType === "indexeddb")?.usage ?? 0;
}

/** Bytes of all segments: packed events, head, and the fields beside them as text. Throws without a database. */
export function bytesInRecords(page: Page): Promise<number> {
  return page.evaluate(addUpSegments, DATABASE);
}

/** Runs in the page. */
async function addUpSegments(database: string): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", reject);
  });
  let sum = 0;
  await new Promise((resolve, reject) => {
    const transaction = db.transaction("segments");
    const request = transaction.objectStore("segments").getAll();
    transaction.addEventListener("complete", resolve);
    transaction.addEventListener("abort", reject);
    request.addEventListener("success", () => {
      const segments: readonly { readonly bytes: Uint8Array; readonly head: Uint8Array }[] = request.result;
      for (const { bytes, head, ...rest } of segments) sum += bytes.length + head.length + JSON.stringify(rest).length;
    });
  });
  db.close();
  return sum;
}
