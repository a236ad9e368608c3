import type { ChancePort, Setup } from "@replayground/engine";
import { type Core, cloneCore, createCore } from "../core/core.ts";
import type { Handling } from "../core/handling.ts";
import type { Profile } from "../core/profile.ts";
import type { BagSource } from "../core/bag.ts";
import { Dealer } from "./dealer.ts";
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
  readonly dealer: Dealer;
}

/** Garbage that waits to rise: not before tick `active`. */
export interface PendingGarbage {
  readonly id: number;
  readonly rows: number;
  readonly active: number;
}

const nothingPending: readonly PendingGarbage[] = [];

/** One board at one moment. `fork` gives a copy that its maker may change until it hands it on with `publish`. */
export class Position {
  readonly rules: Rules;
  core: Core;
  joins: Joins = noJoins;
  #ownJoins: number[] | null = null;
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

  /** The joins for writing: an array of its own, if another position may look at them. */
  ownJoins(): number[] {
    const own = this.#ownJoins;
    if (own !== null && own === this.joins) return own;
    const copy = this.joins.slice();
    this.#ownJoins = copy;
    this.joins = copy;
    return copy;
  }

  /** The joins for another position to look at. */
  shareJoins(): Joins {
    this.#ownJoins = null;
    return this.joins;
  }
}

/** The rules of a match, from its header. */
export function createRules({ header, options }: Setup<TetrisTypes>): Rules {
  return {
    options,
    profile: optionsToProfile(options),
    handling: toHandling(options.handling),
    isDealt: header.chance.kind === "committed",
    dealer: new Dealer(),
  };
}

/** The position before the first event. */
export function createPosition(setup: Setup<TetrisTypes>, chance: ChancePort | null): Position {
  const rules = createRules(setup);
  const bags: BagSource =
    rules.isDealt || chance === null ? { kind: "dealt" } : { kind: "native", words: chance.stream("bag", 0) };
  const { profile, handling } = rules;
  return publish(new Position(rules, createCore({ profile, handling, bags })));
}

/** From here on nothing changes the position: later ones that write to the board take their own copy of it. */
export function publish(position: Position): Position {
  position.core.boardShared = true;
  return position;
}

/** A copy that may be changed. */
export function fork(position: Position): Position {
  const copy = new Position(position.rules, cloneCore(position.core));
  copy.joins = position.shareJoins();
  copy.bagsDealt = position.bagsDealt;
  copy.insertions = position.insertions;
  copy.cheeseLeft = position.cheeseLeft;
  copy.pending = position.pending;
  copy.sent = position.sent;
  copy.isEliminated = position.isEliminated;
  copy.finish = position.finish;
  return copy;
}
