import type { ClearCode } from "./clear.ts";

/** Points of one rule set. Source: guideline values, section and authorities as in the tests. */
export interface Scoring {
  /** By `ClearCode`. Times level. */
  readonly clears: readonly number[];
  /** Per combo count. Times level. */
  readonly combo: number;
  /** Added for a perfect clear with 0..4 rows. Times level. */
  readonly perfectClear: readonly number[];
  /** Instead of `perfectClear[4]` when the tetris continues a back-to-back chain. Times level. */
  readonly perfectClearB2bTetris: number;
  /** Per row, never times level. */
  readonly softDropRow: number;
  readonly hardDropRow: number;
  /** Which level multiplies: the one before the clear, the one after it, or none. */
  readonly level: "before" | "after" | "one";
}

const guidelineClears: readonly number[] = [0, 100, 300, 500, 800, 400, 800, 1200, 1600, 100, 200, 400];

export const guidelineScoring: Scoring = {
  clears: guidelineClears,
  combo: 50,
  perfectClear: [0, 800, 1200, 1800, 2000],
  perfectClearB2bTetris: 3200,
  softDropRow: 1,
  hardDropRow: 2,
  level: "before",
};

/** Guideline points that no level multiplies: sprint, zen, versus. */
export const flatScoring: Scoring = { ...guidelineScoring, level: "one" };

/** TETR.IO solo: a perfect clear is worth 3500 whatever the clear. */
export const tetrioScoring: Scoring = {
  ...guidelineScoring,
  perfectClear: [0, 3500, 3500, 3500, 3500],
  perfectClearB2bTetris: 3500,
  level: "after",
};

/** What a clearing or spinning lock is worth, for `clearPoints`. */
export interface ScoredClear {
  readonly code: ClearCode;
  readonly lines: number;
  /** The clear continues a back-to-back chain. */
  readonly isB2b: boolean;
  /** Combo count: 0 for the first clear of a chain, -1 without one. */
  readonly combo: number;
  readonly isPerfect: boolean;
}

/** Points for the action, the combo and the perfect clear, before the level multiplies them. */
export function clearPoints(scoring: Scoring, clear: ScoredClear): number {
  const base = scoring.clears[clear.code] ?? 0;
  const action = clear.isB2b ? (base * 3) / 2 : base;
  const combo = clear.combo > 0 ? scoring.combo * clear.combo : 0;
  return action + combo + (clear.isPerfect ? perfectPoints(scoring, clear) : 0);
}

function perfectPoints(scoring: Scoring, clear: ScoredClear): number {
  if (clear.isB2b && clear.lines === 4) return scoring.perfectClearB2bTetris;
  return scoring.perfectClear[clear.lines] ?? 0;
}
