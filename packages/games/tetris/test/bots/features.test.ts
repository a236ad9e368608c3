import { array, assert as assertProperty, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { bitCount } from "../../src/bots/grid.ts";
import { dropRests, featuresOf, place, surfaceOf, toGrid, type Surface } from "../../src/bots/index.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { highest, naiveSurface } from "./naive.ts";

/** Rows as drawn, top row first; X is filled. */
function draw(...lines: readonly string[]): { rows: readonly number[]; height: number } {
  const rows = lines
    .toReversed()
    .map((line) => [...line].reduce((row, cell, x) => (cell === "X" ? row | (1 << x) : row), 0));
  return { rows, height: highest(rows) };
}

interface Fact {
  readonly name: string;
  readonly board: ReturnType<typeof draw>;
  readonly surface: Surface;
}

/** Counted by hand on paper. An open row between the walls has two transitions. */
const facts: readonly Fact[] = [
  {
    name: "nothing",
    board: draw(),
    surface: {
      rowTransitions: 40,
      columnTransitions: 10,
      holes: 0,
      holeDepth: 0,
      holeRows: 0,
      wells: 0,
      height: 0,
      bumpiness: 0,
    },
  },
  {
    name: "one hole under a roof of two",
    board: draw("XX........", "X.........", "X.XXXXXXXX"),
    // Column 1, from the floor: empty, empty, filled: three changes, two holes with one filled cell above each, of
    // which only the lower lies between filled neighbours.
    surface: {
      rowTransitions: 34 + 2 + 2 + 2,
      columnTransitions: 1 + 3 + 8,
      holes: 2,
      holeDepth: 2,
      holeRows: 2,
      wells: 1,
      height: 3 + 3 + 8,
      bumpiness: 0 + 2 + 0,
    },
  },
  {
    name: "wells of depth three at a wall and two inside",
    board: draw(".XX.XXXXXX", ".XX.XXXXXX", ".XXXXXXXXX"),
    surface: {
      rowTransitions: 34 + 4 + 4 + 2,
      columnTransitions: 10,
      holes: 0,
      holeDepth: 0,
      holeRows: 0,
      wells: 1 + 2 + 3 + 1 + 2,
      height: 8 * 3 + 1,
      bumpiness: 3 + 2 + 2,
    },
  },
];

describe("the surface of a board", () => {
  for (const { name, board, surface } of facts) test(name, () => expect(surfaceOf(board)).toEqual(surface));

  test("agrees with the definitions, cell by cell", () => {
    const anyRows = array(integer({ min: 0, max: 1023 }), { maxLength: 24 });
    const check = (rows: readonly number[]): void => {
      expect(surfaceOf({ rows: [...rows], height: highest(rows) })).toEqual(naiveSurface(rows));
    };
    assertProperty(property(anyRows, check), { seed: 20, numRuns: 500 });
  });
});

describe("the features of a placement", () => {
  test("an upright I that clears four rows: four lines, sixteen eroded", () => {
    const row = 1023 & ~1;
    const board = toGrid({ rows: [row, row, row, row, ...new Array<number>(39).fill(0)], height: 4 });
    const shape = shapeOf(0, 1);
    const rest = { rotation: 1 as const, x: 0 - shape.left, y: 0 - shape.bottom };
    const outcome = place(board, shape, rest);
    expect(outcome.board.height).toBe(0);
    const features = featuresOf(outcome, shape, rest.y);
    // Rows 1..4 from the floor: lowest plus highest.
    expect(features).toMatchObject({ lines: 4, eroded: 16, landing2: 5, holes: 0, height: 0 });
  });

  test("rows between cleared ones fall by the number below them", () => {
    // An upright I in column 9 fills rows 0 and 2; row 1 has another gap.
    const rows = [511, 510, 511, 0, ...new Array<number>(39).fill(0)];
    const shape = shapeOf(0, 1);
    const outcome = place(toGrid({ rows, height: 3 }), shape, { x: 9 - shape.left, y: 0 - shape.bottom });
    expect(outcome).toMatchObject({ lines: 2, gone: 2 });
    expect(outcome.board.rows.slice(0, 4)).toEqual([1022, 512, 0, 0]);
    expect(outcome.board.height).toBe(2);
  });

  test("a piece rests wholly inside the visible rows, or nowhere", () => {
    const tower = (height: number): ReturnType<typeof toGrid> =>
      toGrid({ rows: Array.from({ length: 43 }, (_, y) => (y < height ? 1022 : 0)), height });
    // On nineteen rows one more lies flat; the well in column 0 takes an upright I whatever the height.
    expect(dropRests(tower(19), 0).filter(({ rotation }) => rotation === 0)).toHaveLength(7);
    expect(dropRests(tower(19), 0).filter(({ rotation }) => rotation === 1)).toHaveLength(1);
    expect(dropRests(tower(16), 0).filter(({ rotation }) => rotation === 1)).toHaveLength(10);
    expect(dropRests(tower(20), 3)).toEqual([]);
    expect(dropRests(tower(18), 3)).toHaveLength(9);
  });

  test("counts bits up to twelve", () => {
    for (const bits of [0, 1, 1023, 2047, 4095, 0b1010_1010]) {
      expect(bitCount(bits)).toBe([...bits.toString(2)].filter((digit) => digit === "1").length);
    }
  });
});
