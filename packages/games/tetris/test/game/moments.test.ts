import type { Moment, Recorded } from "@replayground/engine";
import { toSeat, toSeq, toTick } from "@replayground/kernel";
import { describe, expect, test } from "vitest";
import type { ClearKind } from "../../src/core/clear.ts";
import { findComeback } from "../../src/game/comeback.ts";
import { createMomentDetector } from "../../src/game/moments.ts";
import type { TetrisState } from "../../src/game/state.ts";
import type { LineClear, TetrisEvent } from "../../src/game/types.ts";
import { arrange, begin, tower } from "./table.ts";

/** Shows hand-made events to a detector: each at a tick, with the height of the stack after it. */
class Show {
  private readonly detector = createMomentDetector();
  private readonly table: ReturnType<typeof begin>;
  private seq = 0;

  constructor(mode = "sprint") {
    this.table = begin({ mode });
  }

  at(at: number, event: TetrisEvent, height = 0, spawns = 1): readonly Pick<Moment, "kind" | "data">[] {
    const recorded = { ...event, seq: toSeq(++this.seq), at: toTick(at) } as Recorded<TetrisEvent>; // an event and its envelope
    const found = this.detector.observe(recorded, this.state(height, spawns));
    for (const moment of found) expect(moment).toMatchObject({ at, seq: this.seq, seat: event.seat });
    return found.map(({ kind, data }) => ({ kind, data }));
  }

  private state(height: number, spawns: number): TetrisState {
    return arrange(this.table, { rows: tower(height), edit: (core) => void (core.spawns = spawns) }).match.game;
  }
}

const seat = toSeat(0);

function clear(name: ClearKind, more: Partial<LineClear["data"]> = {}): TetrisEvent {
  const data = {
    b2b: -1,
    combo: 0,
    count: 1,
    garbage: 0,
    kick: 0,
    name,
    perfect: false,
    points: 0,
    rows: [0],
    ...more,
  };
  return { type: "line_clear", seat, data };
}

const lock: TetrisEvent = {
  type: "piece_lock",
  seat,
  data: { faults: 0, hard: 0, keys: 0, piece: "T", r: 0, soft: 0, spin: "none", x: 4, y: 0 },
};

function sent(rows: number, reason: "main" | "surge" = "main"): TetrisEvent {
  return { type: "garbage_sent", seat, data: { cancelled: 0, id: 0, reason, rows, to: [1] } };
}

describe("clears", () => {
  test.each<[ClearKind, Partial<LineClear["data"]>, readonly string[]]>([
    ["single", {}, []],
    ["triple", {}, []],
    ["mini_double", { b2b: 0 }, []],
    ["t_spin_zero", {}, []],
    ["tetris", { b2b: 0 }, ["tetris"]],
    ["tetris", { b2b: 1 }, ["tetris", "back_to_back"]],
    ["tetris", { b2b: 2 }, ["tetris"]],
    ["t_spin_single", { b2b: 3 }, ["t_spin_single", "back_to_back"]],
    ["t_spin_double", { b2b: 6, perfect: true }, ["t_spin_double", "back_to_back", "perfect_clear"]],
    ["t_spin_triple", { b2b: 10 }, ["t_spin_triple", "back_to_back"]],
    ["tetris", { b2b: 14 }, ["tetris"]],
    ["tetris", { b2b: 15 }, ["tetris", "back_to_back"]],
    ["mini_single", { b2b: 20 }, ["back_to_back"]],
    ["double", { b2b: -1, combo: 6 }, []],
    ["double", { b2b: -1, combo: 7 }, ["max_combo"]],
    ["double", { b2b: -1, combo: 8 }, []],
  ])("%s with %j", (name, more, kinds) => {
    expect(new Show().at(1, clear(name, more)).map(({ kind }) => kind)).toEqual(kinds);
  });

  test("they say which piece, which kick, how many rows", () => {
    const show = new Show();
    expect(show.at(1, clear("t_spin_double", { b2b: 0, kick: 5, count: 2 }), 0, 12)).toEqual([
      { kind: "t_spin_double", data: { kick: 5, piece: 12 } },
    ]);
    expect(show.at(2, clear("single", { perfect: true }), 0, 13)).toEqual([
      { kind: "perfect_clear", data: { lines: 1, piece: 13 } },
    ]);
  });
});

