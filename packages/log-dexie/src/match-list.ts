import { err, ok, type MatchId, type Result } from "@replayground/kernel";
import type { StoreError } from "@replayground/log";
import type { Connection } from "./connection.ts";
import { isUnreadable, salvageMatches } from "./rescue.ts";
import type { MatchRecord } from "./schema.ts";
import { findMatch, summaryOf } from "./stored-match.ts";
import type { MatchMeta, MatchSummary } from "./types.ts";

/** All matches in the order of their ids: by start time, oldest first. Unreadable records are left out. */
export async function listMatches(connection: Connection): Promise<Result<readonly MatchSummary[], StoreError>> {
  const records = await readRecords(connection);
  if (!records.ok) return records;
  const summaries: MatchSummary[] = [];
  for (const record of records.value) {
    const summary = record.final === null ? await summaryOfOpen(connection, record) : ok(summaryOfFinal(record));
    if (!summary.ok) return summary;
    summaries.push(summary.value);
  }
  return ok(summaries);
}

async function readRecords(connection: Connection): Promise<Result<readonly MatchRecord[], StoreError>> {
  const all = await connection.read(["matches"], ({ matches }) => matches.toArray());
  if (all.ok || !isUnreadable(all.error)) return all;
  const session = await connection.pin();
  return session.ok ? ok((await salvageMatches(session.value)).found) : session;
}

/** Changes what lists say about a match. */
export async function describeMatch(
  connection: Connection,
  match: MatchId,
  meta: Partial<MatchMeta>,
): Promise<Result<null, StoreError>> {
  const isKnown = await connection.write("relaxed", ["matches"], async ({ matches }) => {
    const record = await matches.get(match);
    if (record !== undefined) await matches.put({ ...record, ...meta });
    return record !== undefined;
  });
  if (!isKnown.ok) return isKnown;
  return isKnown.value ? ok(null) : err({ kind: "unknown_match" });
}

function summaryOfFinal(record: MatchRecord): MatchSummary {
  const { seq, head } = record.final ?? { seq: 0, head: record.genesis };
  return summaryOf(record, { seq, head, closed: true });
}

/** A match in progress: its last segment tells. Where that is unreadable the list still shows the match. */
async function summaryOfOpen(connection: Connection, record: MatchRecord): Promise<Result<MatchSummary, StoreError>> {
  const found = await connection.read(["matches", "segments"], (tables) => findMatch(tables, record.match));
  if (found.ok && found.value !== null) return ok(summaryOf(record, found.value.position));
  if (!found.ok && !isUnreadable(found.error)) return found;
  return ok(summaryOf(record, { seq: 0, head: record.genesis, closed: false }));
}
