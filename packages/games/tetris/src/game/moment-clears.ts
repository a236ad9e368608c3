import type { Found, MomentKind } from "./moments.ts";
import type { LineClear } from "./types.ts";

/** The combo count from which a chain is a moment, once. */
const longCombo = 7;

/** Moments of one clear; `piece` is the index of the piece that made it, from 1. */
export function clearMoments(clear: LineClear["data"], piece: number): readonly Found[] {
  const { b2b, combo, count, kick, name, perfect } = clear;
  const found: Found[] = [];
  const kind = namedKind(name);
  if (kind === "tetris") found.push({ kind, data: { b2b, piece } });
  else if (kind !== null) found.push({ kind, data: { kick, piece } });
  const isDifficult = kind !== null || name === "mini_single" || name === "mini_double";
  if (isDifficult && isMilestone(b2b)) found.push({ kind: "back_to_back", data: { length: b2b } });
  if (perfect) found.push({ kind: "perfect_clear", data: { lines: count, piece } });
  if (combo === longCombo) found.push({ kind: "max_combo", data: { combo } });
  return found;
}

function namedKind(name: LineClear["data"]["name"]): Extract<MomentKind, "tetris" | `t_spin_${string}`> | null {
  switch (name) {
    case "tetris":
    case "t_spin_single":
    case "t_spin_double":
    case "t_spin_triple":
      return name;
    case "none":
    case "single":
    case "double":
    case "triple":
    case "t_spin_zero":
    case "mini_zero":
    case "mini_single":
    case "mini_double":
      return null;
  }
}

/** Lengths of a back-to-back chain that are told: 1, 3, 6, 10, and then every five. */
function isMilestone(b2b: number): boolean {
  return b2b === 1 || b2b === 3 || b2b === 6 || (b2b >= 10 && b2b % 5 === 0);
}
