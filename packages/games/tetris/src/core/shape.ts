import { type Piece, pieceO, pieces } from "./piece.ts";
import { type Rotation, rotations } from "./rotation.ts";

/** One cell relative to the centre of its piece: x to the right, y up. */
export interface Offset {
  readonly dx: number;
  readonly dy: number;
}

/**
 * A piece in one orientation, as masks over the columns.
 * `rows` are the four board rows from `bottom` up; bit 0 of a mask is the column `left`.
 */
export interface Shape {
  readonly piece: Piece;
  readonly rotation: Rotation;
  readonly offsets: readonly Offset[];
  /** Smallest and largest dx and dy of a cell. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly row0: number;
  readonly row1: number;
  readonly row2: number;
  readonly row3: number;
}

/**
 * Cells in orientation 0 around the rotation centre (J L S T Z); I turns about its second cell from the left,
 * O about its lower-left one. Source: guideline shapes, as in cold-clear, cobra-movegen and solution-finder.
 */
const spawnCells: Readonly<Record<Piece, readonly (readonly [number, number])[]>> = {
  0: [
    [-1, 0],
    [0, 0],
    [1, 0],
    [2, 0],
  ],
  1: [
    [-1, 1],
    [-1, 0],
    [0, 0],
    [1, 0],
  ],
  2: [
    [1, 1],
    [-1, 0],
    [0, 0],
    [1, 0],
  ],
  3: [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ],
  4: [
    [-1, 0],
    [0, 0],
    [0, 1],
    [1, 1],
  ],
  5: [
    [-1, 0],
    [0, 0],
    [1, 0],
    [0, 1],
  ],
  6: [
    [-1, 1],
    [0, 1],
    [0, 0],
    [1, 0],
  ],
};

function turnedOffset(x: number, y: number, rotation: Rotation): Offset {
  switch (rotation) {
    case 0:
      return { dx: x, dy: y };
    case 1:
      return { dx: y, dy: 0 - x };
    case 2:
      return { dx: 0 - x, dy: 0 - y };
    case 3:
      return { dx: 0 - y, dy: x };
  }
}

function createShape(piece: Piece, rotation: Rotation): Shape {
  const shown = piece === pieceO ? 0 : rotation;
  const offsets = spawnCells[piece].map(([x, y]) => turnedOffset(x, y, shown));
  const left = Math.min(...offsets.map((cell) => cell.dx));
  const bottom = Math.min(...offsets.map((cell) => cell.dy));
  const row = (index: number): number =>
    offsets.reduce((mask, cell) => (cell.dy - bottom === index ? mask | (1 << (cell.dx - left)) : mask), 0);
  return {
    piece,
    rotation,
    offsets,
    left,
    right: Math.max(...offsets.map((cell) => cell.dx)),
    bottom,
    top: Math.max(...offsets.map((cell) => cell.dy)),
    row0: row(0),
    row1: row(1),
    row2: row(2),
    row3: row(3),
  };
}

type ByRotation = readonly [Shape, Shape, Shape, Shape];

function createShapes(piece: Piece): ByRotation {
  return [createShape(piece, 0), createShape(piece, 1), createShape(piece, 2), createShape(piece, 3)];
}

const shapesByPiece: Readonly<Record<Piece, ByRotation>> = {
  0: createShapes(0),
  1: createShapes(1),
  2: createShapes(2),
  3: createShapes(3),
  4: createShapes(4),
  5: createShapes(5),
  6: createShapes(6),
};

/** All 28 shapes, piece by piece. */
export const shapes: readonly Shape[] = pieces.flatMap((piece) => rotations.map((r) => shapesByPiece[piece][r]));

/** The shape of a piece in an orientation. */
export function shapeOf(piece: Piece, rotation: Rotation): Shape {
  return shapesByPiece[piece][rotation];
}
