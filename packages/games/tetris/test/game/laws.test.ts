import { expect, test } from "vitest";
import { games, playRandomly, type Played } from "./laws.ts";

const played: Played[] = [];

test.each(games)("$name: every law of the contract holds at every event", (row) => {
  const first = 1000 * games.indexOf(row);
  // Long enough for ten lines, where they raise the level.
  const steps = row.mode === "marathon" && row.variant === 0 ? 500 : 160;
  for (const seed of [first + 1, first + 2]) {
    const game = playRandomly(row, seed, steps);
    expect(game.unsorted, "events have their keys in canonical order").toEqual([]);
    played.push(game);
  }
});

test("the random games were no walk in the park", () => {
  const total = (type: string): number => played.reduce((sum, { byType }) => sum + (byType[type] ?? 0), 0);
  expect(played.reduce((sum, { accepted }) => sum + accepted, 0)).toBeGreaterThan(3000);
  const atLeast = {
    piece_lock: 1000,
    line_clear: 50,
    hold: 50,
    bag_dealt: 50,
    garbage_inserted: 10,
    level_up: 1,
    elimination: 5,
    game_end: 5,
    match_paused: 50,
  };
  const counts = Object.fromEntries(Object.keys(atLeast).map((type) => [type, total(type)]));
  const missed = Object.entries(atLeast).filter(([type, least]) => (counts[type] ?? 0) < least);
  expect({ missed, counts }).toEqual({ missed: [], counts });
});
