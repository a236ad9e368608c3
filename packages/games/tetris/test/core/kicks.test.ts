import { expect, test } from "vitest";
import type { Board } from "../../src/core/board.ts";
import { type HalfTurn, type KickSystem, kickTable, kickTests } from "../../src/core/kicks.ts";
import { type Piece, pieceByName, type PieceName } from "../../src/core/piece.ts";
import { type Rotation, rotations, toRotation } from "../../src/core/rotation.ts";
import { type Offset, shapeOf } from "../../src/core/shape.ts";
import { boardFromPicture, readFixture } from "../fixtures.ts";

type Vectors = readonly (readonly [number, number])[];
type Tables = Readonly<Record<"JLSTZ" | "I", Readonly<Record<string, Vectors>>>>;
interface KicksFile {
  readonly SRS: Tables;
  readonly "SRS+": Tables;
  readonly offsetForm: Readonly<Record<"JLSTZ" | "I", Readonly<Record<string, Vectors>>>>;
}

const centreOfI: Readonly<Record<Rotation, readonly [number, number]>> = { 0: [1, 2], 1: [2, 2], 2: [2, 1], 3: [1, 1] };

function ours(
  system: KickSystem,
  halfTurn: HalfTurn,
  piece: Piece,
  turn: { from: Rotation; to: Rotation },
): number[][] {
  return kickTests(kickTable(system, halfTurn), piece, turn).map((test) => [test.dx, test.dy]);
}

function parseTurn(text: string): { from: Rotation; to: Rotation } {
  return { from: toRotation(Number(text.charAt(0))), to: toRotation(Number(text.charAt(2))) };
}

const systems: readonly KickSystem[] = ["SRS", "SRS+"];

test.each(systems)("the published kicks of %s", (system) => {
  const tables = readFixture<KicksFile>("kicks")[system];
  for (const [text, vectors] of Object.entries(tables.JLSTZ)) {
    for (const name of ["J", "L", "S", "T", "Z"] as const) {
      expect([name, text, ours(system, "tetrio", pieceByName[name], parseTurn(text))]).toEqual([name, text, vectors]);
    }
  }
  for (const [text, vectors] of Object.entries(tables.I)) {
    const turn = parseTurn(text);
    const [ax, ay] = centreOfI[turn.from];
    const [bx, by] = centreOfI[turn.to];
    const centred = vectors.map(([dx, dy]) => [dx + bx - ax, dy + by - ay]);
    expect([text, ours(system, "tetrio", pieceByName.I, turn)]).toEqual([text, centred]);
  }
});

test("SRS equals its offset form: kick i is offset[from][i] - offset[to][i]", () => {
  const { offsetForm } = readFixture<KicksFile>("kicks");
  for (const [family, piece] of [
    ["JLSTZ", pieceByName.T],
    ["I", pieceByName.I],
  ] as const) {
    for (const from of rotations) {
      for (const to of [toRotation(from + 1), toRotation(from + 3)]) {
        const a = offsetForm[family][String(from)] ?? [];
        const b = offsetForm[family][String(to)] ?? [];
        const kicks = a.map(([x, y], i) => [x - (b[i]?.[0] ?? 0), y - (b[i]?.[1] ?? 0)]);
        expect(ours("SRS", "none", piece, { from, to })).toEqual(kicks);
      }
    }
  }
});

test("SRS+ is symmetric left to right for I", () => {
  const mirror = (rotation: Rotation): Rotation => toRotation(4 - rotation);
  const boxed = (turn: { from: Rotation; to: Rotation }): number[][] => {
    const [ax, ay] = centreOfI[turn.from];
    const [bx, by] = centreOfI[turn.to];
    return ours("SRS+", "none", pieceByName.I, turn).map(([dx = 0, dy = 0]) => [dx - bx + ax, dy - by + ay]);
  };
  for (const from of rotations) {
    for (const to of [toRotation(from + 1), toRotation(from + 3)]) {
      const mirrored = boxed({ from: mirror(from), to: mirror(to) }).map(([dx = 0, dy = 0]) => [0 - dx, dy]);
      expect(boxed({ from, to })).toEqual(mirrored);
    }
  }
});

test("half turns: none has no test, jstris two; O turns in place", () => {
  expect(ours("SRS", "none", pieceByName.T, { from: 0, to: 2 })).toEqual([]);
  expect(ours("SRS", "none", pieceByName.O, { from: 0, to: 2 })).toEqual([]);
  // solution-finder, jstris180.properties
  expect(ours("SRS", "jstris", pieceByName.T, { from: 0, to: 2 })).toEqual([
    [0, 0],
    [0, 1],
  ]);
  expect(ours("SRS", "jstris", pieceByName.T, { from: 1, to: 3 })).toEqual([
    [0, 0],
    [1, 0],
  ]);
  expect(ours("SRS", "jstris", pieceByName.T, { from: 2, to: 0 })).toEqual([
    [0, 0],
    [0, -1],
  ]);
  expect(ours("SRS", "jstris", pieceByName.T, { from: 3, to: 1 })).toEqual([
    [0, 0],
    [-1, 0],
  ]);
  expect(ours("SRS", "tetrio", pieceByName.O, { from: 0, to: 2 })).toEqual([[0, 0]]);
  expect(ours("SRS", "none", pieceByName.O, { from: 3, to: 0 })).toEqual([[0, 0]]);
});

interface SfinderCase {
  readonly id: string;
  readonly piece: PieceName;
  readonly from: number;
  readonly rotate: "CW" | "CCW";
  readonly x: number;
  readonly y: number;
  readonly board: readonly string[];
  readonly expectedKick: readonly [number, number] | null;
}

function firstFit(board: Board, start: SfinderCase): Offset | null {
  const piece = pieceByName[start.piece];
  const from = toRotation(start.from);
  const to = toRotation(from + (start.rotate === "CW" ? 1 : 3));
  const tests = kickTests(kickTable("SRS", "none"), piece, { from, to });
  return tests.find((test) => board.fits(shapeOf(piece, to), start.x + test.dx, start.y + test.dy)) ?? null;
}

// O is left out: that project turns O about a moving centre, so its vectors differ for the same picture.
const sfinder = readFixture<{ cases: SfinderCase[] }>("sfinder_kick_cases").cases.filter((row) => row.piece !== "O");

test(`solution-finder's unit tests of rotation, ${sfinder.length} cases`, () => {
  expect(sfinder).toHaveLength(118);
  for (const row of sfinder) {
    const kick = firstFit(boardFromPicture(row.board), row);
    const found = kick === null ? null : [kick.dx, kick.dy];
    expect({ id: row.id, kick: found }).toEqual({ id: row.id, kick: row.expectedKick });
  }
});
