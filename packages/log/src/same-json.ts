import type { Json, LogEvent } from "@replayground/kernel";
import { isArray, isObject } from "./shape.ts";

/**
 * Whether two values certainly have the same canonical bytes, without writing them. False also where only the order of
 * the members differs: then the bytes decide.
 */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  const others = Object.keys(b);
  if (names.length !== others.length) return false;
  for (let i = 0; i < names.length; i++) {
    const name = names[i] ?? "";
    if (name !== others[i] || !sameJson(a[name], b[name])) return false;
  }
  return true;
}

/** The same of two events; false where anything is sealed. */
export function samePlainEvent(a: LogEvent, b: LogEvent): boolean {
  const isPlain = a.sealed === undefined && b.sealed === undefined;
  return (
    isPlain && a.seq === b.seq && a.at === b.at && a.seat === b.seat && a.type === b.type && sameJson(a.data, b.data)
  );
}
