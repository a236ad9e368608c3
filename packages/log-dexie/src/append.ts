import { err, hexToBytes, invariant, ok, toHead, type HashPort, type MatchId, type Result } from "@replayground/kernel";
import {
  Chain,
  EventComparer,
  closes,
  objectionTo,
  timeObjection,
  type Batch,
  type Position,
  type StoreError,
} from "@replayground/log";
import { readSegments } from "./read.ts";
import type { Tables } from "./schema.ts";
import { blockStart, planSegments, segmentEvents, toSegment, wantsWholeTail, type Run } from "./segments.ts";
import { findMatch, missingEnd, segmentsIn, type StoredMatch } from "./stored-match.ts";
import type { Stamp } from "./types.ts";

export interface Appending {
  readonly hash: HashPort;
  readonly stamp: Stamp;
  readonly match: MatchId;
  readonly batch: Batch;
  /** Position that the batch was made for. */
  readonly expected: number;
}

type Answer = Result<Position, StoreError>;

/** The body of the append transaction: it writes everything, or answers why it wrote nothing. */
export async function appendBatch(tables: Tables, appending: Appending): Promise<Answer> {
  const { batch, expected, match } = appending;
  const stored = await findMatch(tables, match);
  if (stored === null) return err({ kind: "unknown_match" });
  const damage = missingEnd(stored);
  if (damage !== null) return err(damage);
  if (await isRepeated(tables, appending, stored.position)) return ok(stored.position);
  const lastAt = stored.last?.at ?? 0;
  const objection = objectionTo(expected, stored.position) ?? timeObjection(lastAt, batch);
  return objection === null ? store(tables, appending, stored) : err(objection);
}

/** The batch is there already, byte for byte: its answer was lost on the way. */
async function isRepeated(tables: Tables, appending: Appending, position: Position): Promise<boolean> {
  const { hash, match, batch, expected } = appending;
  const to = expected + batch.events.length;
  if (to > position.seq) return false;
  const there = await readSegments(tables, { hash, match, from: expected + 1, to });
  const comparer = new EventComparer();
  return (
    there.ok &&
    batch.events.every((event, i) => {
      const other = there.value[i];
      return other !== undefined && comparer.equals(event, other);
    })
  );
}

async function store(tables: Tables, appending: Appending, stored: StoredMatch): Promise<Answer> {
  const { hash, match, stamp, batch } = appending;
  const { seq } = stored.position;
  const closing = closes(batch.events);
  const tail = await readTail(tables, appending, stored);
  if (tail === null) return err({ kind: "damaged", readable: seq, reason: "the last segment is damaged" });
  const plan = planSegments({ seq, tail, events: batch.events });
  const heads = headsAt(hash, stored.position, batch, plan.put);
  if (heads.last !== batch.head) return err({ kind: "bad_batch", reason: "the head does not follow" });
  const last = seq + batch.events.length;
  const segments = plan.put.map((run, i) => {
    const head = heads.ofRuns[i] ?? new Uint8Array(0);
    return toSegment(run, { hash, match, stamp, head });
  });
  await tables.segments.bulkDelete(plan.remove.map((first) => [match, first]));
  await tables.segments.bulkPut(segments);
  if (closing) await tables.matches.update(match, { final: { seq: last, head: batch.head } });
  return ok({ seq: last, head: batch.head, closed: closing });
}

/** The segments that the batch may be gathered or folded with; null where they cannot be read. */
async function readTail(tables: Tables, appending: Appending, stored: StoredMatch): Promise<readonly Run[] | null> {
  const { hash, match, batch } = appending;
  const { position, last } = stored;
  const from = blockStart(position.seq + 1);
  if (last === undefined || last.first < from) return [];
  const segments = wantsWholeTail(position.seq, batch.events)
    ? await segmentsIn(tables, { match, from, to: position.seq }).toArray()
    : [last];
  const runs: Run[] = [];
  for (const segment of segments) {
    const events = segmentEvents(hash, segment);
    if (events === null) return null;
    runs.push({ first: segment.first, events });
  }
  return runs;
}

/** The head after the last event of each run, and after the batch. Every run ends within the batch. */
function headsAt(
  hash: HashPort,
  { head }: Position,
  batch: Batch,
  runs: readonly Run[],
): { readonly ofRuns: readonly Uint8Array[]; readonly last: string } {
  const chain = new Chain(hash, toHead(hexToBytes(head)));
  const ends = new Set(runs.map(({ first, events }) => first + events.length - 1));
  const ofRuns: Uint8Array[] = [];
  for (const event of batch.events) {
    chain.append(event);
    if (ends.has(event.seq)) ofRuns.push(chain.head);
  }
  invariant(ofRuns.length === runs.length, "every run ends within the batch");
  return { ofRuns, last: chain.hex };
}
