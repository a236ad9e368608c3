import { IDBDatabase, IDBFactory, IDBObjectStore } from "fake-indexeddb";

/** How one call into IndexedDB fails. */
export type IdbFault =
  /** It throws at once, as a dead handle does. */
  | { readonly kind: "throw"; readonly name: string }
  /** It is accepted, and the transaction aborts later, as on a disk error. */
  | { readonly kind: "abort" }
  /** It succeeds, and the transaction then fails to commit for want of space. */
  | { readonly kind: "quota_at_commit" }
  /** It is accepted and never answered. */
  | { readonly kind: "silence" };

/** One call: which method, on what. */
export interface IdbCall {
  readonly n: number;
  readonly method: string;
  /** Name of the store, empty for calls on the database. */
  readonly store: string;
  /** First argument, such as a key range. */
  readonly argument: unknown;
  readonly target: unknown;
}

export interface IdbFaults {
  readonly calls: () => number;
  readonly restore: () => void;
}

const STORE_METHODS = ["add", "put", "get", "getAll", "getAllKeys", "count", "delete", "openCursor", "openKeyCursor"];

/**
 * Lets calls into IndexedDB fail by plan. It stands under Dexie, at the border of the program, so that everything above
 * is real.
 */
export function injectFaults(plan: (call: IdbCall) => IdbFault | null): IdbFaults {
  let n = 0;
  const undo = [
    ...STORE_METHODS.map((method) => intercept(IDBObjectStore.prototype, method)),
    intercept(IDBDatabase.prototype, "transaction"),
    intercept(IDBFactory.prototype, "open"),
  ];

  function intercept(target: object, method: string): () => void {
    const original = Reflect.get(target, method) as (...args: unknown[]) => unknown;
    const faulty = function (this: unknown, ...args: unknown[]): unknown {
      // The fake begins an upgrade through the same method; in a browser that is no call of the page.
      if (args[1] === "versionchange") return Reflect.apply(original, this, args);
      const store = this instanceof IDBObjectStore ? this.name : "";
      const fault = plan({ n: ++n, method, store, argument: args[0], target: this });
      if (fault?.kind === "silence") return new EventTarget();
      if (fault?.kind === "throw") throw new DOMException("planned", fault.name);
      const result = Reflect.apply(original, this, args);
      if (fault?.kind === "abort" && this instanceof IDBObjectStore) this.transaction.abort();
      if (fault?.kind === "quota_at_commit") abortAfter(result as IDBRequest);
      return result;
    };
    Reflect.set(target, method, faulty);
    return () => Reflect.set(target, method, original);
  }

  return { calls: () => n, restore: () => undo.forEach((each) => each()) };
}

/** The fake has no disk to fill: its own way to abort is called with the error that a browser would give. */
function abortAfter(request: IDBRequest): void {
  const { transaction } = request;
  const abort = Reflect.get(transaction ?? {}, "_abort") as (name: string) => void;
  request.addEventListener("success", () => Reflect.apply(abort, transaction, ["QuotaExceededError"]));
}
