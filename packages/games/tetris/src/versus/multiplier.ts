import type { AttackingClear, AttackPart } from "./attack.ts";
import { baseAttack } from "./attack-table.ts";
import type { AttackRules } from "./rules.ts";

const one = 1_000_000;

/**
 * Millionths of a row that a back-to-back chain of counter n adds: floor(1 + ln(1 + 0.8 n)), and from n = 2 on a third
 * of 1 + the fraction of that logarithm. Longer chains take the last number. Source: TETR.IO, season 1.
 */
const chainBonus: readonly number[] = [
  0, 1000000, 1651837, 2407925, 2478362, 2536479, 2585953, 2629023, 3333827, 3368045, 3399075, 3427461, 3453618,
  3477871, 3500479, 3521650, 3541556, 3560341, 3578123, 3595004, 3611071, 3626399, 3641054, 3655091, 4335228, 4348174,
  4360637, 4372650, 4384245, 4395451, 4406292, 4416791, 4426970, 4436848, 4446441, 4455765, 4464836, 4473667, 4482269,
  4490655, 4498836, 4506820, 4514618, 4522237, 4529686, 4536973, 4544103, 4551084, 4557922, 4564622, 4571191,
];

/** Millionths of a row that a combo of count c sends at least: ln(1 + 1.25 c). */
const comboLeast: readonly number[] = [
  0, 810930, 1252763, 1558145, 1791759, 1981001, 2140066, 2277267, 2397895, 2505526, 2602690, 2691243, 2772589, 2847812,
  2917771, 2983153, 3044522, 3102342, 3157000, 3208825, 3258097, 3305054, 3349904, 3392829, 3433987, 3473518, 3511545,
  3548180, 3583519, 3617652, 3650658,
];

function last(table: readonly number[], index: number): number {
  return table[Math.min(index, table.length - 1)] ?? 0;
}

/** A chain of this counter charges a surge when it breaks. */
const surgeAt = 4;

/** Rows of a surge in its three parts. */
function surgeParts(brokenB2b: number): AttackPart[] {
  if (brokenB2b < surgeAt) return [];
  const third = Math.round(brokenB2b / 3);
  return [third, third, brokenB2b - 2 * third].map((rows) => ({ reason: "surge", rows }));
}

type MultiplierRules = Extract<AttackRules, { kind: "multiplier" }>;

/** TETR.IO's attacks with integers: rows in millionths, rounded down once at the end. */
export function multiplierAttack(rules: MultiplierRules, clear: AttackingClear, multiplier: number): AttackPart[] {
  const { combo, b2b } = clear;
  let micro = baseAttack("tetrio", clear.code) * one;
  if (b2b >= 1) micro += rules.chain === "chaining" ? last(chainBonus, b2b) : one;
  if (combo >= 1) micro = Math.floor((micro * (4 + combo)) / 4);
  if (combo >= 2) micro = Math.max(micro, last(comboLeast, combo));
  const scaled = (value: number): number => Math.floor((value * multiplier) / (one * one));
  const main: AttackPart = { reason: "main", rows: scaled(micro) };
  const perfect: AttackPart = {
    reason: "perfect_clear",
    rows: clear.isPerfect ? scaled(rules.perfectClearRows * one) : 0,
  };
  const surge = rules.chain === "charging" ? surgeParts(clear.brokenB2b) : [];
  return [...surge, main, perfect];
}
