import { describe, expect, test } from "vitest";
import { createTestRandom } from "@replayground/engine/testing";
import type { Xoshiro128 } from "@replayground/kernel";
import { findPaths, place, searchBeam, toGrid, type Plan, type Sight } from "../../src/bots/index.ts";
import { contourOf, judgeBoard, judgeLock } from "../../src/bots/judgement.ts";
import { boardFromRows, type Board } from "../../src/core/board.ts";
import { kickTable } from "../../src/core/kicks.ts";
import { pieceByName, type Piece } from "../../src/core/piece.ts";
import { findPlacements } from "../../src/core/placements.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { isKick5Upgrade } from "../../src/core/spin.ts";

const { I, T, O } = pieceByName;
const none = { b2b: -1, combo: -1 };
const plain = { piece: O, spin: "none", isEmpty: false } as const;

describe("what a placement is worth", () => {
  test.each([
    { name: "nothing cleared", lock: { ...plain, lines: 0 }, before: none, points: 0, b2b: -1, combo: -1 },
    { name: "a T without use", lock: { ...plain, piece: T, lines: 0 }, before: none, points: -152, b2b: -1, combo: -1 },
    { name: "a single", lock: { ...plain, lines: 1 }, before: none, points: -143, b2b: -1, combo: 0 },
    {
      name: "a double in a combo",
      lock: { ...plain, lines: 2 },
      before: { b2b: 2, combo: 1 },
      points: 50,
      b2b: -1,
      combo: 2,
    },
    { name: "a first tetris", lock: { ...plain, piece: I, lines: 4 }, before: none, points: 390, b2b: 0, combo: 0 },
    {
      name: "another in a row",
      lock: { ...plain, piece: I, lines: 4 },
      before: { b2b: 0, combo: -1 },
      points: 494,
      b2b: 1,
      combo: 0,
    },
    {
      name: "a T-spin double",
      lock: { ...plain, piece: T, spin: "full", lines: 2 },
      before: { b2b: 3, combo: -1 },
      points: 514,
      b2b: 4,
      combo: 0,
    },
    {
      name: "a perfect clear",
      lock: { ...plain, lines: 2, isEmpty: true },
      before: none,
      points: 899,
      b2b: -1,
      combo: 0,
    },
  ] as const)("$name: $points points", ({ lock, before, points, b2b, combo }) => {
    expect(judgeLock(lock, before)).toEqual({ points, b2b, combo });
  });

  test("the lowest column is the well: its rows are counted, its sides are not", () => {
    const rows = [".ggggggggg", ".ggggggggg", ".ggggggg.g", ".gg......."];
    expect(contourOf(toGrid(boardFromRows(rows)))).toEqual({ bumpiness: 1 + 1 + 1, wellRows: 2 });
  });
});

const rules = {
  kicks: kickTable("SRS", "none"),
  spawn: { x: 4, y: 19 },
  upgrades: (to: 0 | 1 | 2 | 3, last: { test: number; from: 0 | 1 | 2 | 3 }) => isKick5Upgrade("any", to, last),
};

interface Line {
  readonly board: Board;
  readonly hold: Piece | null;
  /** Pieces still to come, the one in hand first. */
  readonly queue: readonly Piece[];
  readonly points: number;
  readonly b2b: number;
  readonly combo: number;
}

/** Every line of play of a depth, each piece as it is or swapped with the hold slot: what a beam without width sees. */
function bestValue(line: Line, depth: number): number {
  if (depth === 0) return line.points + judgeBoard(line.board);
  const values = choices(line).flatMap((choice) => {
    const places = findPlacements(line.board, choice.piece, rules);
    return places.map((rest) => bestValue(after(line, choice, rest), depth - 1));
  });
  return values.length === 0 ? line.points + judgeBoard(line.board) : Math.max(...values);
}

interface Choice {
  readonly piece: Piece;
  readonly hold: Piece | null;
  readonly queue: readonly Piece[];
}

function choices({ hold, queue }: Line): readonly Choice[] {
  const [piece, ...later] = queue;
  if (piece === undefined) return [];
  const kept = { piece, hold, queue: later };
  if (hold !== null) return [kept, { piece: hold, hold: piece, queue: later }];
  const [second, ...rest] = later;
  return second === undefined ? [kept] : [kept, { piece: second, hold: piece, queue: rest }];
}

type Placed = Pick<ReturnType<typeof findPlacements>[number], "rotation" | "x" | "y" | "spin">;

function after(line: Line, { piece, hold, queue }: Choice, rest: Placed): Line {
  const { board, lines } = place(line.board, shapeOf(piece, rest.rotation), rest);
  const judged = judgeLock({ piece, spin: rest.spin, lines, isEmpty: board.height === 0 }, line);
  return { board, hold, queue, points: line.points + judged.points, b2b: judged.b2b, combo: judged.combo };
}

/** The value of the best line that begins with a plan. */
function valueOfPlan(line: Line, plan: Plan, depth: number): number {
  const [kept, held] = choices(line);
  if (plan === null || kept === undefined) throw new Error("there is a plan");
  if (plan !== "hold") return bestValue(after(line, kept, plan), depth - 1);
  if (held === undefined) throw new Error("there is something to hold for");
  const places = findPlacements(line.board, held.piece, rules);
  return Math.max(...places.map((rest) => bestValue(after(line, held, rest), depth - 1)));
}

function bumpy(random: Xoshiro128): Board {
  const heights = Array.from({ length: 10 }, () => random.below(5));
  heights[random.below(10)] = 0;
  return toGrid(boardFromRows([0, 1, 2, 3].map((y) => heights.map((height) => (y < height ? "g" : ".")).join(""))));
}

/** Any piece but I, which bots turn without kicks: the generator knows more places for it. */
const anyPiece = (random: Xoshiro128): Piece => ([1, 2, 3, 4, 5, 6] as const)[random.below(6)] ?? 1;

describe("a beam as wide as the tree", () => {
  test("finds what trying everything finds, hold included", () => {
    const random = createTestRandom(41);
    const plans = { hold: 0, path: 0 };
    for (let round = 0; round < 14; round++) {
      const board = bumpy(random);
      const pieces = [anyPiece(random), anyPiece(random), anyPiece(random)];
      const hold = round % 2 === 0 ? null : anyPiece(random);
      const paths = findPaths(board, { piece: pieces[0] ?? 1, rotation: 0, x: 4, y: 19 });
      const b2b = round % 3 === 0 ? 1 : -1;
      const sight: Sight = { board, paths, pieces, hold, canHold: true, b2b, combo: -1 };
      const plan = searchBeam(sight, { width: 100_000, depth: 2 });
      const line: Line = { board, hold, queue: pieces, points: 0, b2b, combo: -1 };
      expect(valueOfPlan(line, plan, 2)).toBe(bestValue(line, 2));
      plans[plan === "hold" ? "hold" : "path"] += 1;
    }
    expect(plans.hold).toBeGreaterThan(0);
    expect(plans.path).toBeGreaterThan(0);
  });

  test("never holds where it may not, and has no plan without a place", () => {
    const board = toGrid(boardFromRows([]));
    const paths = findPaths(board, { piece: T, rotation: 0, x: 4, y: 19 });
    const sight: Sight = { board, paths, pieces: [T, I, O], hold: I, canHold: false, b2b: -1, combo: -1 };
    expect(searchBeam(sight, { width: 20, depth: 3 })).not.toBe("hold");
    expect(searchBeam({ ...sight, paths: [] }, { width: 20, depth: 3 })).toBeNull();
  });
});
