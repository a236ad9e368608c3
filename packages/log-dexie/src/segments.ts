import { type HashPort, type LogEvent, type MatchId } from "@replayground/kernel";
import { closes, packEvents, unpackEvents } from "@replayground/log";
import type { SegmentRecord } from "./schema.ts";
import type { Stamp } from "./types.ts";

/** Events of one segment at most, once its block is full. Blocks start at 1, 257, 513 ... */
export const BLOCK = 256;
/** Flushes are gathered in one record up to this many events, so that a slow game does not pay a record an event. */
export const TAIL = 20;

/** Consecutive events to store as one segment. */
export interface Run {
  readonly first: number;
  readonly events: readonly LogEvent[];
}

export interface SegmentPlan {
  /** First sequence numbers of the segments that are folded into others. */
  readonly remove: readonly number[];
  readonly put: readonly Run[];
}

/** First sequence number of the block that holds event `seq`. */
export function blockStart(seq: number): number {
  return seq - ((seq - 1) % BLOCK);
}

export interface Growth {
  /** Last stored event. */
  readonly seq: number;
  /** Segments of the unfinished block in order: all, or the last where that is enough (`wantsWholeTail`). */
  readonly tail: readonly Run[];
  readonly events: readonly LogEvent[];
}

/** Whether storing these events folds the whole unfinished block; else the last segment is enough to plan. */
export function wantsWholeTail(seq: number, events: readonly LogEvent[]): boolean {
  return seq + events.length >= blockStart(seq + 1) + BLOCK - 1 || closes(events);
}

/** How a batch is stored: beside what is there, gathered with the last flush, or folded with its block. */
export function planSegments({ seq, tail, events }: Growth): SegmentPlan {
  const first = seq + 1;
  if (wantsWholeTail(seq, events)) {
    const all = [...tail.flatMap((run) => run.events), ...events];
    const put = cutIntoBlocks(tail[0]?.first ?? first, all);
    const kept = new Set(put.map((run) => run.first));
    return { remove: tail.map((run) => run.first).filter((each) => !kept.has(each)), put };
  }
  const last = tail[tail.length - 1];
  if (last !== undefined && last.events.length + events.length <= TAIL) {
    return { remove: [], put: [{ first: last.first, events: [...last.events, ...events] }] };
  }
  return { remove: [], put: [{ first, events }] };
}

function cutIntoBlocks(first: number, events: readonly LogEvent[]): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < events.length; ) {
    const end = at + BLOCK - ((first + at - 1) % BLOCK);
    runs.push({ first: first + at, events: events.slice(at, end) });
    at = end;
  }
  return runs;
}

export interface SegmentMaking {
  readonly hash: HashPort;
  readonly match: MatchId;
  readonly stamp: Stamp;
  /** Head after the last event of the run. */
  readonly head: Uint8Array;
}

export function toSegment({ first, events }: Run, { hash, match, stamp, head }: SegmentMaking): SegmentRecord {
  const bytes = packEvents(events);
  const at = events[events.length - 1]?.at ?? 0;
  return { match, first, count: events.length, at, head, bytes, sum: sumOf(hash, bytes), ...stamp };
}

/** Whether a stored segment has the bytes that were written; a tenth of the cost of reading its events. */
export function isIntact(hash: HashPort, { bytes, sum }: SegmentRecord): boolean {
  return bytes instanceof Uint8Array && sumOf(hash, bytes) === sum;
}

/** The events of a stored segment, or null where it is damaged. */
export function segmentEvents(hash: HashPort, segment: SegmentRecord): readonly LogEvent[] | null {
  if (!isIntact(hash, segment)) return null;
  const events = unpackEvents(segment.bytes);
  if (!events.ok || events.value.length !== segment.count || events.value[0]?.seq !== segment.first) return null;
  return events.value;
}

function sumOf(hash: HashPort, bytes: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = hash.sha256(bytes);
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
