export type ComboTableId = "guideline-classic" | "guideline-modern" | "jstris" | "tetris99" | "ppt" | "none";

/** Rows added by combo count, 0 for the first clear; longer combos take the last number. */
const tables: Readonly<Record<Exclude<ComboTableId, "ppt">, readonly number[]>> = {
  // cold-clear, by count; halp1/triangle stores the same by count - 1
  "guideline-classic": [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5],
  // halp1/triangle
  "guideline-modern": [0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4],
  // the Jstris guide
  jstris: [0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5],
  // Tetris 99, community tests
  tetris99: [0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5],
  none: [0],
};

/** Rows that a combo adds; Puyo Puyo Tetris counts half of the clears in a row. */
export function comboAttack(id: ComboTableId, count: number): number {
  if (count < 0) return 0;
  if (id === "ppt") return Math.floor((count + 1) / 2);
  const table = tables[id];
  return table[Math.min(count, table.length - 1)] ?? 0;
}
