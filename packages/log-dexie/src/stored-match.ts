import { bytesToHex, err, ok, parseJson, type Header, type MatchId, type Result } from "@replayground/kernel";
import { parseHeader, type Position, type StoreError } from "@replayground/log";
import type { Collection } from "dexie";
import type { MatchRecord, SegmentRecord, Tables } from "./schema.ts";
import type { MatchSummary } from "./types.ts";

/** Longest header text that is read back, in characters. */
const MAX_HEADER = 65_536;

export interface StoredMatch {
  readonly record: MatchRecord;
  readonly last: SegmentRecord | undefined;
  readonly position: Position;
}

export interface SegmentRange {
  readonly match: MatchId;
  /** Smallest and largest sequence number at which a wanted segment starts. */
  readonly from: number;
  readonly to: number;
}

export function segmentsIn(
  { segments }: Tables,
  { match, from, to }: SegmentRange,
): Collection<SegmentRecord, [MatchId, number]> {
  return segments.where("[match+first]").between([match, from], [match, to], true, true);
}

/** The match and how far it reaches; null where it is not here. */
export async function findMatch(tables: Tables, match: MatchId): Promise<StoredMatch | null> {
  const record = await tables.matches.get(match);
  if (record === undefined) return null;
  const last = await segmentsIn(tables, { match, from: 1, to: Number.MAX_SAFE_INTEGER }).last();
  return { record, last, position: positionOf(record, last) };
}

function positionOf({ genesis, final }: MatchRecord, last: SegmentRecord | undefined): Position {
  if (last === undefined) return { seq: 0, head: genesis, closed: false };
  const seq = last.first + last.count - 1;
  return { seq, head: bytesToHex(last.head), closed: final?.seq === seq };
}

/** A final log whose end is gone: null where nothing is missing. */
export function missingEnd({ record, position }: StoredMatch): StoreError | null {
  if (record.final === null || record.final.seq === position.seq) return null;
  return { kind: "damaged", readable: position.seq, reason: "the end of a finished match is missing" };
}

export function parseStoredHeader(text: string): Result<Header, StoreError> {
  const json = parseJson(text, MAX_HEADER);
  const header = json.ok ? parseHeader(json.value) : json;
  return header.ok ? ok(header.value) : err({ kind: "damaged", readable: 0, reason: `header: ${header.error.kind}` });
}

export function summaryOf(record: MatchRecord, position: Position): MatchSummary {
  const { match, game, mode, startedAt, labels, engine, schema } = record;
  return { match, game, mode, startedAt, labels, position, stamp: { engine, schema } };
}
