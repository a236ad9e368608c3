/** What was seen while a database was opened. */
export interface OpenWitness {
  created: boolean;
  dataLoss: string | null;
  /** Nobody waits any more: a connection that opens late is closed, or it would block every later upgrade. */
  isAbandoned: boolean;
  /** The browser closed the connection by itself. */
  readonly onClose: () => void;
}

/**
 * The browser's factory, guarded in three ways that Dexie has no option for:
 *
 * - only this native version is ever opened. Dexie would open a newer database without complaint, or add the stores it
 *   misses to it; then old code writes into the new schema
 * - Chromium's `dataLoss` on `upgradeneeded` is kept: the only place where the browser admits to have dropped the data
 * - a connection that the browser closes by itself is told at once
 */
export function guardFactory(inner: IDBFactory, version: number, witness: OpenWitness): IDBFactory {
  return {
    cmp: (first, second) => inner.cmp(first, second),
    databases: () => inner.databases(),
    deleteDatabase: (name) => inner.deleteDatabase(name),
    open: (name, wanted) => {
      if (wanted !== version) throw new DOMException("the database has another version", "VersionError");
      const request = inner.open(name, wanted);
      request.addEventListener("upgradeneeded", (event) => note(witness, event));
      request.addEventListener("success", () => {
        if (witness.isAbandoned) request.result.close();
        else request.result.addEventListener("close", witness.onClose);
      });
      return request;
    },
  };
}

function note(witness: OpenWitness, event: IDBVersionChangeEvent): void {
  witness.created = event.oldVersion === 0;
  const loss = textOf(event, "dataLoss");
  if (loss !== "" && loss !== "none") witness.dataLoss = `${loss}: ${textOf(event, "dataLossMessage")}`;
}

/** Members that only Chromium has, so the compiler does not know them. */
function textOf(event: object, name: string): string {
  const value: unknown = Reflect.get(event, name);
  return typeof value === "string" ? value : "";
}
