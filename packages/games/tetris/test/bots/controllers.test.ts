import { describe, expect, test } from "vitest";
import {
  bcts,
  bestRest,
  controllers,
  dellacherie,
  dropRests,
  elTetris,
  emptyGrid,
  featuresOf,
  lee,
  place,
  toGrid,
  valueOf,
  type Controller,
  type Features,
} from "../../src/bots/index.ts";
import type { Board } from "../../src/core/board.ts";
import { pieces, type Piece } from "../../src/core/piece.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { mean, survive } from "./calibration.ts";

type Published = Partial<Record<keyof Features | "landing", number>>;

/** As published, landing height not doubled. Sources: see the controllers. */
const published: Readonly<Record<string, Published>> = {
  dellacherie: { landing: -1, eroded: 1, rowTransitions: -1, columnTransitions: -1, holes: -4, wells: -1 },
  bcts: {
    landing: -12.63,
    eroded: 6.6,
    rowTransitions: -9.22,
    columnTransitions: -19.77,
    holes: -13.08,
    wells: -10.49,
    holeDepth: -1.61,
    holeRows: -24.04,
  },
  el_tetris: {
    landing: -4.500158825082766,
    lines: 3.4181268101392694,
    rowTransitions: -3.2178882868487753,
    columnTransitions: -9.348695305445199,
    holes: -7.899265427351652,
    wells: -3.3855972247263626,
  },
  lee: { height: -0.510066, lines: 0.760666, holes: -0.35663, bumpiness: -0.184483 },
};

function publishedValue(weights: Published, features: Features): number {
  const all: Record<string, number> = { ...features, landing: features.landing2 / 2 };
  return Object.entries(weights).reduce((total, [name, weight]) => total + weight * (all[name] ?? 0), 0);
}

function optionsOn(board: Board, piece: Piece): readonly Features[] {
  return dropRests(board, piece).map((rest) => {
    const shape = shapeOf(piece, rest.rotation);
    return featuresOf(place(board, shape, rest), shape, rest.y);
  });
}

/** Boards of a game in progress, with every piece to decide. */
function positions(controller: Controller, count: number): { board: Board; piece: Piece }[] {
  const found: { board: Board; piece: Piece }[] = [];
  let board = emptyGrid();
  for (let index = 0; found.length < count; index++) {
    for (const piece of pieces) found.push({ board, piece });
    const piece = pieces[(index * 5 + Math.floor(index / 7)) % 7] ?? 0;
    const rests = dropRests(board, piece);
    const rest = rests[bestRest(controller, { board, piece, next: null }, rests)];
    board = rest === undefined ? emptyGrid() : place(board, shapeOf(piece, rest.rotation), rest).board;
  }
  return found;
}

describe("integer weights", () => {
  for (const controller of controllers) {
    test(`${controller.id}: decide as the published fractions do`, () => {
      const weights = published[controller.id] ?? {};
      for (const { board, piece } of positions(controller, 3000)) {
        const options = optionsOn(board, piece);
        const exact = options.map((features) => publishedValue(weights, features));
        const scaled = options.map((features) => valueOf(controller, features));
        const chosen = scaled.indexOf(Math.max(...scaled));
        // Equal in exact arithmetic may differ in the last bits of fractions.
        expect(exact[chosen]).toBeCloseTo(Math.max(...exact), 6);
        expect(scaled[chosen]).toSatisfy(Number.isSafeInteger);
      }
    });
  }

  test("are the published ones times the scale", () => {
    for (const { id, scale, weights } of controllers) {
      for (const [name, weight] of Object.entries(published[id] ?? {})) {
        const key = name === "landing" ? "landing2" : name;
        const share = name === "landing" ? scale / 2 : scale;
        expect(weights[key as keyof Features], `${id} ${name}`).toBe(Math.round(weight * share));
      }
    }
  });
});

describe("looking ahead", () => {
  test("counts the rows of both pieces", () => {
    // Column 9 is open four rows high. An upright I there clears at once; the O that follows then lies on nothing.
    const rows = Array.from({ length: 43 }, (_, y) => (y < 4 ? 511 : 0));
    const board = toGrid({ rows, height: 4 });
    const rests = dropRests(board, 0);
    const onlyLines = { ...lee, weights: { ...lee.weights, height: 0, holes: 0, bumpiness: 0 } };
    const chosen = rests[bestRest(onlyLines, { board, piece: 0, next: 3 }, rests)];
    expect(chosen).toMatchObject({ rotation: 1, x: 9 });
    // Two I: either may clear, and the first of equals is taken.
    expect(bestRest(onlyLines, { board, piece: 0, next: 0 }, rests)).toBe(0);
  });
});

/** Measured elsewhere with the same rules: 20 of 20 games alive after 50,000 pieces. Here a fixed sample. */
describe("survival on 10 x 20, dropped from above", () => {
  for (const controller of [dellacherie, elTetris, bcts]) {
    test(`${controller.id} is alive after 3,000 pieces`, () => {
      for (const dealer of ["bag", "uniform"] as const) {
        const game = survive(controller, { seed: 11, cap: 3000, dealer });
        expect(game.survived).toBe(true);
        // Four cells a piece, ten a row; what still lies there is less than a board.
        expect(game.lines).toBeGreaterThan((3000 * 4 - 200) / 10);
      }
    });
  }

  test("lee without look-ahead dies of every piece drawn on its own, after a few hundred lines", () => {
    const games = Array.from({ length: 20 }, (_, seed) =>
      survive(lee, { seed: seed + 1, cap: 50_000, dealer: "uniform" }),
    );
    expect(games.every((game) => !game.survived)).toBe(true);
    // Stated mean of 20 games: 452.
    expect(mean(games.map((game) => game.lines))).toBeGreaterThan(452 / 2);
    expect(mean(games.map((game) => game.lines))).toBeLessThan(452 * 2);
  });
});
