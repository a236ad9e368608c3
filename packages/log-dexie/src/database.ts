import { Dexie, type DBCore, type Middleware } from "dexie";
import { guardFactory, type OpenWitness } from "./guarded-factory.ts";
import { SCHEMA_VERSION, STORES, type StoreName, type Tables } from "./schema.ts";
import type { OpenReport } from "./types.ts";
import { Watchdog } from "./watchdog.ts";

/** Dexie multiplies its version numbers by ten. */
const NATIVE_VERSION: number = SCHEMA_VERSION * 10;

export type Durability = "relaxed" | "strict";

export interface DatabaseOptions {
  readonly name: string;
  readonly indexedDB: IDBFactory | undefined;
  readonly keyRange: typeof IDBKeyRange | undefined;
  /** Makes the id of a new database. */
  readonly newBirth: () => string;
  /** Longest wait for an answer, in milliseconds. */
  readonly patienceMs: number;
  /** Another tab wants a newer version, or to delete the database. The handle is closed already. */
  readonly onSuperseded: (deleted: boolean) => void;
}

/** An open database. One at a time per connection. */
export interface Database {
  readonly report: OpenReport;
  readonly tables: Tables;
  readonly read: <T>(stores: readonly StoreName[], work: (tables: Tables) => PromiseLike<T>) => Promise<T>;
  /** Whole or not at all; resolves when the browser says `complete`. One write at a time: see `durabilityOf`. */
  readonly write: <T>(
    durability: Durability,
    stores: readonly StoreName[],
    work: (tables: Tables) => PromiseLike<T>,
  ) => Promise<T>;
  readonly close: () => void;
}

/** Opens the database, making it where there is none. Throws what the browser and Dexie throw: see `classify`. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const watchdog = new Watchdog(options.patienceMs);
  const witness: OpenWitness = { created: false, dataLoss: null, isAbandoned: false, onClose: () => watchdog.bark() };
  const factory =
    options.indexedDB === undefined ? undefined : guardFactory(options.indexedDB, NATIVE_VERSION, witness);
  const dexie = new Dexie(options.name, {
    autoOpen: false, // a closed handle must be noticed: the database behind a new one may be another
    cache: "disabled",
    ...(factory === undefined ? {} : { indexedDB: factory }),
    ...(options.keyRange === undefined ? {} : { IDBKeyRange: options.keyRange }),
  });
  dexie.version(SCHEMA_VERSION).stores(STORES);
  const durability: { next: Durability } = { next: "relaxed" };
  dexie.use(durabilityOf(durability));
  dexie.on("versionchange", (event) => {
    dexie.close();
    options.onSuperseded(event.newVersion === null);
    return false; // Dexie's own handler has nothing left to do
  });
  const tables = tablesOf(dexie);
  let birth: string;
  try {
    await watchdog.guard(dexie.open());
    birth = await watchdog.guard(identify(dexie, tables, options.newBirth));
  } catch (error) {
    witness.isAbandoned = true;
    dexie.close();
    throw error;
  }
  return {
    report: { birth, created: witness.created, dataLoss: witness.dataLoss },
    tables,
    read: (stores, work) => watchdog.guard(dexie.transaction("r", [...stores], () => work(tables))),
    write: (wanted, stores, work) => {
      durability.next = wanted;
      const written = dexie.transaction("rw", ["identity", ...stores], async () => {
        await checkIdentity(tables, birth);
        return work(tables);
      });
      return watchdog.guard(written);
    },
    close: () => dexie.close(),
  };
}

/**
 * Dexie knows one durability per database; ours differs per transaction. The middleware asks for the one that was set
 * last, which is right because writes of a connection run one after another.
 */
function durabilityOf(wanted: { readonly next: Durability }): Middleware<DBCore> {
  return {
    stack: "dbcore",
    name: "durability",
    create: (core) => ({
      ...core,
      transaction: (stores, mode) => core.transaction(stores, mode, { durability: wanted.next }),
    }),
  };
}

function tablesOf(dexie: Dexie): Tables {
  return {
    identity: dexie.table("identity"),
    matches: dexie.table("matches"),
    segments: dexie.table("segments"),
    keyframes: dexie.table("keyframes"),
    settings: dexie.table("settings"),
  };
}

/** The birth id of the database; a new one gets its own. */
async function identify(dexie: Dexie, { identity }: Tables, newBirth: () => string): Promise<string> {
  const known = await identity.get("database");
  if (known !== undefined) return checked(known.schema, known.birth);
  return dexie.transaction("rw", "identity", async () => {
    const rival = await identity.get("database"); // another tab may have been first
    if (rival !== undefined) return checked(rival.schema, rival.birth);
    const birth = newBirth();
    await identity.put({ key: "database", birth, schema: SCHEMA_VERSION });
    return birth;
  });
}

function checked(schema: number, birth: string): string {
  if (schema !== SCHEMA_VERSION) throw new DOMException("the stores have another version", "VersionError");
  return birth;
}

/** In every write: the stores are still ours to write, and still those that were opened. */
async function checkIdentity({ identity }: Tables, birth: string): Promise<void> {
  const found = await identity.get("database");
  if (found?.birth !== birth) throw new DOMException("the database was replaced", "InvalidStateError");
  checked(found.schema, birth);
}
