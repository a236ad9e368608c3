import type { Spin } from "./spin.ts";

/** What a lock did, in the order of the codes that tallies and point tables are indexed by. */
export const clearKinds = [
  "none",
  "single",
  "double",
  "triple",
  "tetris",
  "t_spin_zero",
  "t_spin_single",
  "t_spin_double",
  "t_spin_triple",
  "mini_zero",
  "mini_single",
  "mini_double",
] as const;

export type ClearKind = (typeof clearKinds)[number];

/** Index into `clearKinds`. */
export type ClearCode = number;

const firstFull = 5;
const firstMini = 9;
const tetris = 4;

/**
 * The code of a lock by rows completed (0..4) and spin. Four rows are a tetris whatever the spin; a mini of three rows
 * does not exist for T and counts as a plain triple for other pieces.
 */
export function clearCode(lines: number, spin: Spin): ClearCode {
  if (lines >= tetris) return tetris;
  if (spin === "full") return firstFull + lines;
  return spin === "mini" && lines < 3 ? firstMini + lines : lines;
}

export function clearKind(code: ClearCode): ClearKind {
  return clearKinds[code] ?? "none";
}

/** Rows completed by a lock of this code. */
export function clearLines(code: ClearCode): number {
  return code >= firstMini ? code - firstMini : code >= firstFull ? code - firstFull : code;
}

/** Whether the lock keeps a back-to-back chain going: a tetris, or any spin that cleared a row. */
export function isDifficult(code: ClearCode): boolean {
  return code === tetris || (code > firstFull && code !== firstMini);
}
