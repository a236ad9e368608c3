import { expect, test } from "vitest";
import { attackRows } from "../../src/compat/attack.ts";
import { clearCode, clearKinds, isDifficult } from "../../src/core/clear.ts";
import type { Spin } from "../../src/core/spin.ts";
import { type AttackingClear, clearAttack } from "../../src/versus/attack.ts";
import { attackTables, baseAttack } from "../../src/versus/attack-table.ts";
import { comboAttack, type ComboTableId } from "../../src/versus/combo-table.ts";
import { type AttackRules, guidelineRules, tetris99Rules, tetrioRules, versusRules } from "../../src/versus/rules.ts";

function clear(kind: string, more: Partial<AttackingClear> = {}): AttackingClear {
  const code = clearKinds.findIndex((name) => name === kind);
  const lines = kind.includes("single") ? 1 : kind.includes("double") ? 2 : kind.includes("triple") ? 3 : 4;
  return { code, lines, combo: 0, b2b: -1, isB2b: false, brokenB2b: -1, isPerfect: false, ...more };
}

function rows(rules: AttackRules, given: AttackingClear): number[] {
  return clearAttack(rules, given).map((part) => part.rows);
}

// cold-clear, TetrisWiki (guideline); halp1/triangle (TETR.IO); the Jstris guide; tetris.wiki Tetris 99
test.each([
  ["single", 0],
  ["double", 1],
  ["triple", 2],
  ["tetris", 4],
  ["t_spin_zero", 0],
  ["t_spin_single", 2],
  ["t_spin_double", 4],
  ["t_spin_triple", 6],
  ["mini_zero", 0],
  ["mini_single", 0],
  ["mini_double", 1],
])("%s sends %i in every table", (kind, expected) => {
  const code = clearKinds.findIndex((name) => name === kind);
  for (const id of ["guideline", "tetrio", "jstris", "tetris99"] as const) {
    expect(attackTables[id]).toHaveLength(clearKinds.length);
    expect(baseAttack(id, code)).toBe(expected);
  }
});

test.each<[ComboTableId, number[]]>([
  ["guideline-classic", [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5]],
  ["guideline-modern", [0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4]],
  ["jstris", [0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5]],
  ["tetris99", [0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5]],
  ["ppt", [0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]],
])("combo table %s", (id, expected) => {
  expect(expected.map((_, count) => comboAttack(id, count))).toEqual(expected);
  expect(comboAttack(id, -1)).toBe(0);
});

test("additive: base, back-to-back, combo; the perfect clear beside, added or instead", () => {
  expect(rows(versusRules.attack, clear("tetris", { isB2b: true, b2b: 1, combo: 5 }))).toEqual([4 + 1 + 2]);
  expect(rows(versusRules.attack, clear("double", { isPerfect: true }))).toEqual([1, 10]);
  expect(rows(tetris99Rules.attack, clear("double", { isPerfect: true }))).toEqual([1 + 4]);
  expect(rows(guidelineRules.attack, clear("tetris", { isPerfect: true, combo: 9 }))).toEqual([10]);
  expect(rows(versusRules.attack, clear("single"))).toEqual([]);
  expect(clearAttack(versusRules.attack, clear("t_spin_zero", { lines: 0, combo: -1 }))).toEqual([]);
});

// Rows by combo 0..10 of TETR.IO without a chain: integer check table, derived from its formula
test.each([
  ["single", [0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2]],
  ["double", [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]],
  ["triple", [2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7]],
  ["t_spin_double", [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]],
  ["t_spin_triple", [6, 7, 9, 10, 12, 13, 15, 16, 18, 19, 21]],
])("TETR.IO %s by combo", (kind, expected) => {
  const ours = expected.map((_, combo) => rows(tetrioRules.attack, clear(kind, { combo }))[0] ?? 0);
  expect(ours).toEqual(expected);
});

const upTo = (least: number, most: number): number[] => Array.from({ length: most - least + 1 }, (_, i) => least + i);
const spins: readonly Spin[] = ["none", "mini", "full"];

/** Every clear there is, with every length of its chain. */
const allClears = spins.flatMap((spin) =>
  upTo(1, spin === "mini" ? 2 : 4).flatMap((lines) => {
    const code = clearCode(lines, spin);
    const chains = isDifficult(code) ? upTo(0, 50) : [-1];
    return chains.map((b2b) => ({ spin, lines, code, b2b }));
  }),
);

test("the integer form equals the recorded client's doubles, which recorded rounds confirm", () => {
  for (const { spin, lines, code, b2b } of allClears) {
    const given = { ...clear("single"), code, lines, b2b, isB2b: b2b >= 1 };
    const ours = upTo(0, 30).map((combo) => rows(tetrioRules.attack, { ...given, combo }));
    const doubles = upTo(0, 30).map((combo) =>
      attackRows({ lines, spin, combo, b2b, isPerfect: false, multiplier: 1 }),
    );
    expect({ code, b2b, ours }).toEqual({ code, b2b, ours: doubles });
  }
  expect(allClears).toHaveLength(360);
});

test("the multiplier of long games scales before rounding down", () => {
  const given = clear("t_spin_double", { isPerfect: true });
  expect(clearAttack(tetrioRules.attack, given, 1_600_000).map((part) => part.rows)).toEqual([6, 16]);
});

// Source-backed only: no recorded round exercises season 2
test("charging: a broken chain of four or more releases itself in three parts", () => {
  const rules: AttackRules = { kind: "multiplier", chain: "charging", perfectClearRows: 5 };
  expect(rows(rules, clear("double", { brokenB2b: 3 }))).toEqual([1]);
  expect(clearAttack(rules, clear("double", { brokenB2b: 7 }))).toEqual([
    { reason: "surge", rows: 2 },
    { reason: "surge", rows: 2 },
    { reason: "surge", rows: 3 },
    { reason: "main", rows: 1 },
  ]);
  expect(rows(rules, clear("tetris", { b2b: 9, isB2b: true }))).toEqual([5]);
});
