import type { AttackTableId } from "./attack-table.ts";
import type { ComboTableId } from "./combo-table.ts";

/** How clears turn into rows. */
export type AttackRules =
  /** Base + back-to-back + combo table. `perfectClear`: a further attack, or instead of the clear's own rows. */
  | {
      readonly kind: "additive";
      readonly table: AttackTableId;
      readonly combo: ComboTableId;
      readonly b2b: number;
      readonly perfectClear: { readonly rows: number; readonly effect: "separate" | "add" | "replace" };
    }
  /** TETR.IO: combos multiply, chains add by a logarithm (season 1) or charge a surge (season 2). */
  | { readonly kind: "multiplier"; readonly chain: "chaining" | "charging"; readonly perfectClearRows: number };

/** `full`: a clearing lock keeps garbage out. `limited`: what is left after cancelling comes in all the same. */
export type Blocking = "full" | "limited" | "none" | "instant";

/** How garbage waits and comes in. Times in ticks of 1/600 s. */
export interface GarbageRules {
  /** From arrival until it may be inserted. */
  readonly delay: number;
  readonly blocking: Blocking;
  /** Most rows one lock inserts; 0 is no limit. */
  readonly cap: number;
  /** Most rows that wait; 0 is no limit. What would exceed it is lost. */
  readonly queueLimit: number;
  /** Chance in percent of a new hole: for a new entry, and for each further row of one. */
  readonly change: number;
  readonly inner: number;
  /** A new hole is never in the same column. */
  readonly noSame: boolean;
}

export interface VersusRules {
  readonly id: string;
  readonly attack: AttackRules;
  readonly garbage: GarbageRules;
}

/** Our own: Jstris tables, half a second, eight rows at most. */
export const versusRules: VersusRules = {
  id: "versus",
  attack: {
    kind: "additive",
    table: "jstris",
    combo: "jstris",
    b2b: 1,
    perfectClear: { rows: 10, effect: "separate" },
  },
  garbage: { delay: 300, blocking: "full", cap: 8, queueLimit: 0, change: 100, inner: 0, noSame: false },
};

export const guidelineRules: VersusRules = {
  id: "guideline",
  attack: {
    kind: "additive",
    table: "guideline",
    combo: "guideline-classic",
    b2b: 1,
    perfectClear: { rows: 10, effect: "replace" },
  },
  garbage: { delay: 0, blocking: "limited", cap: 10, queueLimit: 0, change: 100, inner: 30, noSame: false },
};

export const tetris99Rules: VersusRules = {
  id: "tetris99",
  attack: {
    kind: "additive",
    table: "tetris99",
    combo: "tetris99",
    b2b: 1,
    perfectClear: { rows: 4, effect: "add" },
  },
  garbage: { delay: 300, blocking: "full", cap: 8, queueLimit: 12, change: 100, inner: 0, noSame: false },
};

/** TETR.IO's custom rooms: 20 frames, eight rows. */
export const tetrioRules: VersusRules = {
  id: "tetrio",
  attack: { kind: "multiplier", chain: "chaining", perfectClearRows: 10 },
  garbage: { delay: 200, blocking: "full", cap: 8, queueLimit: 0, change: 100, inner: 0, noSame: false },
};
