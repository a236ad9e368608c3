import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import { batchOf, createSampleLog } from "@replayground/log/testing";
import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION, type StoreNotice } from "../src/index.ts";
import { createProfile, done, editRecord, openTab } from "./databases.ts";

const sample = createSampleLog(nodeHash, { seed: 80, length: 300 });
const { match } = sample.header;
const superseded = { ok: false, error: { kind: "unavailable", reason: "superseded" } };

/**
 * What each released version of the stores looks like, and what its records hold. A released entry is never edited:
 * players have such databases. To change the stores, raise SCHEMA_VERSION, add the upgrade to `openDatabase`, and add
 * an entry here.
 */
const RELEASED: Readonly<Record<number, unknown>> = {
  1: {
    native: 10,
    stores: {
      identity: { key: "key", indexes: [], record: ["birth", "key", "schema"] },
      keyframes: { key: ["match", "seq"], indexes: [], record: ["bytes", "engine", "match", "schema", "seq"] },
      matches: {
        key: "match",
        indexes: [],
        record: ["engine", "final", "game", "genesis", "header", "labels", "match", "mode", "schema", "startedAt"],
      },
      outbox: { key: "match", indexes: [], record: [] },
      receipts: { key: ["match", "seq"], indexes: [], record: [] },
      segments: {
        key: ["match", "first"],
        indexes: [],
        record: ["at", "bytes", "count", "engine", "first", "head", "match", "schema", "sum"],
      },
      settings: { key: "key", indexes: [], record: ["key", "value"] },
    },
  },
};

async function fingerprint(profile: IDBFactory): Promise<unknown> {
  const database = await done(profile.open("replayground"));
  const names = [...database.objectStoreNames].sort();
  const transaction = database.transaction(names);
  const stores = await Promise.all(
    names.map(async (name) => {
      const store = transaction.objectStore(name);
      const [record] = (await done(store.getAll())) as readonly object[];
      const indexes = [...store.indexNames];
      return [name, { key: store.keyPath, indexes, record: Object.keys(record ?? {}).sort() }] as const;
    }),
  );
  database.close();
  return { native: database.version, stores: Object.fromEntries(stores) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

/** Handles that a profile's database would have to wait for. */
function openHandles(profile: IDBFactory): number {
  const databases = Reflect.get(profile, "_databases") as ReadonlyMap<
    string,
    { readonly connections: readonly unknown[] }
  >;
  return databases.get("replayground")?.connections.length ?? 0;
}

async function filled(profile = createProfile()): Promise<IDBFactory> {
  const log = openTab(profile);
  unwrap(await log.create(sample.header));
  unwrap(await log.append(match, batchOf(sample, 1, 280)));
  unwrap(await log.keyframes.put(match, { seq: 100, bytes: new Uint8Array(9) }));
  unwrap(await log.settings.put("theme", "dark"));
  log.close();
  return profile;
}

describe("the stores", () => {
  it("are those that were released under this version", async () => {
    expect(await fingerprint(await filled())).toEqual(RELEASED[SCHEMA_VERSION]);
  });

  it("have an entry for every version so far", () => {
    expect(Object.keys(RELEASED)).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, i) => String(i + 1)));
  });
});

