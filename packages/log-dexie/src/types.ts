import type { Hex, JsonObject, MatchId } from "@replayground/kernel";
import type { Position } from "@replayground/log";

/** What the app says about a match for its lists. Not part of the log: it may change, and nothing follows from it. */
export interface MatchMeta {
  /** Such as `sprint`; empty where the game has no modes. */
  readonly mode: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Outcome, score and whatever else a list shows. */
  readonly labels: JsonObject;
}

/** Who wrote a record: the build of the rules, and the version of the stores. */
export interface Stamp {
  readonly engine: string;
  readonly schema: number;
}

/** One line of the list of matches. */
export interface MatchSummary extends MatchMeta {
  readonly match: MatchId;
  readonly game: string;
  readonly position: Position;
  readonly stamp: Stamp;
}

/** A stored state near which a seek may start. */
export interface Keyframe {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** What the browser said when the database was opened. */
export interface OpenReport {
  /** Random id given to the database when it was made: another id means another database. */
  readonly birth: string;
  /** Made just now: there was none, or the browser threw it away. */
  readonly created: boolean;
  /** The browser's own words where it admits to have dropped a damaged database (Chromium's `dataLoss`). */
  readonly dataLoss: string | null;
}

/** Why the store cannot be used now: the `reason` of `unavailable`. */
export type UnavailableReason =
  /** No space left: free some, or export. */
  | "quota"
  /** This browser gives the page no database. */
  | "no_storage"
  /** The connection failed and could not be made anew within the retries. Try again. */
  | "connection"
  /** The stored bytes cannot be read. Rescue before anything is reopened. */
  | "unreadable"
  /** A newer version of the app owns the database now: this page must be reloaded. */
  | "superseded"
  /** Another tab deleted the database. */
  | "deleted"
  /** `close` was called. */
  | "closed";

/** What happened to the database beside the answers to operations; for status lines and reports. */
export type StoreNotice =
  | { readonly kind: "opened"; readonly report: OpenReport }
  /** The handle was dead; the operation is tried again on a new one. */
  | { readonly kind: "reopening"; readonly cause: string; readonly attempt: number }
  /** After a reopen the database is another one: what was stored is gone. */
  | { readonly kind: "replaced"; readonly was: string; readonly report: OpenReport }
  | { readonly kind: "superseded" }
  | { readonly kind: "deleted" };

/** What chunked reading could save of one match. */
export interface Rescue {
  readonly match: MatchId;
  /** Canonical bytes of the header as text; null where even that is unreadable. */
  readonly header: string | null;
  /** Events of the gapless prefix. */
  readonly readable: number;
  /** Nothing that was looked for was unreadable. */
  readonly isWhole: boolean;
  /** Every run of events that could be read, in order; behind a hole they are kept as evidence. */
  readonly runs: readonly RescuedRun[];
}

export interface RescuedRun {
  readonly first: number;
  readonly count: number;
  /** Head after the last event of the run. */
  readonly head: Hex;
  /** As `packEvents` wrote them. */
  readonly bytes: Uint8Array;
}

/** What reading everything once has shown. `kept` counts whole matches, and events of whole and cut ones. */
export type ScrubReport =
  /** `isComplete` is false where the oldest matches were left unread, because there is too much. */
  | { readonly kind: "sound"; readonly matches: number; readonly events: number; readonly isComplete: boolean }
  /** Parts are unreadable; the database is still there. */
  | { readonly kind: "damaged"; readonly kept: Kept; readonly cut: readonly CutLog[] }
  /** The browser dropped the database over a damaged part. What had been read was put into the new one. */
  | {
      readonly kind: "restored";
      readonly kept: Kept;
      readonly cut: readonly CutLog[];
      readonly dataLoss: string | null;
    };

export interface Kept {
  readonly matches: number;
  readonly events: number;
}

export interface CutLog {
  readonly match: MatchId;
  /** Events of the gapless prefix. */
  readonly kept: number;
  /** How many the finished match had; null where the match was not finished. */
  readonly known: number | null;
}
