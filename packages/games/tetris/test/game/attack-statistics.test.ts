import { toSeat, toSeq, toTick } from "@replayground/kernel";
import { expect, test } from "vitest";
import type { ClearKind } from "../../src/core/clear.ts";
import { attackOf, AttackTally } from "../../src/game/attack-statistics.ts";
import type { LineClear, TetrisEvent } from "../../src/game/types.ts";
import { versusRules } from "../../src/versus/rules.ts";

function clear(name: ClearKind, more: Partial<LineClear["data"]> = {}): LineClear["data"] {
  return { b2b: -1, combo: 0, count: 1, garbage: 0, kick: 0, name, perfect: false, points: 0, rows: [0], ...more };
}

// Jstris tables: tetris 4, T-spin double 4, back-to-back +1, combo 0 0 1 1 1 2, perfect clear 10.
test.each<[ClearKind, Partial<LineClear["data"]>, number]>([
  ["single", {}, 0],
  ["double", { count: 2 }, 1],
  ["tetris", { count: 4, b2b: 0 }, 4],
  ["tetris", { count: 4, b2b: 1 }, 5],
  ["triple", { count: 3, b2b: -1, combo: 2 }, 3],
  ["t_spin_double", { count: 2, b2b: 3, combo: 5 }, 7],
  ["single", { perfect: true }, 10],
])("%s with %j sends %i", (name, more, rows) => {
  expect(attackOf(clear(name, more), versusRules.attack)).toBe(rows);
});

function shown(tally: AttackTally, at: number, event: TetrisEvent): void {
  tally.observe({ ...event, seq: toSeq(1), at: toTick(at) });
}

test("rates of a minute of play, by their definitions", () => {
  const tally = new AttackTally();
  const seat = toSeat(0);
  const lock = { faults: 0, hard: 0, keys: 0, piece: "T", r: 0, soft: 0, spin: "none", x: 4, y: 0 } as const;
  for (let piece = 0; piece < 8; piece++) shown(tally, piece, { type: "piece_lock", seat, data: lock });
  shown(tally, 9, { type: "line_clear", seat, data: clear("tetris", { count: 4, b2b: 0, garbage: 2 }) });
  const send = (at: number, rows: number): void =>
    shown(tally, at, { type: "garbage_sent", seat, data: { cancelled: 0, id: 1, reason: "main", rows, to: [1] } });
  [
    [0, 2],
    [599, 3],
    [1199, 4],
  ].forEach(([at = 0, rows = 0]) => send(at, rows));
  const result = tally.result(18_000);
  expect(result).toEqual({
    attack: 4,
    apm: 8000,
    app: 500,
    garbage: 2,
    sent: 9,
    spm: 18_000,
    maxSpike: 5,
    vs: 20_000,
  });
  // The identity that official rates keep: vs * 60 * attack = apm * 100 * (attack + garbage).
  expect(result.vs * 60 * result.attack).toBe(result.apm * 100 * (result.attack + result.garbage));
});
