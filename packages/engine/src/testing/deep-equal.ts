import { bytesEqual } from "@replayground/kernel";

/**
 * The same answer as `difference`, without its words: playouts compare states and views after every event, and almost
 * all are equal.
 */
export function isDeepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && areItemsEqual(a, b);
  if (a instanceof Map) return b instanceof Map && areMapsEqual(a, b);
  if (a instanceof Set) return b instanceof Set && areSetsEqual(a, b);
  if (ArrayBuffer.isView(a)) return ArrayBuffer.isView(b) && areViewsEqual(a, b);
  return !isCollection(b) && areMembersEqual(a as Members, b as Members);
}

function areViewsEqual(a: ArrayBufferView, b: ArrayBufferView): boolean {
  const bytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
    new Uint8Array(buffer, byteOffset, byteLength);
  return a.constructor === b.constructor && bytesEqual(bytes(a), bytes(b));
}

function isCollection(value: object): boolean {
  return Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set;
}

type Members = Readonly<Record<string, unknown>>;

function areMembersEqual(a: Members, b: Members): boolean {
  for (const key of Object.keys(a)) if (!isDeepEqual(a[key], b[key])) return false;
  for (const key of Object.keys(b)) if (b[key] !== undefined && a[key] === undefined) return false;
  return true;
}

function areItemsEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!isDeepEqual(a[i], b[i])) return false;
  return true;
}

function areMapsEqual(a: ReadonlyMap<unknown, unknown>, b: ReadonlyMap<unknown, unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) if (!b.has(key) || !isDeepEqual(value, b.get(key))) return false;
  return true;
}

function areSetsEqual(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const item of a) if (!b.has(item)) return false;
  return true;
}
