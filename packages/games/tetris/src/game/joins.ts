import { boardWidth, fullRow } from "../core/board.ts";
import { type Shape, shapes } from "../core/shape.ts";

/**
 * Which neighbouring cells of the board were locked by the same piece, so that a renderer can cut each piece as one
 * block, and a clear leaves the rest of a piece as its own block.
 *
 * One integer per row, from the floor: bit x (0..9) - cell x hangs together with x + 1; bit 10 + x - with the cell
 * above. Garbage is never joined. Kept beside the board, because rules do not ask for it.
 */
export type Joins = readonly number[];

/** No row is joined. */
export const noJoins: Joins = [];

/** Neighbours of a cell, as bits. */
export const joinBit = { up: 1, right: 2, down: 4, left: 8 } as const;

/** The bits of `joinBit` for one cell. */
export function joinsAt(joins: Joins, x: number, y: number): number {
  const row = joins[y] ?? 0;
  const below = joins[y - 1] ?? 0;
  const up = (row >>> (boardWidth + x)) & 1;
  const right = (row >>> x) & 1;
  const down = (below >>> (boardWidth + x)) & 1;
  const left = x > 0 ? (row >>> (x - 1)) & 1 : 0;
  return up | (right << 1) | (down << 2) | (left << 3);
}

/** The joins inside one shape, row by row, for a shape at column 0. */
const joinsByShape: readonly (readonly number[])[] = shapes.map(shapeJoins);

function shapeJoins({ row0, row1, row2, row3 }: Shape): readonly number[] {
  return [inRow(row0, row1), inRow(row1, row2), inRow(row2, row3), inRow(row3, 0)];
}

function inRow(row: number, above: number): number {
  return (row & (row >>> 1)) | ((row & above) << boardWidth);
}

/** Where a piece came to rest, the rows its lock cleared, from below, and the height of the board afterwards. */
export interface Rest {
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  readonly rows: readonly number[];
  readonly height: number;
}

/** Joins after a lock: one entry for each row up to the height of the board. */
export function joinLock(joins: Joins, { shape, x, y, rows, height }: Rest): Joins {
  const after = joins.slice();
  const column = x + shape.left;
  const base = y + shape.bottom;
  const inside = joinsByShape[shape.piece * 4 + shape.rotation] ?? noJoins;
  while (after.length <= y + shape.top) after.push(0);
  for (let row = base; row <= y + shape.top; row++) {
    after[row] = (after[row] ?? 0) | ((inside[row - base] ?? 0) << column);
  }
  for (let index = rows.length - 1; index >= 0; index--) removeRow(after, rows[index] ?? 0);
  after.length = height;
  return after;
}

/** The row goes, and with it what joined the row below to it. */
function removeRow(joins: number[], row: number): void {
  if (row > 0) joins[row - 1] = (joins[row - 1] ?? 0) & fullRow;
  joins.splice(row, 1);
}

/** Joins after `count` rows of garbage rose from below. */
export function joinGarbage(joins: Joins, count: number): Joins {
  return [...new Array<number>(count).fill(0), ...joins];
}
