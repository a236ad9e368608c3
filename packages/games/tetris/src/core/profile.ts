import type { HalfTurn, KickSystem } from "./kicks.ts";
import type { Levels } from "./level.ts";
import type { Scoring } from "./scoring.ts";
import type { Kick5Rule, SpinRule } from "./spin.ts";

/** Every parameter of a rule set, as a value that can be hashed: integers, short strings, booleans. Times in ticks. */
export interface Profile {
  readonly id: string;
  readonly kicks: KickSystem;
  readonly halfTurn: HalfTurn;
  readonly kick5: Kick5Rule;
  readonly spins: SpinRule;
  readonly spawn: SpawnRule;
  readonly bag: "native" | "minstd";
  readonly hold: "once" | "infinite" | "off";
  /** Visible next pieces, 1..6. */
  readonly previews: number;
  readonly gravity: GravityRule;
  readonly lockDown: LockDownRule;
  /** Soft drop factor, or the player's own setting. */
  readonly softDrop: number | "player";
  /** Delay after every lock, and the further delay after one that clears. */
  readonly are: number;
  readonly lineDelay: number;
  readonly topOut: TopOutRule;
  readonly scoring: Scoring;
  readonly levels: Levels;
  /** Points a perfect clear adds to the back-to-back counter; 0 in the guideline. */
  readonly perfectClearB2b: number;
  /** Keys that a 180 press counts for finesse. */
  readonly finesseHalfTurn: 1 | 2;
  readonly goal: Goal;
}

export interface SpawnRule {
  readonly x: number;
  /** Centre row at generation. */
  readonly y: number;
  /** One row down at once when nothing is in the way. */
  readonly freeStep: boolean;
  /** When blocked, try one row higher. */
  readonly secondChance: boolean;
}

export type GravityRule =
  /** By level, from the guideline table. */
  | { readonly kind: "level" }
  /** Rows per tick in 24-bit fixed point; from tick `rampFrom` on it grows by `rampAdd` every `rampEvery` ticks. */
  | {
      readonly kind: "constant";
      readonly perTick: number;
      readonly rampFrom: number;
      readonly rampEvery: number;
      readonly rampAdd: number;
    };

export interface LockDownRule {
  /**
   * `extended`: moves reset the timer, at most `resets` times per new lowest row. `infinite`: always.
   * `classic`: only a new lowest row does.
   */
  readonly kind: "extended" | "infinite" | "classic";
  readonly ticks: number;
  readonly resets: number;
}

export interface TopOutRule {
  /** A lock wholly above the visible rows that clears none ends the game. */
  readonly lockOut: boolean;
  /** A lock partly above the visible rows ends the game. */
  readonly partialLockOut: boolean;
  /** After a clearing lock a blocked spawn is raised until it fits. */
  readonly clutch: boolean;
  /** What a top out means: the end, or a cleared board. */
  readonly effect: "end" | "reset";
}

/** What completes a game; the mode judges it. */
export type Goal =
  | { readonly kind: "lines"; readonly lines: number }
  | { readonly kind: "ticks"; readonly ticks: number }
  | { readonly kind: "garbage"; readonly rows: number }
  | { readonly kind: "last_alive" }
  | { readonly kind: "none" };
