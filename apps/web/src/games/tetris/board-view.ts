import { type BoardView as LockedCells, cellAt, joinsOf, pieceCells, type TetrisView } from "@replayground/tetris";
import type { BoardCell, BoardView } from "../../boards/tetris/types.ts";
import { cellIndex, columns, rows } from "../../boards/tetris/types.ts";

/** Turns views of a match into what the renderer draws. */
export type BoardProjector = (view: TetrisView) => BoardView;

interface Locked {
  readonly board: LockedCells;
  readonly cells: Uint8Array;
  readonly joins: Uint8Array;
}

/** Locked cells are read again only when the rules hand out another board: the same one lies there from lock to lock. */
export function createBoardProjector(): BoardProjector {
  let locked: Locked | null = null;
  return (view) => {
    if (locked?.board !== view.board) locked = readLocked(view);
    const { active } = view;
    if (active === null) return { cells: locked.cells, joins: locked.joins, active: null, ghost: [] };
    const { piece, rotation, x, y, ghostY } = active;
    const at = (bottom: number): readonly BoardCell[] =>
      pieceCells(piece, rotation).map((cell) => ({ x: x + cell.dx, y: bottom + cell.dy }));
    return {
      cells: locked.cells,
      joins: locked.joins,
      active: { code: piece + 1, cells: at(y) },
      ghost: ghostY === y ? [] : at(ghostY),
    };
  };
}

/** The rules count colours from 0 and name an empty cell null; the board's codes start at 1 and 0 is empty. */
function readLocked(view: TetrisView): Locked {
  const cells = new Uint8Array(columns * rows);
  const joins = new Uint8Array(columns * rows);
  for (let y = 0; y < view.board.height; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      const cell = cellAt(view.board, x, y);
      if (cell === null) continue;
      cells[cellIndex(x, y)] = cell + 1;
      joins[cellIndex(x, y)] = joinsOf(view, x, y);
    }
  }
  return { board: view.board, cells, joins };
}
