import { expect, test } from "vitest";
import { CompatGame, row } from "../../src/compat/game.ts";
import { fallStep, turn } from "../../src/compat/move.ts";
import { shapeOf } from "../../src/core/shape.ts";

/** A T at a height, on an empty board. */
function gameAt(height: number): CompatGame {
  const handling = { das: 10, arr: 2, dcd: 0, sdf: 6, safelock: true, cancel: false };
  const replay = { seed: 1, stride: false, gravity: 0.02, mode: "solo", handling, frames: 1, events: [] } as const;
  const game = new CompatGame(replay);
  game.piece = 5;
  game.shape = shapeOf(5, 0);
  game.height = height;
  game.lowest = Math.floor(height / row);
  return game;
}

// TETR.IO keeps heights off whole rows: one that comes out whole is taken a millionth lower
test("a whole row is already the row below", () => {
  const game = gameAt(9 * row + 20_000);
  expect(fallStep(game, 20_000)).toBe(true);
  expect([game.height, game.y]).toEqual([9 * row - 1, 8]);
});

test("the row below must be free whatever the fraction", () => {
  const game = gameAt(3 * row);
  game.board.setCell(4, 1, 7);
  expect(fallStep(game, 20_000)).toBe(true);
  expect(game.y).toBe(2);
  expect(fallStep(game, 20_000)).toBe(false);
  expect(game.height).toBe(3 * row - 20_000);
});

test("a floor one row under a whole height does not hold the piece", () => {
  const game = gameAt(row);
  expect(fallStep(game, 1)).toBe(true);
  expect([game.height, game.y]).toEqual([row - 1, 0]);
  expect(fallStep(game, 1)).toBe(false);
});

test("a new lowest row gives moves and turns back", () => {
  const game = gameAt(9 * row + 20_000);
  game.resets = 14;
  game.turns = 20;
  fallStep(game, 10_000);
  expect([game.resets, game.turns]).toEqual([14, 20]);
  fallStep(game, 20_000);
  expect([game.resets, game.turns, game.lowest]).toEqual([0, 0, 8]);
});

test("a kick lifts to nine tenths of its row, a turn in place keeps the fraction", () => {
  const inPlace = gameAt(9 * row + 20_000);
  turn(inPlace, 1);
  expect(inPlace.height).toBe(9 * row + 20_000);
  const kicked = gameAt(9 * row + 20_000);
  turn(kicked, 1);
  kicked.x = 0;
  turn(kicked, 3);
  expect([kicked.x, kicked.height]).toEqual([1, 9 * row + 900_000]);
});

test("I turns inside its box: the height stays, the centre moves", () => {
  const game = gameAt(9 * row + 20_000);
  game.piece = 0;
  game.shape = shapeOf(0, 0);
  turn(game, 3);
  expect([game.height, game.y, game.rotation]).toEqual([9 * row + 20_000, 8, 3]);
});
