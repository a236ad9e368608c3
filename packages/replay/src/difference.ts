import type { Json, LogEvent } from "@replayground/kernel";
import { eventToJson, isObject } from "@replayground/log";

/** The first place where two values differ, in canonical order. */
export interface Difference {
  /** Such as `data.cells[3]`; empty where the whole values differ in kind. */
  readonly path: string;
  /** Undefined where the member is absent on that side. */
  readonly expected: Json | undefined;
  readonly found: Json | undefined;
}

export function firstDifference(expected: LogEvent, found: LogEvent): Difference {
  const difference = compare(eventToJson(expected, false), eventToJson(found, false), "");
  return difference ?? { path: "", expected: null, found: null };
}

function compare(expected: Json | undefined, found: Json | undefined, path: string): Difference | null {
  if (Array.isArray(expected) && Array.isArray(found)) return compareItems(expected, found, path);
  if (isObject(expected) && isObject(found)) return compareMembers(expected, found, path);
  return expected === found ? null : { path, expected, found };
}

function compareItems(expected: readonly Json[], found: readonly Json[], path: string): Difference | null {
  for (let i = 0; i < Math.max(expected.length, found.length); i++) {
    const difference = compare(expected[i], found[i], `${path}[${i}]`);
    if (difference !== null) return difference;
  }
  return null;
}

function compareMembers(
  expected: Readonly<Record<string, Json>>,
  found: Readonly<Record<string, Json>>,
  path: string,
): Difference | null {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort((a, b) => (a < b ? -1 : 1));
  for (const name of names) {
    const difference = compare(expected[name], found[name], path === "" ? name : `${path}.${name}`);
    if (difference !== null) return difference;
  }
  return null;
}
