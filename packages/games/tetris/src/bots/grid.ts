import { Board, boardWidth, fullRow, visibleHeight } from "../core/board.ts";
import { type Piece, pieceO } from "../core/piece.ts";
import { rotations, type Rotation } from "../core/rotation.ts";
import { type Shape, shapeOf } from "../core/shape.ts";

/** What a placement made of a board, its colours left out. */
export interface Outcome {
  readonly board: Board;
  /** Rows that were cleared. */
  readonly lines: number;
  /** Cells of the placed piece that went with them. */
  readonly gone: number;
}

/** Where a piece comes to rest: its centre. */
export interface Rest {
  readonly rotation: Rotation;
  readonly x: number;
  readonly y: number;
}

/** Bots think in filled cells: no board of theirs has colours, so all of them share one list that nobody reads. */
const noTints: number[] = [];

/** The filled cells of a board as a bot may see it; solid cells count as filled. */
export function toGrid(seen: { readonly rows: readonly number[]; readonly height: number }): Board {
  return new Board(
    seen.rows.map((row) => row & fullRow),
    noTints,
    seen.height,
  );
}

/** An empty board. */
export function emptyGrid(): Board {
  return toGrid(new Board());
}

/** A new board with a fitting shape in it, full rows removed. */
export function place(board: Board, shape: Shape, { x, y }: { readonly x: number; readonly y: number }): Outcome {
  const rows = board.rows.slice();
  const base = y + shape.bottom;
  const column = x + shape.left;
  const size = shape.top - shape.bottom + 1;
  let lines = 0;
  let gone = 0;
  for (let index = 0; index < size; index++) {
    const cells = rowOf(shape, index);
    const row = (rows[base + index] ?? 0) | (cells << column);
    if (row === fullRow) {
      lines += 1;
      gone += bitCount(cells);
    } else rows[base + index - lines] = row;
  }
  const height = Math.max(board.height, base + size);
  if (lines > 0) closeGap(rows, { from: base + size, height, lines });
  return { board: new Board(rows, noTints, height - lines), lines, gone };
}

function closeGap(
  rows: number[],
  { from, height, lines }: { readonly from: number; readonly height: number; readonly lines: number },
): void {
  for (let y = from; y < height; y++) rows[y - lines] = rows[y] ?? 0;
  for (let y = height - lines; y < height; y++) rows[y] = 0;
}

function rowOf(shape: Shape, index: number): number {
  switch (index) {
    case 0:
      return shape.row0;
    case 1:
      return shape.row1;
    case 2:
      return shape.row2;
    default: // an index, not a union
      return shape.row3;
  }
}

/** Orientations that differ in their cells: two of I, S and Z, one of O. */
export function orientationsOf(piece: Piece): readonly Rotation[] {
  if (piece === pieceO) return rotations.slice(0, 1);
  return piece === 0 || piece === 4 || piece === 6 ? rotations.slice(0, 2) : rotations;
}

/** Where a piece rests that is dropped straight down, wholly inside the visible rows; by orientation and column. */
export function dropRests(board: Board, piece: Piece): readonly Rest[] {
  const rests: Rest[] = [];
  for (const rotation of orientationsOf(piece)) {
    const shape = shapeOf(piece, rotation);
    const above = board.height - shape.bottom;
    for (let x = 0 - shape.left; x + shape.right < boardWidth; x++) {
      const y = above - board.dropDistance(shape, x, above);
      if (y + shape.top < visibleHeight) rests.push({ rotation, x, y });
    }
  }
  return rests;
}

const countByBits: Uint8Array = countsUpTo(1 << 12);

function countsUpTo(size: number): Uint8Array {
  const counts = new Uint8Array(size);
  for (let bits = 1; bits < size; bits++) counts[bits] = (counts[bits >> 1] ?? 0) + (bits & 1);
  return counts;
}

/** How many of the lowest twelve bits are set. */
export function bitCount(bits: number): number {
  return countByBits[bits & 4095] ?? 0;
}
