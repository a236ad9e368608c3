import { err, ok, type HashPort, type LogEvent, type Result } from "@replayground/kernel";
import type { SegmentRecord, Tables } from "./schema.ts";
import { blockStart, segmentEvents } from "./segments.ts";
import { segmentsIn, type SegmentRange } from "./stored-match.ts";

/** The first event that is missing or cannot be read. */
export interface Damage {
  readonly seq: number;
  readonly reason: string;
}

export interface EventRange extends SegmentRange {
  readonly hash: HashPort;
}

/** Events `from`..`to` (1-based, inclusive) as far as the log goes. */
export async function readSegments(
  tables: Tables,
  { hash, match, from, to }: EventRange,
): Promise<Result<readonly LogEvent[], Damage>> {
  const low = Math.max(1, from);
  if (to < low) return ok([]);
  const start = blockStart(low);
  const segments = await segmentsIn(tables, { match, from: start, to }).toArray();
  const joined = joinSegments(hash, segments, start);
  return joined.ok ? ok(joined.value.filter(({ seq }) => seq >= low && seq <= to)) : joined;
}

/** The events of consecutive segments, the first of which must start at `start`. */
export function joinSegments(
  hash: HashPort,
  segments: readonly SegmentRecord[],
  start: number,
): Result<readonly LogEvent[], Damage> {
  const all: LogEvent[] = [];
  for (const segment of segments) {
    const seq = start + all.length;
    if (segment.first !== seq) return err({ seq, reason: "a segment is missing" });
    const events = segmentEvents(hash, segment);
    if (events === null) return err({ seq, reason: "a segment is damaged" });
    for (const event of events) all.push(event);
  }
  return ok(all);
}
