import { expect, test } from "vitest";
import { rate, statisticsOf, ticksToMs } from "../../src/game/statistics.ts";
import { act } from "./player.ts";
import { arrange, at, begin, dataOf, send } from "./table.ts";

test.each([
  [1, 3, 333],
  [2, 3, 667],
  [1, 2000, 1], // a half goes up
  [1, 2001, 0],
  [0, 5, 0],
  [5, 0, 0],
  [7, 7, 1000],
])("the rate of %i per %i is %i thousandths", (count, per, expected) => {
  expect(rate(count, per)).toBe(expected);
});

// ms = ticks * 10 / 6, rounded half up.
test.each([
  [0, 0],
  [1, 2],
  [2, 3],
  [3, 5],
  [600, 1000],
  [72_000, 120_000],
  [36_001, 60_002],
])("%i ticks are %i ms", (ticks, ms) => {
  expect(ticksToMs(ticks)).toBe(ms);
  expect(ms).toBe(Math.floor((ticks * 10) / 6 + 0.5));
});

test("what the last event says is what the state says, live or folded", () => {
  const table = arrange(begin({ mode: "sprint", inputMode: "actions", rules: { gravity: 0 } }), {
    rows: ["IIIIIIIII."],
    piece: "I",
    edit: (core) => {
      at(9, 1)(core);
      core.tally.lines = 39;
      core.tally.pieces = 99;
      core.tally.keys = 250;
    },
  });
  const after = send(table, [30_000, act("HD")]);
  const end = dataOf(after, "game_end")[0];
  expect(end?.["statistics"]).toEqual([statisticsOf(after.match.game)]);
  expect(end?.["statistics"]).toMatchObject([
    { pieces: 100, lines: 40, keys: 251, ticks: 30_000, ms: 50_000, pps: 2000, kpp: 2510, lpm: 48_000, level: 1 },
  ]);
});

test("clears are counted by kind, from none to mini double", () => {
  const { clears } = statisticsOf(send(begin({ mode: "sprint", inputMode: "actions" }), [1, act("HD")]).match.game);
  expect(clears).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});
