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
