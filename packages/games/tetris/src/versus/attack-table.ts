import type { ClearCode } from "../core/clear.ts";

/** Rows a clear sends before chains, by clear code. */
export type AttackTable = readonly number[];

export type AttackTableId = "guideline" | "tetrio" | "jstris" | "tetris99";

/**
 * none, single, double, triple, tetris, T-spin zero to triple, mini zero to double.
 * Sources: cold-clear and TetrisWiki's garbage page (guideline), halp1/triangle (TETR.IO), the Jstris guide (it does
 * not list a mini double: 1, as the others), tetris.wiki Tetris 99. They agree; the perfect clear differs.
 */
const common: AttackTable = [0, 0, 1, 2, 4, 0, 2, 4, 6, 0, 0, 1];

export const attackTables: Readonly<Record<AttackTableId, AttackTable>> = {
  guideline: common,
  tetrio: common,
  jstris: common,
  tetris99: common,
};

/** Rows of one clear. */
export function baseAttack(id: AttackTableId, code: ClearCode): number {
  return attackTables[id][code] ?? 0;
}
