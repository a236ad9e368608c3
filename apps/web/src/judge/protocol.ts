import type { ImportFault, WriteError } from "@replayground/archive";
import type { Header, Hex, JsonObject, Result } from "@replayground/kernel";
import type { Outcome, Status } from "@replayground/engine";
import type { CannotVerify, VerifyError } from "@replayground/replay";

/**
 * What page and worker say to each other. Logs cross packed: one copy of bytes instead of ten thousand objects.
 */
export interface PackedLog {
  readonly header: Header;
  readonly packed: Uint8Array;
  readonly claimed: Hex | null;
}

/** What re-execution found. */
export interface Verdict {
  readonly head: Hex;
  /** Hash of the final state; null while the match is open. */
  readonly state: Hex | null;
  readonly status: Status;
  readonly outcome: Outcome | null;
  readonly events: number;
}

export interface Imported {
  readonly log: PackedLog;
  readonly verdict: Verdict;
  readonly listing: Listing;
}

/** What lists say of a match beside its log. */
export interface Listing {
  readonly mode: string;
  readonly labels: JsonObject;
}

export type JudgeTask =
  | { readonly kind: "verify"; readonly log: PackedLog }
  /** Log -> bytes of a match file. */
  | { readonly kind: "export"; readonly log: PackedLog }
  /** Bytes of any format -> a verified log. */
  | { readonly kind: "import"; readonly bytes: Uint8Array }
  /** Log -> what lists say of it. */
  | { readonly kind: "list"; readonly log: PackedLog };

export type JudgeFault = VerifyError | CannotVerify | ImportFault | WriteError | JudgeTrouble;

/** Not the log's fault. */
export type JudgeTrouble =
  /** Took longer than an honest file could; stopped. */
  | { readonly kind: "over_time"; readonly seconds: number }
  /** The worker could not be started or died. */
  | { readonly kind: "no_worker"; readonly reason: string };

export interface JudgeValue {
  readonly verify: Verdict;
  readonly export: Uint8Array;
  readonly import: Imported;
  readonly list: Listing;
}

export type JudgeKind = JudgeTask["kind"];
export type JudgeResult<K extends JudgeKind> = Result<JudgeValue[K], JudgeFault>;

export interface JudgeRequest {
  readonly id: number;
  readonly task: JudgeTask;
}

export type JudgeReply =
  | { readonly id: number; readonly kind: "progress"; readonly seq: number; readonly total: number }
  | { readonly id: number; readonly kind: "done"; readonly result: Result<unknown, JudgeFault> };
