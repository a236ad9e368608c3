import { expect, test } from "vitest";
import { games, playRandomly } from "./laws.ts";

const total = 10_000;

// The full count of the reliability bar: live state = replayed state after every event, in legal and illegal play.
test(`${total} random games keep every law of the contract at every event`, () => {
  let accepted = 0;
  let locks = 0;
  for (let seed = 1; seed <= total; seed++) {
    const row = games[seed % games.length];
    if (row === undefined) continue;
    const played = playRandomly(row, 100_000 + seed, 100);
    expect(played.unsorted).toEqual([]);
    accepted += played.accepted;
    locks += played.byType["piece_lock"] ?? 0;
  }
  expect(accepted).toBeGreaterThan(20 * total);
  expect(locks).toBeGreaterThan(5 * total);
});
