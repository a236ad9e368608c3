import type { ChancePort, Outcome, Setup } from "@replayground/engine";
import { type Core, cloneCore, createCore } from "../core/core.ts";
import type { Handling } from "../core/handling.ts";
import { releaseAllKeys } from "../core/press.ts";
import type { Profile } from "../core/profile.ts";
import type { BagSource } from "../core/bag.ts";
import { type Joins, noJoins } from "./joins.ts";
import { optionsToProfile, toHandling } from "./mode.ts";
import type { TetrisOptions } from "./options.ts";
import type { Finish, TetrisTypes } from "./types.ts";

/** What stays the same for a whole game; every state of the game shares it. */
export interface Rules {
  readonly options: TetrisOptions;
  readonly profile: Profile;
  readonly handling: Handling;
  /** Whether pieces come from `bag_dealt` events instead of a stream that the state carries. */
  readonly isDealt: boolean;
}

/** Garbage that waits to rise: not before tick `active`. */
export interface PendingGarbage {
  readonly id: number;
  readonly rows: number;
  readonly active: number;
}

const nothingPending: readonly PendingGarbage[] = [];

/**
 * One board at one moment. Immutable for whoever holds it: `fork` gives a copy that its maker may change until it hands
 * it on with `publish`.
 */
export class TetrisState {
  readonly rules: Rules;
  core: Core;
  joins: Joins = noJoins;
  /** Bags dealt by the authority; 0 where the state carries the stream. */
  bagsDealt = 0;
  /** Garbage insertions so far: the id of the next one. */
  insertions = 0;
  /** Cheese rows still to rise. */
  cheeseLeft: number;
  pending: readonly PendingGarbage[] = nothingPending;
  /** Rows sent to others. */
  sent = 0;
  isEliminated = false;
  /** What ended the game, or null while it goes on. */
  finish: Finish | null = null;

  constructor(rules: Rules, core: Core) {
    this.rules = rules;
    this.core = core;
    this.cheeseLeft = rules.options.cheese;
  }
}

/** The rules of a match, from its header. */
export function createRules({ header, options }: Setup<TetrisTypes>): Rules {
  return {
    options,
    profile: optionsToProfile(options),
    handling: toHandling(options.handling),
    isDealt: header.chance.kind === "committed",
  };
}

/** The state before the first event. */
export function createState(setup: Setup<TetrisTypes>, chance: ChancePort | null): TetrisState {
  const rules = createRules(setup);
  const bags: BagSource =
    rules.isDealt || chance === null ? { kind: "dealt" } : { kind: "native", words: chance.stream("bag", 0) };
  const { profile, handling } = rules;
  return publish(new TetrisState(rules, createCore({ profile, handling, bags })));
}

/** From here on nothing changes the state: later ones that write to the board take their own copy of it. */
export function publish(state: TetrisState): TetrisState {
  state.core.boardShared = true;
  return state;
}

/** A copy that may be changed. */
export function fork(state: TetrisState): TetrisState {
  const copy = new TetrisState(state.rules, cloneCore(state.core));
  copy.joins = state.joins;
  copy.bagsDealt = state.bagsDealt;
  copy.insertions = state.insertions;
  copy.cheeseLeft = state.cheeseLeft;
  copy.pending = state.pending;
  copy.sent = state.sent;
  copy.isEliminated = state.isEliminated;
  copy.finish = state.finish;
  return copy;
}

/** All keys go up, as when the player looks away: a pause. */
export function release(state: TetrisState): TetrisState {
  if (state.core.held === 0) return state;
  const after = fork(state);
  releaseAllKeys(after.core);
  return after;
}

/** One seat, one place; null while the game goes on. */
export function outcomeOf(state: TetrisState): Outcome | null {
  return state.finish === null ? null : { places: [1] };
}
