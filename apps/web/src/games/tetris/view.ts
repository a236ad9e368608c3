import {
  boardWidth,
  cellAt,
  joinBit,
  joinsOf,
  pieceCells,
  pieceNames,
  type Piece,
  type TetrisView,
} from "@replayground/tetris";
import { joinDown, joinLeft, joinRight, joinUp } from "../../art/joins.ts";
import type { PieceLetter } from "../../art/pieces.ts";
import { cellIndex, columns, rows, type BoardCell, type BoardView } from "../../boards/tetris/types.ts";

/** Cell code of the renderer for a cell of the rules: 1-7 pieces, 8 garbage, 9 solid. */
const codeOfCell = (cell: number): number => cell + 1;

/** The bits of the rules' joins as the renderer's. */
const joinMasks: readonly number[] = Array.from(
  { length: 16 },
  (_, bits) =>
    (bits & joinBit.up ? joinUp : 0) |
    (bits & joinBit.right ? joinRight : 0) |
    (bits & joinBit.down ? joinDown : 0) |
    (bits & joinBit.left ? joinLeft : 0),
);

/** The locked cells, made anew only when the rules hand out another board. */
interface Stack {
  readonly cells: Uint8Array;
  readonly joins: Uint8Array;
}

/** Turns views of the rules into what the renderer draws. Keeps the last stack: it changes once a lock. */
export class BoardViews {
  private board: TetrisView["board"] | null = null;
  private masks: TetrisView["joins"] | null = null;
  private stack: Stack = { cells: new Uint8Array(columns * rows), joins: new Uint8Array(columns * rows) };

  of(view: TetrisView): BoardView {
    if (view.board !== this.board || view.joins !== this.masks) {
      this.board = view.board;
      this.masks = view.joins;
      this.stack = stackOf(view);
    }
    const { active } = view;
    if (active === null) return { ...this.stack, active: null, ghost: [] };
    const { piece, rotation, x, y, ghostY } = active;
    const cells = cellsAt(piece, rotation, x, y);
    const ghost = ghostY === y ? [] : cellsAt(piece, rotation, x, ghostY);
    return { ...this.stack, active: { code: codeOfCell(piece), cells }, ghost };
  }
}

function cellsAt(piece: Piece, rotation: Parameters<typeof pieceCells>[1], x: number, y: number): readonly BoardCell[] {
  return pieceCells(piece, rotation).map(({ dx, dy }) => ({ x: x + dx, y: y + dy }));
}

function stackOf(view: TetrisView): Stack {
  const cells = new Uint8Array(columns * rows);
  const joins = new Uint8Array(columns * rows);
  for (let y = 0; y < view.board.height; y++) {
    for (let x = 0; x < boardWidth; x++) {
      const cell = cellAt(view.board, x, y);
      if (cell === null) continue;
      cells[cellIndex(x, y)] = codeOfCell(cell);
      joins[cellIndex(x, y)] = joinMasks[joinsOf(view, x, y)] ?? 0;
    }
  }
  return { cells, joins };
}

export function letterOf(piece: Piece): PieceLetter {
  return pieceNames[piece];
}
