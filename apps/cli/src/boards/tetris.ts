import { cellAt, pieceNames, type Piece, type TetrisView } from "@replayground/tetris";
import { boardWidth, shapeOf, visibleHeight, type Rotation } from "@replayground/tetris/core";

const LETTERS = [...pieceNames, "g", "X"].join("");
const EMPTY = ".";
/** The cells of the piece in play, told from locked ones by case; its landing place. */
const GHOST = "+";

/** The visible rows from above, hold, queue and counters beside them. */
export function drawTetris(view: TetrisView): string {
  const rows = boardRows(view);
  const side = sideLines(view);
  return rows.map((row, i) => `  |${row}|  ${side[i] ?? ""}`.trimEnd()).join("\n") + `\n  +${"-".repeat(boardWidth)}+`;
}

function boardRows(view: TetrisView): readonly string[] {
  const { board, active } = view;
  const height = Math.max(visibleHeight, board.height, active === null ? 0 : active.y + 3);
  const cells = Array.from({ length: height }, (_, y) =>
    Array.from({ length: boardWidth }, (_, x) => {
      const cell = cellAt(board, x, y);
      return cell === null ? EMPTY : LETTERS.charAt(cell);
    }),
  );
  if (active !== null) {
    const { piece, rotation, x, y, ghostY } = active;
    paint(cells, { piece, rotation, x, y: ghostY }, GHOST);
    paint(cells, { piece, rotation, x, y }, LETTERS.charAt(piece).toLowerCase());
  }
  return cells.map((row) => row.join("")).toReversed();
}

interface Place {
  readonly piece: Piece;
  readonly rotation: Rotation;
  readonly x: number;
  readonly y: number;
}

function paint(cells: readonly string[][], { piece, rotation, x, y }: Place, letter: string): void {
  for (const { dx, dy } of shapeOf(piece, rotation).offsets) {
    const row = cells[y + dy];
    if (row !== undefined) row[x + dx] = letter;
  }
}

function sideLines(view: TetrisView): readonly string[] {
  const { hold, next, score, level, lines, goal, pieces, combo, b2b, finish } = view;
  return [
    `hold   ${hold === null ? "-" : pieceNames[hold]}`,
    `next   ${next.map((piece) => pieceNames[piece]).join(" ")}`,
    "",
    `mode   ${view.mode}${finish === null ? "" : `, ended: ${finish}`}`,
    `score  ${score}`,
    `level  ${level}`,
    `lines  ${lines}${goal?.kind === "lines" ? ` of ${goal.target}` : ""}`,
    `pieces ${pieces}`,
    `combo  ${Math.max(0, combo)}, back-to-back ${Math.max(0, b2b)}`,
  ];
}