describe("another version of the app", () => {
  /** Opens the database as newer code does. */
  const upgrade = async (profile: IDBFactory): Promise<void> => {
    const request = profile.open("replayground", 10 * (SCHEMA_VERSION + 1));
    request.addEventListener("upgradeneeded", () => request.result.deleteObjectStore("settings"));
    (await done(request)).close();
  };

  it("takes the database from an open tab, which says so and writes nothing more", async () => {
    const profile = await filled();
    const notices: StoreNotice["kind"][] = [];
    const log = openTab(profile, { onNotice: ({ kind }) => notices.push(kind) });
    unwrap(await log.append(match, batchOf(sample, 281, 290)));
    await upgrade(profile);
    expect(await log.append(match, batchOf(sample, 291, 300))).toEqual(superseded);
    expect(await log.read(match, 1, 300)).toEqual(superseded);
    expect(notices).toEqual(["opened", "superseded"]);
  });

  it("is never opened, downgraded or repaired by older code", async () => {
    const profile = await filled();
    await upgrade(profile);
    const before = await fingerprint(profile);
    const log = openTab(profile);
    expect(await log.open()).toEqual(superseded);
    expect(await log.append(match, batchOf(sample, 281, 290))).toEqual(superseded);
    expect(await fingerprint(profile)).toEqual(before);
  });

  it("meets no handle of older code that opened too late, or that was refused by the stamp", async () => {
    const profile = await filled();
    const blocker = await done(profile.open("replayground"));
    const deletion = done(profile.deleteDatabase("replayground")); // waits for the blocker, and the tab behind it
    const late = openTab(profile, { patienceMs: 20, retryDelaysMs: [] });
    expect(await late.open()).toEqual({ ok: false, error: { kind: "unavailable", reason: "connection" } });
    blocker.close();
    await deletion;
    await settled(); // the late handle opens now
    expect(openHandles(profile)).toBe(0);

    const other = await filled();
    await editRecord(other, "identity", "database", (record) => ({ ...record, schema: SCHEMA_VERSION + 1 }));
    expect(await openTab(other).open()).toEqual(superseded);
    await settled();
    expect(openHandles(other)).toBe(0);
  });

  it("is noticed by its stamp in every write, even when the stores look the same", async () => {
    const profile = await filled();
    const log = openTab(profile);
    unwrap(await log.open());
    await editRecord(profile, "identity", "database", (record) => ({ ...record, schema: SCHEMA_VERSION + 1 }));
    expect(await log.append(match, batchOf(sample, 281, 290))).toEqual(superseded);
    const segments = await editRecord(profile, "segments", [match, 257], (record) => record);
    expect(segments).toMatchObject({ first: 257, count: 24 });
  });
});

describe("a database that goes away", () => {
  it("deleted by another tab: the open tab says so and does not make an empty one", async () => {
    const profile = await filled();
    const notices: StoreNotice["kind"][] = [];
    const log = openTab(profile, { onNotice: ({ kind }) => notices.push(kind) });
    unwrap(await log.open());
    await done(profile.deleteDatabase("replayground"));
    const deleted = { ok: false, error: { kind: "unavailable", reason: "deleted" } };
    expect(await log.append(match, batchOf(sample, 281, 290))).toEqual(deleted);
    expect(await log.list()).toEqual(deleted);
    expect(notices).toEqual(["opened", "deleted"]);
    expect(await profile.databases()).toEqual([]);
  });

  it("replaced under a dead handle: the tab says which one it was and which one it is", async () => {
    const profile = await filled();
    const notices: StoreNotice[] = [];
    const log = openTab(profile, { onNotice: (notice) => notices.push(notice) });
    const { birth } = unwrap(await log.open());
    await editRecord(profile, "identity", "database", (record) => ({ ...record, birth: "another" }));
    await editRecord(profile, "matches", match, () => null);
    expect(await log.append(match, batchOf(sample, 281, 290))).toEqual({ ok: false, error: { kind: "unknown_match" } });
    expect(notices.at(-1)).toMatchObject({ kind: "replaced", was: birth, report: { birth: "another" } });
  });

  it("thrown away by the browser: its own words are passed on", async () => {
    const profile = createProfile();
    const lossy: IDBFactory = {
      cmp: (a, b) => profile.cmp(a, b),
      databases: () => profile.databases(),
      deleteDatabase: (name) => profile.deleteDatabase(name),
      open: (name, version) => {
        const request = profile.open(name, version);
        request.addEventListener("upgradeneeded", (event) => {
          Object.assign(event, { dataLoss: "total", dataLossMessage: "checksum mismatch" });
        });
        return request;
      },
    };
    const report = unwrap(await openTab(lossy).open());
    expect(report).toMatchObject({ created: true, dataLoss: "total: checksum mismatch" });
    expect(unwrap(await openTab(profile).open())).toMatchObject({
      created: false,
      dataLoss: null,
      birth: report.birth,
    });
  });

  it("has a birth id of its own each time, and one that two tabs agree on", async () => {
    const profile = createProfile();
    const [a, b] = await Promise.all([openTab(profile).open(), openTab(profile).open()]);
    const other = unwrap(await openTab(createProfile()).open());
    expect(unwrap(a).birth).toBe(unwrap(b).birth);
    expect(unwrap(a).birth).toMatch(/^[0-9a-f]{32}$/);
    expect(other.birth).not.toBe(unwrap(a).birth);
  });

  it("closed by the app: every later operation says so", async () => {
    const log = openTab(await filled());
    unwrap(await log.open());
    log.close();
    expect(await log.matches()).toEqual({ ok: false, error: { kind: "unavailable", reason: "closed" } });
  });
});