describe("near death", () => {
  test("armed at 17 rows, survived at 9: once, with the peak, the time and the pieces", () => {
    const show = new Show();
    expect(show.at(100, lock, 17, 40)).toEqual([]);
    expect(show.at(200, lock, 19, 41)).toEqual([]);
    expect(show.at(300, lock, 10, 45)).toEqual([]);
    expect(show.at(700, lock, 9, 50)).toEqual([
      { kind: "near_death_survival", data: { peak: 19, pieces: 10, ticks: 600 } },
    ]);
    expect(show.at(800, lock, 3, 51)).toEqual([]);
  });

  test("16 rows are not near enough; garbage arms as well; zen knows no death", () => {
    const low = new Show();
    low.at(1, lock, 16);
    expect(low.at(2, lock, 2)).toEqual([]);
    const risen = new Show();
    risen.at(1, { type: "garbage_inserted", seat, data: { holes: [3, 4], id: 0 } }, 17);
    expect(risen.at(2, lock, 9)).toHaveLength(1);
    const zen = new Show("zen");
    zen.at(1, lock, 19);
    expect(zen.at(2, lock, 2)).toEqual([]);
  });
});

describe("garbage", () => {
  test("a surge: three rows in two sends within a second, told once", () => {
    const show = new Show();
    expect(show.at(0, sent(1))).toEqual([]);
    expect(show.at(600, sent(2))).toEqual([{ kind: "garbage_surge", data: { duration: 600, rows: 3, to: [1] } }]);
    expect(show.at(1200, sent(4))).toEqual([]);
    expect(show.at(1801, sent(2))).toEqual([]);
    expect(show.at(1802, sent(1))).toHaveLength(1);
  });

  test("or six rows at once; five are none, and two sends too far apart", () => {
    expect(new Show().at(0, sent(6))).toHaveLength(1);
    expect(new Show().at(0, sent(5))).toEqual([]);
    const show = new Show();
    show.at(0, sent(2));
    expect(show.at(601, sent(2))).toEqual([]);
  });

  test("a chain's charge that is let go", () => {
    expect(new Show().at(0, sent(2, "surge"))).toEqual([{ kind: "surge_release", data: { rows: 2 } }]);
  });
});

test("elimination, and first blood where someone did it", () => {
  const out = (by: number | null): TetrisEvent => ({
    type: "elimination",
    seat,
    data: { by, cause: "block_out", place: 4 },
  });
  expect(new Show().at(1, out(null)).map(({ kind }) => kind)).toEqual(["elimination"]);
  const show = new Show();
  expect(show.at(1, out(2)).map(({ kind }) => kind)).toEqual(["elimination", "first_blood"]);
  expect(show.at(2, out(2)).map(({ kind }) => kind)).toEqual(["elimination"]);
});

describe("comeback: seat 0 wins", () => {
  const duel = (at: number, own: number, other: number): Parameters<typeof findComeback>[0][number] => ({
    at,
    danger: [own, other],
    sent: [0, 9],
  });

  test("six rows behind, at fourteen, for three seconds", () => {
    expect(findComeback([duel(0, 14, 8), duel(1800, 2, 8)], 0)).toEqual({ at: 0, margin: 6, ticks: 1800 });
    expect(findComeback([duel(0, 14, 8), duel(1799, 2, 8)], 0)).toBeNull();
    expect(findComeback([duel(0, 14, 9), duel(5000, 2, 8)], 0)).toBeNull();
    expect(findComeback([duel(0, 13, 2), duel(5000, 2, 8)], 0)).toBeNull();
  });

  test("the worst margin counts, and a better moment between ends it", () => {
    const samples = [duel(0, 14, 8), duel(1000, 18, 8), duel(1500, 10, 8), duel(2000, 15, 5), duel(4000, 3, 9)];
    expect(findComeback(samples, 0)).toEqual({ at: 2000, margin: 10, ticks: 2000 });
  });

  test("with three alive, the winner must also have sent the least", () => {
    const three = (sentRows: readonly number[]): Parameters<typeof findComeback>[0] => [
      { at: 0, danger: [16, 4, 5], sent: sentRows },
      { at: 3000, danger: [1, 4, null], sent: sentRows },
    ];
    expect(findComeback(three([1, 2, 3]), 0)).toEqual({ at: 0, margin: 11, ticks: 3000 });
    expect(findComeback(three([2, 1, 3]), 0)).toBeNull();
  });
});
