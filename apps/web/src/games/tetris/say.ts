import { boardWidth, cellAt, type TetrisView } from "@replayground/tetris";
import { sayCount } from "../../words/numbers.ts";
import { letterOf } from "./view.ts";

/** The board in words, for a screen reader that asks: "Piece T. Stack 6 high, 2 holes. Columns 3 3 4 ...". */
export function sayBoard(view: TetrisView): string {
  const piece = view.active === null ? "" : `Piece ${letterOf(view.active.piece)}. `;
  const { heights, holes } = surfaceOf(view);
  const tallest = Math.max(...heights);
  if (tallest === 0) return `${piece}The board is empty.`;
  return `${piece}Stack ${tallest} high, ${sayCount(holes, "hole")}. Columns ${heights.join(" ")}.`;
}

interface Surface {
  /** Highest occupied row + 1, by column. */
  readonly heights: readonly number[];
  /** Empty cells with something above them. */
  readonly holes: number;
}

function surfaceOf({ board }: TetrisView): Surface {
  const heights = Array.from({ length: boardWidth }, () => 0);
  let holes = 0;
  for (let x = 0; x < boardWidth; x++) {
    for (let y = board.height - 1; y >= 0; y--) {
      const isEmpty = cellAt(board, x, y) === null;
      if (!isEmpty && heights[x] === 0) heights[x] = y + 1;
      if (isEmpty && heights[x] !== 0) holes++;
    }
  }
  return { heights, holes };
}
