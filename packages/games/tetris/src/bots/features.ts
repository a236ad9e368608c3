import { fullRow, visibleHeight } from "../core/board.ts";
import type { Shape } from "../core/shape.ts";
import { bitCount, type Outcome } from "./grid.ts";

/** What the shape of a stack is measured by. All are counts of cells, rows or changes. */
export interface Surface {
  /** Filled/empty changes along each row of the visible board, both walls filled. */
  readonly rowTransitions: number;
  /** Changes along each column, floor filled, ceiling empty. */
  readonly columnTransitions: number;
  /** Empty cells with a filled one somewhere above. */
  readonly holes: number;
  /** Over all holes, the filled cells above it. */
  readonly holeDepth: number;
  /** Rows with at least one hole. */
  readonly holeRows: number;
  /** For each run of d empty cells in a column whose neighbours to both sides are filled or wall: 1 + 2 + .. + d. */
  readonly wells: number;
  /** Sum of the heights of the columns. */
  readonly height: number;
  /** Sum of the differences in height of neighbouring columns. */
  readonly bumpiness: number;
}

/** The features of one placement, measured after full rows are gone. */
export interface Features extends Surface {
  /**
   * Twice the height at which the piece lies: lowest plus highest row of it, counted from 1, before rows are removed.
   * El-Tetris counts the column below plus half the piece: one less for every placement, so it decides the same.
   */
  readonly landing2: number;
  readonly lines: number;
  /** Rows cleared times cells of this piece in them. */
  readonly eroded: number;
}

/** Filled cells: bits 0-9 of each row from the floor, and the highest filled row + 1. */
export interface Rows {
  readonly rows: readonly number[];
  readonly height: number;
}

/** Filled columns to the left of column 0 and to the right of column 9. */
const walls = 1 | (1 << 11);

/** Reads the rows once, from the top down. */
export function surfaceOf({ rows, height: top }: Rows): Surface {
  let rowTransitions = 2 * Math.max(0, visibleHeight - top);
  let columnTransitions = 0;
  let holes = 0;
  let holeDepth = 0;
  let holeRows = 0;
  let wells = 0;
  let height = 0;
  let bumpiness = 0;
  let above = 0;
  let covered = 0;
  for (let y = top - 1; y >= 0; y--) {
    const row = rows[y] ?? 0;
    const walled = (row << 1) | walls;
    rowTransitions += bitCount((walled ^ (walled >>> 1)) & 2047);
    columnTransitions += bitCount(row ^ above);
    const under = covered & ~row;
    if (under !== 0) {
      holes += bitCount(under);
      holeRows += 1;
      holeDepth += filledAbove(rows, under, { from: y + 1, to: top });
    }
    wells += wellCells(rows, y);
    covered |= row;
    height += bitCount(covered);
    bumpiness += bitCount((covered ^ (covered >>> 1)) & 511);
    above = row;
  }
  columnTransitions += bitCount(above ^ fullRow);
  return { rowTransitions, columnTransitions, holes, holeDepth, holeRows, wells, height, bumpiness };
}

function filledAbove(
  rows: readonly number[],
  columns: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let filled = 0;
  for (let y = from; y < to; y++) filled += bitCount((rows[y] ?? 0) & columns);
  return filled;
}

/** Cells of wells in row y, each counted once for every well cell from it upwards: a run of d gives d (d + 1) / 2. */
function wellCells(rows: readonly number[], y: number): number {
  let count = 0;
  let run = wellsIn(rows[y] ?? 0);
  for (let above = y + 1; run !== 0; above++) {
    count += bitCount(run);
    run &= wellsIn(rows[above] ?? 0);
  }
  return count;
}

function wellsIn(row: number): number {
  return ~row & ((row << 1) | 1) & ((row >>> 1) | 512);
}

/** All features of a placement. `y` is the row of the centre. */
export function featuresOf(outcome: Outcome, shape: Shape, y: number): Features {
  const surface = surfaceOf(outcome.board);
  return {
    rowTransitions: surface.rowTransitions,
    columnTransitions: surface.columnTransitions,
    holes: surface.holes,
    holeDepth: surface.holeDepth,
    holeRows: surface.holeRows,
    wells: surface.wells,
    height: surface.height,
    bumpiness: surface.bumpiness,
    landing2: 2 * y + shape.bottom + shape.top + 2,
    lines: outcome.lines,
    eroded: outcome.lines * outcome.gone,
  };
}
