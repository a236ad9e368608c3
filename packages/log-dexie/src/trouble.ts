import { err, type Result } from "@replayground/kernel";
import type { StoreError } from "@replayground/log";
import type { UnavailableReason } from "./types.ts";

/** What a failed operation asks for. */
export type Trouble =
  /** Drop the handle and open a new one: reusing a dead handle loses every later write. */
  | { readonly kind: "dead"; readonly cause: string }
  /** Try again on the same handle. */
  | { readonly kind: "again"; readonly cause: string }
  /** Give up for now, for this reason. */
  | { readonly kind: "give_up"; readonly reason: UnavailableReason };

const DEAD = new Set([
  "DatabaseClosedError",
  "InvalidStateError",
  "OpenFailedError",
  "PrematureCommitError",
  "TimeoutError",
  "TransactionInactiveError",
  "UnknownError",
]);
const ABSENT = new Set(["MissingAPIError", "SecurityError", "NotSupportedError"]);
const UNREADABLE = new Set(["AbortError", "DataError", "EncodingError", "NotReadableError"]);

/**
 * Sorts what IndexedDB and Dexie throw, by name. Null for anything else: a defect of this program, to be thrown on.
 *
 * A *read* that aborts is unreadable, not dead: the handle may still read other ranges.
 */
export function classify(error: unknown, mode: "read" | "write"): Trouble | null {
  const names = namesOf(error);
  const name = names[0] ?? "";
  if (names.includes("QuotaExceededError")) return { kind: "give_up", reason: "quota" };
  if (names.includes("VersionError")) return { kind: "give_up", reason: "superseded" };
  if (names.some((each) => ABSENT.has(each))) return { kind: "give_up", reason: "no_storage" };
  if (names.some((each) => DEAD.has(each))) return { kind: "dead", cause: name };
  if (!names.some((each) => UNREADABLE.has(each) || each === "ConstraintError")) return null;
  return mode === "read" ? { kind: "give_up", reason: "unreadable" } : { kind: "again", cause: name };
}

/** The error's name and those of the errors inside it: Dexie wraps what the browser threw. */
function namesOf(error: unknown): readonly string[] {
  const names: string[] = [];
  let at: unknown = error;
  for (let depth = 0; depth < 4 && typeof at === "object" && at !== null; depth++) {
    if ("name" in at && typeof at.name === "string") names.push(at.name);
    at = innerOf(at);
  }
  return names;
}

/** `inner` holds what the browser threw; the error of a bulk operation holds one `failures` entry for each record. */
function innerOf(error: object): unknown {
  if ("inner" in error && error.inner !== undefined) return error.inner;
  return "failures" in error && Array.isArray(error.failures) ? error.failures[0] : null;
}

export function unavailable(reason: UnavailableReason): Result<never, StoreError> {
  return err({ kind: "unavailable", reason });
}
