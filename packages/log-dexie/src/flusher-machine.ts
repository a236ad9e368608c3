import { assertNever, invariant, type Hex, type LogEvent } from "@replayground/kernel";
import type { Batch, Position, StoreError } from "@replayground/log";

/** Longest time an event waits before it is sent to the store. */
export const FLUSH_AFTER_MS = 250;
/** So many waiting events are sent at once. */
export const FLUSH_AT = 20;
/** Most events of one append, unless a single batch has more. */
const MOST_SENT = 256;
/** So many events that are not stored ask the app to stop making more. */
export const PRESSURE_AT = 2000;
const RETRY_FIRST_MS = 100;
const RETRY_MOST_MS = 5000;

/** What is stored, what was sent, what waits: together everything that was played, in order. */
export interface FlusherState {
  readonly acknowledged: Position;
  /** Sent and not acknowledged yet. It stays until the store has answered, and is repeated as it is. */
  readonly sent: Batch | null;
  readonly waiting: readonly Batch[];
  readonly phase: FlusherPhase;
  /** What waits shall go out as soon as the store is free. */
  readonly isDue: boolean;
  readonly isTimerSet: boolean;
  readonly isPressed: boolean;
}

export type FlusherPhase =
  | { readonly status: "idle" }
  | { readonly status: "storing"; readonly attempt: number }
  /** The store is unavailable; the same batch is tried again after a while. */
  | { readonly status: "retrying"; readonly attempt: number; readonly error: StoreError }
  /** The store refused for good. What is not stored stays here, for an export. */
  | { readonly status: "halted"; readonly error: StoreError };

export type FlusherInput =
  | { readonly kind: "played"; readonly batch: Batch }
  | { readonly kind: "flush_due" }
  | { readonly kind: "flush_now" }
  | { readonly kind: "retry_due" }
  | { readonly kind: "stored"; readonly position: Position }
  | { readonly kind: "failed"; readonly error: StoreError };

export type FlusherEffect =
  | { readonly kind: "store"; readonly batch: Batch }
  | { readonly kind: "wake"; readonly input: "flush_due" | "retry_due"; readonly afterMs: number };

export type FlusherStep = readonly [FlusherState, readonly FlusherEffect[]];

export function createFlusherState(acknowledged: Position): FlusherState {
  const phase: FlusherPhase = { status: "idle" };
  return { acknowledged, sent: null, waiting: [], phase, isDue: false, isTimerSet: false, isPressed: false };
}

export function stepFlusher(state: FlusherState, input: FlusherInput): FlusherStep {
  switch (input.kind) {
    case "played":
      return press(send(collect(state, input.batch)));
    case "flush_due":
      return send([{ ...state, isTimerSet: false, isDue: state.waiting.length > 0 }, []]);
    case "flush_now":
      return flushNow({ ...state, isDue: state.waiting.length > 0 });
    case "retry_due":
      return state.phase.status === "retrying" ? repeat(state) : [state, []];
    case "stored":
      return press(send([{ ...state, acknowledged: input.position, sent: null, phase: { status: "idle" } }, []]));
    case "failed":
      return fail(state, input.error);
    default:
      return assertNever(input);
  }
}

/** Events that are not stored yet. */
export function pendingCount({ sent, waiting }: FlusherState): number {
  return countOf(waiting) + (sent?.events.length ?? 0);
}

/** Sequence number of the last event that was played. */
export function playedSeq({ acknowledged, sent, waiting }: FlusherState): number {
  const last = waiting[waiting.length - 1] ?? sent;
  return last?.events[last.events.length - 1]?.seq ?? acknowledged.seq;
}

function collect(state: FlusherState, batch: Batch): FlusherStep {
  const [first] = batch.events;
  if (first === undefined) return [state, []];
  invariant(first.seq === playedSeq(state) + 1, "events reach the flusher in order, each once");
  const next = { ...state, waiting: [...state.waiting, batch] };
  if (state.isTimerSet || state.phase.status === "halted") return [next, []];
  return [{ ...next, isTimerSet: true }, [{ kind: "wake", input: "flush_due", afterMs: FLUSH_AFTER_MS }]];
}

function flushNow(state: FlusherState): FlusherStep {
  return state.phase.status === "retrying" ? repeat(state) : send([state, []]);
}

/** Sends what waits if it is due or enough, and nothing else is on its way. */
function send([state, effects]: FlusherStep): FlusherStep {
  const isWanted = state.isDue || countOf(state.waiting) >= FLUSH_AT;
  if (state.phase.status !== "idle" || !isWanted || state.waiting.length === 0) return [state, effects];
  const [batch, waiting] = take(state.waiting);
  const phase: FlusherPhase = { status: "storing", attempt: 1 };
  return [{ ...state, sent: batch, waiting, phase, isDue: waiting.length > 0 }, [...effects, { kind: "store", batch }]];
}

/** As many waiting batches as fit into one append. Batches are never split: only their ends have a known head. */
function take(waiting: readonly Batch[]): readonly [Batch, readonly Batch[]] {
  const events: LogEvent[] = [];
  let head: Hex | null = null;
  let taken = 0;
  for (const batch of waiting) {
    if (taken > 0 && events.length + batch.events.length > MOST_SENT) break;
    for (const event of batch.events) events.push(event);
    ({ head } = batch);
    taken++;
  }
  invariant(head !== null, "something waits");
  return [{ events, head }, waiting.slice(taken)];
}

function repeat(state: FlusherState): FlusherStep {
  const { sent, phase } = state;
  invariant(sent !== null && phase.status === "retrying", "a failed batch is kept");
  return [{ ...state, phase: { status: "storing", attempt: phase.attempt + 1 } }, [{ kind: "store", batch: sent }]];
}

function fail(state: FlusherState, error: StoreError): FlusherStep {
  if (error.kind !== "unavailable") return [{ ...state, phase: { status: "halted", error } }, []];
  const attempt = state.phase.status === "storing" ? state.phase.attempt : 1;
  const afterMs = Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 2 ** Math.min(attempt - 1, 10));
  return [{ ...state, phase: { status: "retrying", attempt, error } }, [{ kind: "wake", input: "retry_due", afterMs }]];
}

function press([state, effects]: FlusherStep): FlusherStep {
  const pending = pendingCount(state);
  const isPressed = pending >= PRESSURE_AT || (state.isPressed && pending > PRESSURE_AT / 2);
  return [{ ...state, isPressed }, effects];
}

function countOf(batches: readonly Batch[]): number {
  return batches.reduce((sum, { events }) => sum + events.length, 0);
}
