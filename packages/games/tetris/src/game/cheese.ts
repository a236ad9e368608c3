import type { Xoshiro128 } from "@replayground/kernel";
import { type Board, boardWidth } from "../core/board.ts";
import type { Position } from "./position.ts";

/** Most rows of garbage on the board at once in cheese mode; the rest rises as these go. */
export const cheeseDepth = 10;

/** Rows of cheese that rise now: at the start, and after a lock that clears nothing. */
export function cheeseRowsDue({ core, cheeseLeft, rules }: Position): number {
  if (cheeseLeft === 0) return 0;
  const onBoard = rules.options.cheese - cheeseLeft - core.tally.garbageLines;
  return Math.min(cheeseLeft, cheeseDepth - onBoard);
}

/** Holes of rows that rise in this order, each in another column than the row above it. */
export function cheeseHoles(board: Board, rows: number, random: Xoshiro128): readonly number[] {
  const holes: number[] = [];
  let above = board.hasGarbage(0) ? firstHole(board) : -1;
  for (let row = 0; row < rows; row++) {
    above = above < 0 ? random.below(boardWidth) : otherColumn(above, random);
    holes.push(above);
  }
  return holes;
}

function otherColumn(column: number, random: Xoshiro128): number {
  const drawn = random.below(boardWidth - 1);
  return drawn < column ? drawn : drawn + 1;
}

/** The empty column of the lowest row. */
function firstHole(board: Board): number {
  const row = board.rows[0] ?? 0;
  let column = 0;
  while (((row >>> column) & 1) === 1) column += 1;
  return column;
}
