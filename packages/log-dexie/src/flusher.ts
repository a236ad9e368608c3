import { err, ok, type LogEvent, type MatchId, type Result } from "@replayground/kernel";
import type { Batch, EventLog, Position, StoreError } from "@replayground/log";
import {
  createFlusherState,
  pendingCount,
  playedSeq,
  stepFlusher,
  type FlusherEffect,
  type FlusherInput,
  type FlusherPhase,
  type FlusherState,
} from "./flusher-machine.ts";

export interface FlusherOptions {
  readonly log: EventLog;
  readonly match: MatchId;
  /** Where the stored log stands. */
  readonly position: Position;
  readonly onStatus?: (status: FlusherStatus) => void;
  /** Calls back after so many milliseconds. Default: `setTimeout`. */
  readonly after?: (ms: number, wake: () => void) => void;
}

export interface FlusherStatus {
  /** "On this device" reaches exactly this far. */
  readonly acknowledged: Position;
  /** Events that were played and are not stored yet. */
  readonly pending: number;
  readonly phase: FlusherPhase;
  /** So much waits that the app should pause the match. */
  readonly isPressed: boolean;
}

/** Carries events from the match to the store: in order, each once, none forgotten. */
export interface Flusher {
  /** Takes events over; at most 250 ms or 20 events later they are on their way. */
  readonly push: (batch: Batch) => void;
  /** Sends what waits at once. Resolves when all that was pushed before is stored, or with the first failure. */
  readonly flushNow: () => Promise<Result<Position, StoreError>>;
  readonly status: () => FlusherStatus;
  /** What is not stored yet, in order. */
  readonly unsaved: () => readonly LogEvent[];
  /** Sends nothing more: another tab writes the match now. What is on its way arrives or is refused. */
  readonly stop: () => void;
}

interface Waiter {
  readonly seq: number;
  readonly settle: (answer: Result<Position, StoreError>) => void;
}

const STOPPED: Result<Position, StoreError> = err({ kind: "unavailable", reason: "another tab writes" });

export function createFlusher(options: FlusherOptions): Flusher {
  const { log, match, onStatus } = options;
  const after = options.after ?? ((ms, wake): void => void setTimeout(wake, ms));
  let state = createFlusherState(options.position);
  let waiters: readonly Waiter[] = [];
  let isStopped = false;

  function feed(input: FlusherInput): void {
    if (isStopped) return;
    const [next, effects] = stepFlusher(state, input);
    state = next;
    waiters = settleWaiters(waiters, state);
    onStatus?.(statusOf(state));
    for (const effect of effects) perform(effect);
  }

  function perform(effect: FlusherEffect): void {
    if (effect.kind === "wake") after(effect.afterMs, () => feed({ kind: effect.input }));
    else void store(effect.batch);
  }

  async function store(batch: Batch): Promise<void> {
    try {
      const answer = await log.append(match, batch);
      feed(answer.ok ? { kind: "stored", position: answer.value } : { kind: "failed", error: answer.error });
    } catch (defect) {
      feed({ kind: "failed", error: { kind: "bad_batch", reason: String(defect) } });
      throw defect; // a broken invariant is reported where the page reports such things; the events stay here
    }
  }

  return {
    push: (batch) => feed({ kind: "played", batch }),
    flushNow: () =>
      new Promise((settle) => {
        if (isStopped) return settle(STOPPED);
        waiters = [...waiters, { seq: playedSeq(state), settle }];
        feed({ kind: "flush_now" });
      }),
    status: () => statusOf(state),
    unsaved: () => [...(state.sent?.events ?? []), ...state.waiting.flatMap(({ events }) => events)],
    stop: () => {
      isStopped = true;
      for (const { settle } of waiters) settle(STOPPED);
      waiters = [];
    },
  };
}

function statusOf(state: FlusherState): FlusherStatus {
  const { acknowledged, phase, isPressed } = state;
  return { acknowledged, pending: pendingCount(state), phase, isPressed };
}

/** Answers those who can be answered, and returns the rest. */
function settleWaiters(waiters: readonly Waiter[], { acknowledged, phase }: FlusherState): readonly Waiter[] {
  const failure = phase.status === "halted" || phase.status === "retrying" ? phase.error : null;
  return waiters.filter(({ seq, settle }) => {
    if (acknowledged.seq >= seq) settle(ok(acknowledged));
    else if (failure !== null) settle(err(failure));
    else return true;
    return false;
  });
}
