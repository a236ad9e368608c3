import { expect, test } from "vitest";
import { badgeAttack, badgePercent, eliminatorOf, targetBonus } from "../../src/versus/badges.ts";
import { type Aim, chooseTargets, type Opponent, type TargetMode } from "../../src/versus/targeting.ts";

function opponent(seat: number, more: Partial<Opponent> = {}): Opponent {
  const none = { isAlive: true, height: 0, pending: 0, received: 0, badgePoints: 0, attacksUs: false };
  return { seat, ...none, ...more };
}

const table: readonly Opponent[] = [
  opponent(1, { height: 8, pending: 4, received: 9, badgePoints: 3 }),
  opponent(2, { isAlive: false, height: 20, badgePoints: 40 }),
  opponent(3, { height: 12, received: 2, attacksUs: true, badgePoints: 3 }),
  opponent(5, { height: 1, received: 2, attacksUs: true }),
];

function aim(mode: TargetMode, pointer: number | null = null): Aim {
  return { mode, pointer, words: [1, 2, 3, 4] };
}

function shares(mode: TargetMode, rows: number, pointer: number | null = null): string {
  const choice = chooseTargets(aim(mode, pointer), table, rows);
  return choice.shares.map((share) => `${share.seat}:${share.rows}`).join(" ");
}

test.each<[TargetMode, string]>([
  ["rotate", "1:5"],
  ["attackers", "3:5 5:5"],
  // 12 rows each: the first in seating order
  ["kos", "1:5"],
  ["badges", "1:5"],
  ["to_least", "3:5"],
  ["divide", "1:2 3:2 5:1"],
  ["to_all", "1:5 3:5 5:5"],
])("%s aims at %s", (mode, expected) => {
  expect(shares(mode, 5)).toBe(expected);
});

test("rotate goes round the living", () => {
  let state = aim("rotate");
  const seats: number[] = [];
  for (let i = 0; i < 5; i++) {
    const choice = chooseTargets(state, table, 1);
    state = choice.aim;
    seats.push(...choice.shares.map((share) => share.seat));
  }
  expect(seats).toEqual([1, 3, 5, 1, 3]);
});

test("random draws among the living, evenly, from its own generator", () => {
  let state = aim("random");
  const hits = new Map<number, number>();
  for (let i = 0; i < 3000; i++) {
    const choice = chooseTargets(state, table, 1);
    state = choice.aim;
    for (const { seat } of choice.shares) hits.set(seat, (hits.get(seat) ?? 0) + 1);
  }
  expect([...hits.keys()].sort((a, b) => a - b)).toEqual([1, 3, 5]);
  for (const count of hits.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test("by hand: the chosen one while alive", () => {
  expect(shares("manual", 4, 5)).toBe("5:4");
  expect(shares("manual", 4, 2)).toMatch(/^[135]:4$/);
});

test("divide leaves out who gets nothing; nobody left, nothing sent", () => {
  expect(shares("divide", 2)).toBe("1:1 3:1");
  expect(chooseTargets(aim("to_all"), [opponent(1, { isAlive: false })], 4).shares).toEqual([]);
});

// halp1/triangle; an older wiki revision differs
test("Tetris 99: bonus for being targeted, badges", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 20].map(targetBonus)).toEqual([0, 0, 1, 3, 5, 7, 9, 9]);
  expect([0, 1, 2, 5, 6, 14, 29, 30].map(badgePercent)).toEqual([0, 0, 25, 25, 50, 75, 75, 100]);
  expect(badgeAttack(5, 6)).toBe(7);
});

test("credit for an elimination lasts ten seconds", () => {
  expect(eliminatorOf({ from: 3, tick: 100 }, 6100)).toBe(3);
  expect(eliminatorOf({ from: 3, tick: 100 }, 6101)).toBeNull();
  expect(eliminatorOf(null, 5)).toBeNull();
});
