import type { Outcome } from "@replayground/engine";
import type { Core } from "../core/core.ts";
import { releaseAllKeys } from "../core/press.ts";
import { applyChange, type Change, type ChangingEvent, isChanging } from "./change.ts";
import { fork, type Position, publish, type Rules } from "./position.ts";
import type { TetrisDraft } from "./settle.ts";
import type { Finish } from "./types.ts";

/** What deciding learned on a scratch copy: where these very events lead. */
interface Foreseen {
  readonly drafts: readonly TetrisDraft[];
  readonly position: Position;
}

/**
 * One board at one moment, immutable. Folding is put off until someone looks: a state remembers the one before it and
 * what happened since, and makes one copy for all of that. Between two commands nobody looks at the states after
 * single events, so that a piece costs two copies instead of five.
 */
export class TetrisState {
  readonly rules: Rules;
  readonly tick: number;
  /** What ended the game, or null while it goes on. */
  readonly finish: Finish | null;
  #position: Position | null;
  #before: TetrisState | null;
  readonly #change: Change | null;
  #foreseen: Foreseen | null = null;

  private constructor(from: TetrisState | Position, change: Change | null) {
    this.rules = from.rules;
    this.#change = change;
    if (from instanceof TetrisState) {
      this.tick = typeof change === "number" ? change : from.tick;
      this.finish = isEnd(change) ? change.data.finish : from.finish;
      this.#position = null;
      this.#before = from;
    } else {
      this.tick = from.core.tick;
      this.finish = from.finish;
      this.#position = publish(from);
      this.#before = null;
    }
  }

  /** The state of a position, which nobody may change from here on. */
  static of(position: Position): TetrisState {
    return new TetrisState(position, null);
  }

  /** The state after an event, or after time up to a tick. */
  after(change: Change): TetrisState {
    return new TetrisState(this, change);
  }

  get position(): Position {
    return this.#position ?? this.settle();
  }

  get core(): Core {
    return this.position.core;
  }

  /** The position after the last event: time has passed since, but no key was touched. */
  get touched(): Position {
    return TetrisState.lastTouched(this).position;
  }

  /** Keeps what deciding learned, in case these very events are folded next. */
  foresee(drafts: readonly TetrisDraft[], position: Position): void {
    this.#foreseen = { drafts, position };
  }

  private static lastTouched(last: TetrisState): TetrisState {
    let state = last;
    while (state.#position === null && typeof state.#change === "number" && state.#before !== null) {
      state = state.#before;
    }
    return state;
  }

  private settle(): Position {
    const changes: Change[] = [];
    const from = TetrisState.lastSettled(this, changes);
    const foreseen = from.#foreseen;
    const position = foreseen !== null && isForeseen(foreseen, changes) ? foreseen.position : from.changed(changes);
    this.#position = publish(position);
    this.#before = null;
    return position;
  }

  /** The last state with a position, and what happened from there on. */
  private static lastSettled(last: TetrisState, changes: Change[]): TetrisState {
    let state = last;
    while (state.#position === null && state.#before !== null && state.#change !== null) {
      changes.push(state.#change);
      state = state.#before;
    }
    changes.reverse();
    return state;
  }

  private changed(changes: readonly Change[]): Position {
    const position = fork(this.position);
    for (const change of changes) applyChange(position, change);
    return position;
  }
}

function isEnd(change: Change | null): change is Extract<ChangingEvent, { readonly type: "game_end" }> {
  return change !== null && typeof change !== "number" && change.type === "game_end";
}

/** Data of events are made once and never copied by whoever runs a match, so the same object is the same event. */
function isForeseen({ drafts }: Foreseen, changes: readonly Change[]): boolean {
  let next = 0;
  for (const draft of drafts) {
    if (!isChanging(draft)) continue;
    const change = changes[next++];
    if (change === undefined || typeof change === "number" || change.data !== draft.data) return false;
  }
  return next === changes.length;
}

/** All keys go up, as when the player looks away: a pause. */
export function release(state: TetrisState): TetrisState {
  if (state.touched.core.held === 0) return state;
  const after = fork(state.position);
  releaseAllKeys(after.core);
  return TetrisState.of(after);
}

/** One seat, one place; null while the game goes on. */
export function outcomeOf(state: TetrisState): Outcome | null {
  return state.finish === null ? null : { places: [1] };
}
