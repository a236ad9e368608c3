import { createTestRandom } from "@replayground/engine/testing";
import { expect, test } from "vitest";
import { Board } from "../../src/core/board.ts";
import { pieceByName, pieces } from "../../src/core/piece.ts";
import { toRotation } from "../../src/core/rotation.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { type Joins, joinBit, joinGarbage, joinLock, joinsAt, noJoins } from "../../src/game/joins.ts";

const { up, right, down, left } = joinBit;

test("a lying T is one block: its stem joins three arms", () => {
  const joins = joinLock(noJoins, { shape: shapeOf(pieceByName.T, 0), x: 1, y: 0, rows: [], height: 2 });
  expect([0, 1, 2].map((x) => joinsAt(joins, x, 0))).toEqual([right, left | up | right, left]);
  expect(joinsAt(joins, 1, 1)).toBe(down);
});

test("a clear cuts the pieces it goes through", () => {
  const upright = joinLock(noJoins, { shape: shapeOf(pieceByName.I, 1), x: 9, y: 2, rows: [1], height: 3 });
  expect([0, 1, 2].map((y) => joinsAt(upright, 9, y))).toEqual([0, up, down]);
});

test("a neighbour of the same colour is another piece", () => {
  const square = shapeOf(pieceByName.O, 0);
  const one = joinLock(noJoins, { shape: square, x: 0, y: 0, rows: [], height: 2 });
  const two = joinLock(one, { shape: square, x: 2, y: 0, rows: [], height: 2 });
  expect(joinsAt(two, 1, 0)).toBe(left | up);
  expect(joinsAt(two, 2, 0)).toBe(right | up);
});

test("garbage lifts the blocks and joins none", () => {
  const square = joinLock(noJoins, { shape: shapeOf(pieceByName.O, 0), x: 0, y: 0, rows: [], height: 2 });
  const risen = joinGarbage(square, 2);
  expect([0, 1, 2, 3].map((y) => joinsAt(risen, 0, y))).toEqual([0, 0, right | up, right | down]);
});

test("in any game: joins are mutual, and join occupied cells of one colour", () => {
  const random = createTestRandom(7);
  for (let game = 0; game < 60; game++) {
    const board = new Board();
    let joins: Joins = noJoins;
    for (let piece = 0; piece < 30; piece++) {
      const shape = shapeOf(pieces[random.below(7)] ?? 0, toRotation(random.below(4)));
      const x = random.below(10 + shape.left - shape.right) - shape.left;
      if (!board.fits(shape, x, 30)) break;
      const y = 30 - board.dropDistance(shape, x, 30);
      board.write(shape, x, y);
      const rows = [0, 1, 2, 3].map((row) => y + shape.bottom + row).filter((row) => row < 40 && board.isFull(row));
      for (const row of rows.toReversed()) board.removeRow(row);
      joins = joinLock(joins, { shape, x, y, rows, height: board.height });
      if (random.below(6) === 0 && board.insertGarbage(1, random.below(10))) joins = joinGarbage(joins, 1);
      expect(joins).toHaveLength(board.height);
      checkMutual(board, joins);
    }
  }
});

function checkMutual(board: Board, joins: Joins): void {
  for (let y = 0; y < 40; y++) {
    for (let x = 0; x < 10; x++) {
      const here = joinsAt(joins, x, y);
      if ((here & right) !== 0)
        expect([joinsAt(joins, x + 1, y) & left, board.cellAt(x + 1, y)]).toEqual([left, board.cellAt(x, y)]);
      if ((here & up) !== 0)
        expect([joinsAt(joins, x, y + 1) & down, board.cellAt(x, y + 1)]).toEqual([down, board.cellAt(x, y)]);
      if (here !== 0) expect(board.cellAt(x, y)).toBeLessThan(7);
    }
  }
}
