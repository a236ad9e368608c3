import { isDeepEqual } from "./deep-equal.ts";

/**
 * Where two values first differ, as a path with both sides, or null if they are equal. A member that is `undefined`
 * counts as absent. Knows plain data, typed arrays, maps and sets: what states and views are made of.
 */
export function difference(a: unknown, b: unknown, path = ""): string | null {
  return isDeepEqual(a, b) ? null : locate(a, b, path);
}

function locate(a: unknown, b: unknown, path: string): string | null {
  if (Object.is(a, b)) return null;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return differs(a, b, path);
  const [left, right] = [members(a), members(b)];
  if (left.kind !== right.kind) return `${at(path)}: ${left.kind} against ${right.kind}`;
  for (const key of new Set([...left.byKey.keys(), ...right.byKey.keys()])) {
    const found = locate(left.byKey.get(key), right.byKey.get(key), `${path}.${show(key)}`);
    if (found !== null) return found;
  }
  return null;
}

/** A value as short text for messages. */
export function show(value: unknown): string {
  if (typeof value === "string") return value;
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 400 ? `${text.slice(0, 400)}...` : text;
}

interface Members {
  readonly kind: string;
  readonly byKey: ReadonlyMap<unknown, unknown>;
}

function members(value: object): Members {
  if (value instanceof Map) return { kind: "map", byKey: value };
  if (value instanceof Set) return { kind: "set", byKey: new Map([...value].map((item) => [item, true])) };
  const kind = Array.isArray(value) ? "array" : ArrayBuffer.isView(value) ? value.constructor.name : "object";
  const byKey = new Map<unknown, unknown>(Object.entries(value));
  if (Array.isArray(value)) byKey.set("length", value.length);
  return { kind, byKey };
}

function differs(a: unknown, b: unknown, path: string): string {
  const [left, right] = [show(a), show(b)];
  return left === right
    ? `${at(path)}: ${typeof a} ${left} against ${typeof b} ${right}`
    : `${at(path)}: ${left} against ${right}`;
}

function at(path: string): string {
  return path === "" ? "value" : path.slice(1);
}
