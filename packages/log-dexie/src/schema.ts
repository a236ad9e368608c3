import type { Hex, Json, JsonObject, MatchId } from "@replayground/kernel";
import type { Table } from "dexie";

/**
 * Version of the stores. A released version is frozen (a test holds its fingerprint): a change adds a version and its
 * upgrade, and code of an older version refuses to open the newer database.
 */
export const SCHEMA_VERSION = 1;

/** Primary keys only: a list of matches is read whole, and everything else is found by match. */
export const STORES = {
  identity: "key",
  matches: "match",
  segments: "[match+first]",
  keyframes: "[match+seq]",
  settings: "key",
  // Reserved for synchronisation: the server's receipts, and what has yet to be sent.
  receipts: "[match+seq]",
  outbox: "match",
} as const;

export type StoreName = keyof typeof STORES;

export interface IdentityRecord {
  readonly key: "database";
  readonly birth: string;
  readonly schema: number;
}

export interface MatchRecord {
  readonly match: MatchId;
  /** Canonical bytes as text: what is hashed is never a database's own rendering. */
  readonly header: string;
  /** head(0) */
  readonly genesis: Hex;
  readonly game: string;
  readonly mode: string;
  readonly startedAt: number;
  readonly labels: JsonObject;
  /** Set in the transaction that stores the closing event. While it is null, the last segment tells the position. */
  readonly final: { readonly seq: number; readonly head: Hex } | null;
  readonly engine: string;
  readonly schema: number;
}

/** Consecutive events. The last segment of a match tells how far the log reaches: there is no second truth. */
export interface SegmentRecord {
  readonly match: MatchId;
  /** Sequence number of the first event. */
  readonly first: number;
  readonly count: number;
  /** Tick of the last event. */
  readonly at: number;
  /** Head after the last event, 32 raw bytes. */
  readonly head: Uint8Array;
  /** As `packEvents` wrote them. */
  readonly bytes: Uint8Array;
  /** First four bytes of SHA-256(bytes), big-endian: tells damage from data. */
  readonly sum: number;
  readonly engine: string;
  readonly schema: number;
}

export interface KeyframeRecord {
  readonly match: MatchId;
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly engine: string;
  readonly schema: number;
}

export interface SettingRecord {
  readonly key: string;
  readonly value: Json;
}

/** The stores, typed. */
export interface Tables {
  readonly identity: Table<IdentityRecord, string>;
  readonly matches: Table<MatchRecord, MatchId>;
  readonly segments: Table<SegmentRecord, [MatchId, number]>;
  readonly keyframes: Table<KeyframeRecord, [MatchId, number]>;
  readonly settings: Table<SettingRecord, string>;
}
