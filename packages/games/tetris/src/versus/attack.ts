import type { ClearCode } from "../core/clear.ts";
import { baseAttack } from "./attack-table.ts";
import { comboAttack } from "./combo-table.ts";
import { multiplierAttack } from "./multiplier.ts";
import type { AttackRules } from "./rules.ts";

/** What a lock did, as far as attacks are concerned. */
export interface AttackingClear {
  readonly code: ClearCode;
  readonly lines: number;
  /** Counters after the lock; 0 is the first of a chain, -1 none. */
  readonly combo: number;
  readonly b2b: number;
  /** The clear continued a back-to-back chain. */
  readonly isB2b: boolean;
  /** The length of the chain this clear broke, -1 none. */
  readonly brokenB2b: number;
  readonly isPerfect: boolean;
}

export type AttackReason = "surge" | "main" | "perfect_clear";

/** Rows that leave together. */
export interface AttackPart {
  readonly reason: AttackReason;
  readonly rows: number;
}

/** Multipliers are in millionths: this is one. */
export const multiplierOne = 1_000_000;

/** The attacks of a lock, in the order in which they cancel and leave; empty when it cleared nothing or sends nothing. */
export function clearAttack(
  rules: AttackRules,
  clear: AttackingClear,
  multiplier: number = multiplierOne,
): AttackPart[] {
  if (clear.lines === 0) return [];
  const parts = rules.kind === "additive" ? additiveAttack(rules, clear) : multiplierAttack(rules, clear, multiplier);
  return parts.filter((part) => part.rows > 0);
}

function additiveAttack(rules: Extract<AttackRules, { kind: "additive" }>, clear: AttackingClear): AttackPart[] {
  const { rows, effect } = rules.perfectClear;
  const main =
    baseAttack(rules.table, clear.code) + (clear.isB2b ? rules.b2b : 0) + comboAttack(rules.combo, clear.combo);
  if (!clear.isPerfect) return [{ reason: "main", rows: main }];
  switch (effect) {
    case "separate":
      return [
        { reason: "main", rows: main },
        { reason: "perfect_clear", rows },
      ];
    case "add":
      return [{ reason: "main", rows: main + rows }];
    case "replace":
      return [{ reason: "perfect_clear", rows }];
  }
}
