import type { LogEvent } from "@replayground/kernel";
import { eventEquals } from "@replayground/log";
import { firstDifference, type Difference } from "./difference.ts";

/** Where two logs part. */
export interface Divergence {
  /** The first event that differs; one more than the shorter log where that ends first. */
  readonly seq: number;
  /** Null where one log just ends. */
  readonly difference: Difference | null;
}

/** Null for equal logs. Headers are compared by the caller: a branch differs there by design. */
export function firstDivergence(a: readonly LogEvent[], b: readonly LogEvent[]): Divergence | null {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const left = a[i];
    const right = b[i];
    if (left === undefined || right === undefined) break;
    if (!eventEquals(left, right)) return { seq: i + 1, difference: firstDifference(left, right) };
  }
  return a.length === b.length ? null : { seq: shorter + 1, difference: null };
}
