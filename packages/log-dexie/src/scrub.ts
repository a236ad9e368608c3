import { ok, type HashPort, type Result } from "@replayground/kernel";
import type { StoreError } from "@replayground/log";
import type { Connection, Session } from "./connection.ts";
import { salvageMatches, salvageSegments } from "./rescue.ts";
import type { MatchRecord, SegmentRecord, SettingRecord, Tables } from "./schema.ts";
import { isIntact } from "./segments.ts";
import type { ScrubReport } from "./types.ts";

type Answer<T> = Promise<Result<T, StoreError>>;

/** Most bytes of events held in memory during a scrub: the oldest matches beyond that are left unread. */
const MOST_BYTES: number = 64 * 1024 * 1024;

/**
 * The newest matches are read one by one: what is read at the same time as a damaged block is lost with it (measured: 20
 * instead of 31 of 40 matches saved). Older ones go together, which is twice as fast.
 */
const ONE_BY_ONE = 256;
const AT_ONCE = 16;

/** The gapless prefix of a match that was read. */
interface Held {
  readonly record: MatchRecord;
  readonly segments: readonly SegmentRecord[];
  readonly events: number;
  /** Something of the match could not be read, or is not there. */
  readonly isCut: boolean;
}

/**
 * Reads everything once, the newest matches first, and holds it. Chromium destroys a whole database at the first read of
 * one damaged block, whoever reads it and whenever (measured: the files are gone at once). A scrub meets that block on
 * purpose, while the rest is in memory, and puts the rest into the new database.
 */
export async function scrub(connection: Connection, hash: HashPort): Answer<ScrubReport> {
  const before = await connection.open();
  if (!before.ok) return before;
  const session = await connection.pin();
  if (!session.ok) return session;
  const settings = await session.value.read(["settings"], (tables) => tables.settings.toArray());
  const records = await salvageMatches(session.value);
  const { held, isComplete } = await holdMatches(session.value, hash, [...records.found].reverse());
  const report = reportOf(held);
  if (report.cut.length === 0 && records.holes.length === 0) return ok({ kind: "sound", ...report.kept, isComplete });
  if (!session.value.isDead()) return ok({ kind: "damaged", ...report });
  const after = await connection.renew();
  if (!after.ok) return after;
  if (after.value.birth === before.value.birth) return ok({ kind: "damaged", ...report });
  const restored = await restore(connection, held, settings.ok ? settings.value : []);
  return restored.ok ? ok({ kind: "restored", ...report, dataLoss: after.value.dataLoss }) : restored;
}

async function holdMatches(
  session: Session,
  hash: HashPort,
  records: readonly MatchRecord[],
): Promise<{ readonly held: readonly Held[]; readonly isComplete: boolean }> {
  const held: Held[] = [];
  let bytes = 0;
  while (held.length < records.length) {
    if (bytes > MOST_BYTES) return { held, isComplete: false };
    const size = held.length < ONE_BY_ONE ? 1 : AT_ONCE;
    const group = records.slice(held.length, held.length + size).map((record) => holdMatch(session, hash, record));
    for (const one of await Promise.all(group)) {
      bytes += one.segments.reduce((sum, segment) => sum + segment.bytes.length, 0);
      held.push(one);
    }
  }
  return { held, isComplete: true };
}

async function holdMatch(session: Session, hash: HashPort, record: MatchRecord): Promise<Held> {
  const { found, holes } = await salvageSegments(session, record.match);
  let events = 0;
  const segments = found.filter((segment) => {
    const isNext = segment.first === events + 1 && isIntact(hash, segment);
    if (isNext) events += segment.count;
    return isNext;
  });
  const isCut = holes.length > 0 || segments.length < found.length || events < (record.final?.seq ?? 0);
  return { record, segments, events, isCut };
}

function reportOf(held: readonly Held[]): Pick<Extract<ScrubReport, { kind: "damaged" }>, "kept" | "cut"> {
  const whole = held.filter(({ isCut }) => !isCut);
  return {
    kept: { matches: whole.length, events: held.reduce((sum, { events }) => sum + events, 0) },
    cut: held
      .filter(({ isCut }) => isCut)
      .map(({ record, events }) => ({ match: record.match, kept: events, known: record.final?.seq ?? null })),
  };
}

/** Puts back what was held. What another tab has put there already stays as it is. */
async function restore(
  connection: Connection,
  held: readonly Held[],
  settings: readonly SettingRecord[],
): Answer<null> {
  const kept = await connection.write("relaxed", ["settings"], async (tables) => {
    for (const setting of settings) {
      if ((await tables.settings.get(setting.key)) === undefined) await tables.settings.put(setting);
    }
    return null;
  });
  if (!kept.ok) return kept;
  for (const each of held) {
    if (each.isCut && each.events === 0) continue; // a header alone is no match to go on with
    const put = await connection.write("strict", ["matches", "segments"], (tables) => putBack(tables, each));
    if (!put.ok) return put;
  }
  return ok(null);
}

async function putBack({ matches, segments }: Tables, { record, segments: kept, isCut }: Held): Promise<null> {
  if ((await matches.get(record.match)) !== undefined) return null;
  await matches.add(isCut ? { ...record, final: null } : record);
  await segments.bulkPut([...kept]);
  return null;
}
