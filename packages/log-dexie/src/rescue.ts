import { bytesToHex, err, ok, type HashPort, type LogEvent, type MatchId, type Result } from "@replayground/kernel";
import type { StoreError } from "@replayground/log";
import type { Connection, Session } from "./connection.ts";
import { joinSegments, readSegments, type Damage, type EventRange } from "./read.ts";
import { salvageRange, type Salvaged } from "./salvage.ts";
import type { MatchRecord, SegmentRecord, Tables } from "./schema.ts";
import { segmentEvents } from "./segments.ts";
import { segmentsIn } from "./stored-match.ts";
import type { Rescue } from "./types.ts";

type Answer<T> = Promise<Result<T, StoreError>>;

/** Longest log that is looked for, in events. */
const MOST_EVENTS = 2 ** 31;
const EVENT_GRAIN = 16;
/** Match ids begin with their start time: 48 bits of milliseconds. */
const LAST_MS = 2 ** 48 - 1;
const MS_GRAIN = 1000;
const BUDGET = 2000;

/** Reads events; where the store cannot be read whole, by chunks around the damage. */
export async function readOrRescue(connection: Connection, range: EventRange): Answer<readonly LogEvent[]> {
  const whole = await connection.read(["matches", "segments"], (tables) => readKnown(tables, range));
  if (whole.ok && whole.value === null) return err({ kind: "unknown_match" });
  if (whole.ok && whole.value?.ok) return whole.value;
  if (!whole.ok && !isUnreadable(whole.error)) return whole;
  const session = await connection.pin();
  if (!session.ok) return session;
  const salvaged = await salvageSegments(session.value, range.match);
  const { events, reason } = readablePrefix(range.hash, salvaged);
  if (reason !== null && events.length < range.to) return err({ kind: "damaged", readable: events.length, reason });
  return ok(events.slice(Math.max(0, range.from - 1), Math.max(0, range.to)));
}

/** Null for a match that is not here; asked in the same transaction, because the next may run in another database. */
async function readKnown(tables: Tables, range: EventRange): Promise<Result<readonly LogEvent[], Damage> | null> {
  const known = await tables.matches.where("match").equals(range.match).count();
  return known === 0 ? null : readSegments(tables, range);
}

/** Everything of one match that can still be read, damaged or not. */
export async function rescueMatch(connection: Connection, hash: HashPort, match: MatchId): Answer<Rescue> {
  const session = await connection.pin();
  if (!session.ok) return session;
  const record = await session.value.read(["matches"], ({ matches }) => matches.get(match));
  const header = record.ok ? (record.value?.header ?? null) : null;
  const salvaged = await salvageSegments(session.value, match);
  return ok(toRescue(hash, { match, header, salvaged }));
}

/** Everything that can still be read of all matches, the newest first: a damaged part may end the reading. */
export async function rescueAll(connection: Connection, hash: HashPort): Answer<readonly Rescue[]> {
  const session = await connection.pin();
  if (!session.ok) return session;
  const { found } = await salvageMatches(session.value);
  const rescues: Rescue[] = [];
  for (const { match, header } of [...found].reverse()) {
    rescues.push(toRescue(hash, { match, header, salvaged: await salvageSegments(session.value, match) }));
  }
  return ok(rescues);
}

/** The records of all matches in the order of their ids, as far as they can be read. */
export function salvageMatches(session: Session): Promise<Salvaged<MatchRecord>> {
  const read = (from: number, to: number): Answer<readonly MatchRecord[]> =>
    session.read(["matches"], ({ matches }) =>
      matches
        .where("match")
        .between(idBound(from), idBound(to + 1), true, false)
        .toArray(),
    );
  return salvageRange({ read, isHole: isUnreadable, grain: MS_GRAIN, budget: BUDGET }, 0, LAST_MS);
}

/** All segments of a match in order, as far as they can be read. */
export function salvageSegments(session: Session, match: MatchId): Promise<Salvaged<SegmentRecord>> {
  const read = (from: number, to: number): Answer<readonly SegmentRecord[]> =>
    session.read(["segments"], (tables) => segmentsIn(tables, { match, from, to }).toArray());
  return salvageRange({ read, isHole: isUnreadable, grain: EVENT_GRAIN, budget: BUDGET }, 1, MOST_EVENTS);
}

export function isUnreadable(error: StoreError): boolean {
  return error.kind === "unavailable" && error.reason === "unreadable";
}

/** The smallest id of a match that started at this time; "g" is beyond every id. */
function idBound(ms: number): MatchId {
  const digits = ms > LAST_MS ? "g" : ms.toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}` as MatchId; // only compared with ids, never used as one
}

/** The gapless run from event 1, and why it ends where it does; null: nothing is damaged. */
function readablePrefix(
  hash: HashPort,
  { found, holes }: Salvaged<SegmentRecord>,
): { readonly events: readonly LogEvent[]; readonly reason: string | null } {
  const joined = joinSegments(hash, found, 1);
  if (joined.ok) return { events: joined.value, reason: holes.length === 0 ? null : "a part cannot be read" };
  const whole = found.filter(({ first }) => first < joined.error.seq);
  const prefix = joinSegments(hash, whole, 1);
  return { events: prefix.ok ? prefix.value : [], reason: joined.error.reason };
}

function toRescue(
  hash: HashPort,
  { match, header, salvaged }: { match: MatchId; header: string | null; salvaged: Salvaged<SegmentRecord> },
): Rescue {
  const sound = salvaged.found.filter((segment) => segmentEvents(hash, segment) !== null);
  const runs = sound.map(({ first, count, head, bytes }) => ({ first, count, head: bytesToHex(head), bytes }));
  const { events, reason } = readablePrefix(hash, salvaged);
  return { match, header, readable: events.length, isWhole: reason === null, runs };
}
