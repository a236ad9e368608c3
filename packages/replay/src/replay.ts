import { err, invariant, ok, type Header, type LogEvent, type Result } from "@replayground/kernel";
import {
  advanceTo,
  emptyMatch,
  foldEvent,
  asGameEvent,
  isFrameEvent,
  type GameTypes,
  type HeaderError,
  type MatchState,
  type Moment,
  type MomentDetector,
  type Runtime,
} from "@replayground/engine";

/** A full state is kept after every this many events: any position costs at most that many folds. */
export const KEYFRAME_EVERY = 256;

/** What is replayed: a log whose events are trusted (re-executed here, or from the authority). */
export interface ReplaySource {
  readonly header: Header;
  readonly events: readonly LogEvent[];
}

/**
 * A log opened for scrubbing. States are immutable, so keyframes are the states themselves; seeking forth and back any
 * number of times changes nothing. Grows while the match is still being played.
 */
export class Replay<T extends GameTypes> {
  readonly header: Header;
  readonly runtime: Runtime<T>;
  private readonly log: LogEvent[] = [];
  private readonly keyframes: MatchState<T>[];
  private readonly found: Moment[] = [];
  private readonly detector: MomentDetector<T>;
  private last: MatchState<T>;
  /** The state last asked for: stepping on from it costs one fold. */
  private cursor: MatchState<T>;

  private constructor(runtime: Runtime<T>, first: MatchState<T>) {
    this.runtime = runtime;
    this.header = first.header;
    this.keyframes = [first];
    this.last = first;
    this.cursor = first;
    this.detector = runtime.game.createMomentDetector();
  }

  static open<T extends GameTypes>(runtime: Runtime<T>, source: ReplaySource): Result<Replay<T>, HeaderError> {
    const empty = emptyMatch(runtime, source.header);
    if (!empty.ok) return err(empty.error);
    const replay = new Replay(runtime, empty.value);
    replay.extend(source.events);
    return ok(replay);
  }

  /** Takes further events of the same log. */
  extend(events: readonly LogEvent[]): void {
    for (const event of events) {
      invariant(event.seq === this.log.length + 1, "a replay is extended without gaps");
      this.last = foldEvent(this.runtime, this.last, event);
      this.log.push(event);
      if (event.seq % KEYFRAME_EVERY === 0) this.keyframes.push(this.last);
      if (!isFrameEvent(event.type)) this.found.push(...this.detector.observe(asGameEvent<T>(event), this.last.game));
    }
  }

  get events(): readonly LogEvent[] {
    return this.log;
  }

  /** Number of events: the last position. */
  get length(): number {
    return this.log.length;
  }

  /** Tick of the last event. */
  get end(): number {
    return this.last.at;
  }

  get final(): MatchState<T> {
    return this.last;
  }

  get moments(): readonly Moment[] {
    return this.found;
  }

  /** The state after event `seq`; 0 is the state before the first. */
  at(seq: number): MatchState<T> {
    const target = clamp(seq, 0, this.length);
    if (target === this.length) return this.last;
    const keyframe = this.keyframes[Math.floor(target / KEYFRAME_EVERY)];
    invariant(keyframe !== undefined, "there is a keyframe at or before every position");
    const near = this.cursor.seq <= target && this.cursor.seq > keyframe.seq ? this.cursor : keyframe;
    this.cursor = this.foldOn(near, target);
    return this.cursor;
  }

  /** The state at a moment between events: after everything up to `tick`, advanced to it. */
  atTick(tick: number): MatchState<T> {
    const target = clamp(tick, 0, this.end);
    const match = this.at(this.seqAt(target));
    return match.status === "running" && !match.paused ? advanceTo(this.runtime, match, target) : match;
  }

  /** Number of events at or before a tick. */
  seqAt(tick: number): number {
    let low = 0;
    let high = this.log.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.log[middle]?.at ?? 0) <= tick) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private foldOn(from: MatchState<T>, target: number): MatchState<T> {
    let match = from;
    for (let seq = from.seq; seq < target; seq++) {
      const event = this.log[seq];
      if (event === undefined) break;
      match = foldEvent(this.runtime, match, event);
    }
    return match;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, Math.floor(value)));
}
