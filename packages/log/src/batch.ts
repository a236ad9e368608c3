import { ByteWriter, bytesEqual, err, ok, type LogEvent, type Result } from "@replayground/kernel";
import { writeEvent } from "./event.ts";
import { samePlainEvent } from "./same-json.ts";
import type { Batch, Position, StoreError } from "./port.ts";

/** The type of the last event of every finished match. */
export const CLOSING_EVENT = "match_closed";

/**
 * Well-formed in itself: not empty, consecutive, time never goes back, nothing after the closing event.
 * Returns the expected position.
 */
export function expectedSeq(batch: Batch): Result<number, StoreError> {
  const first = batch.events[0];
  if (first === undefined) return badBatch("empty");
  if (first.seq < 1) return badBatch("sequence numbers start at 1");
  let { at } = first;
  for (let i = 0; i < batch.events.length; i++) {
    const event = batch.events[i];
    if (event === undefined || event.seq !== first.seq + i) return badBatch("not consecutive");
    if (event.type === CLOSING_EVENT && i < batch.events.length - 1) return badBatch("events after the closing event");
    if (event.at < at) return badBatch("time goes back");
    at = event.at;
  }
  return ok(first.seq - 1);
}

function badBatch(reason: string): Result<never, StoreError> {
  return err({ kind: "bad_batch", reason });
}

export function closes(events: readonly LogEvent[]): boolean {
  return events[events.length - 1]?.type === CLOSING_EVENT;
}

/** What an append at `position` must answer before anything is stored; null: go ahead. */
export function objectionTo(expected: number, position: Position): StoreError | null {
  if (position.seq !== expected) return { kind: "conflict", position };
  return position.closed ? { kind: "closed", position } : null;
}

/** The same for time: the batch may not start before `lastAt`, the tick of the last stored event (0: there is none). */
export function timeObjection(lastAt: number, batch: Batch): StoreError | null {
  const first = batch.events[0];
  return first !== undefined && first.at < lastAt ? { kind: "bad_batch", reason: "time goes back" } : null;
}

/** Whether two events have the same canonical bytes. */
export function eventEquals(a: LogEvent, b: LogEvent): boolean {
  return new EventComparer().equals(a, b);
}

/** The same question asked of many pairs: the two buffers are reused. */
export class EventComparer {
  private readonly left = new ByteWriter(512);
  private readonly right = new ByteWriter(512);

  equals(a: LogEvent, b: LogEvent): boolean {
    return samePlainEvent(a, b) || this.sameBytes(a, b);
  }

  private sameBytes(a: LogEvent, b: LogEvent): boolean {
    this.left.length = 0;
    this.right.length = 0;
    writeEvent(this.left, a);
    writeEvent(this.right, b);
    return bytesEqual(this.left.view(), this.right.view());
  }
}
