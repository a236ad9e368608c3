import { nodeHash } from "@replayground/hash/node";
import { IDBFactory as FakeFactory, IDBKeyRange as FakeKeyRange } from "fake-indexeddb";
import { createDexieLog, type DexieLog, type DexieLogOptions } from "../src/index.ts";

/** A browser profile of its own. */
export function createProfile(): IDBFactory {
  return new FakeFactory();
}

/** A tab of a profile; no waiting between retries. */
export function openTab(profile: IDBFactory, options: Partial<DexieLogOptions> = {}): DexieLog {
  return createDexieLog({
    hash: nodeHash,
    name: "replayground",
    engine: "test",
    indexedDB: profile,
    keyRange: FakeKeyRange,
    sleep: () => Promise.resolve(),
    ...options,
  });
}

/** Changes one record behind the back of every tab; null deletes it. Resolves with what is there afterwards. */
export async function editRecord(
  profile: IDBFactory,
  store: string,
  key: IDBValidKey,
  edit: (record: Record<string, unknown>) => Record<string, unknown> | null,
): Promise<Record<string, unknown> | null> {
  const database = await done(profile.open("replayground"));
  const transaction = database.transaction(store, "readwrite");
  const records = transaction.objectStore(store);
  const record = (await done(records.get(key))) as Record<string, unknown>;
  const edited = edit(record);
  await (edited === null ? done(records.delete(key)) : done(records.put(edited)));
  database.close();
  return edited;
}

/** The result of one request. */
export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("request")));
  });
}
