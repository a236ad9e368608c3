import type { Header, Hex, LogEvent, MatchId, Result } from "@replayground/kernel";

/** How far a stored log reaches. */
export interface Position {
  /** Last stored event; 0 for a log that holds its header only. */
  readonly seq: number;
  readonly head: Hex;
  /** A closed log takes no more events. */
  readonly closed: boolean;
}

/** Consecutive events, and the head after the last of them. */
export interface Batch {
  readonly events: readonly LogEvent[];
  readonly head: Hex;
}

/** Grouped by what the caller must do. */
export type StoreError =
  /** Never resend: another writer was first, or the caller is behind. Reload from `position`. */
  | { readonly kind: "conflict"; readonly position: Position }
  /** Never resend: the log is final. */
  | { readonly kind: "closed"; readonly position: Position }
  /** Fix the request: no such match, or the batch is not consecutive. */
  | { readonly kind: "unknown_match" }
  | { readonly kind: "bad_batch"; readonly reason: string }
  /** What is stored is damaged: `readable` events from the start can still be read. */
  | { readonly kind: "damaged"; readonly readable: number; readonly reason: string }
  /** Retry later: nothing was stored as far as is known; the same batch may be sent again. */
  | { readonly kind: "unavailable"; readonly reason: string };

/**
 * Where logs are kept. Guarantees, checked by one contract suite for every adapter:
 *
 * - a log is a gapless prefix at every moment, whatever fails: a batch is stored whole or not at all
 * - appending is optimistic: the first event's sequence number says what the writer believes; a wrong belief is `conflict`
 * - appending or creating the same bytes again succeeds and changes nothing (a lost answer can be asked for again)
 * - after `match_closed` nothing can be appended
 * - what is read is what was written, opened seals included
 */
export interface EventLog {
  readonly create: (header: Header) => Promise<Result<Position, StoreError>>;
  readonly append: (match: MatchId, batch: Batch) => Promise<Result<Position, StoreError>>;
  /** Null for a match that is not here. */
  readonly position: (match: MatchId) => Promise<Result<Position | null, StoreError>>;
  readonly header: (match: MatchId) => Promise<Result<Header, StoreError>>;
  /** Events `from`..`to`, both included, 1-based; `to` beyond the end reads to the end. */
  readonly read: (match: MatchId, from: number, to: number) => Promise<Result<readonly LogEvent[], StoreError>>;
  /** Ids of all matches, in the order of their ids (UUIDv7: by start time). */
  readonly matches: () => Promise<Result<readonly MatchId[], StoreError>>;
  /** Forgets a match altogether. */
  readonly remove: (match: MatchId) => Promise<Result<null, StoreError>>;
}
