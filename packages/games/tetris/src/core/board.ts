import { type Piece, pieceNames } from "./piece.ts";
import type { Shape } from "./shape.ts";

export const boardWidth = 10;
/** Rows in all: 20 visible ones, y = 0..19, and 20 hidden ones above. */
export const boardHeight = 40;
export const visibleHeight = 20;
export const fullRow = 1023;

/** What a cell shows: a piece, garbage, or solid (never clears). */
export type Cell = Piece | 7 | 8;
export const cellGarbage = 7;
export const cellSolid = 8;

/** Three rows above the matrix, always empty, so that a window of four rows never reads outside the array. */
const margin = 3;
const garbageTint = 1 | (1 << 10) | (1 << 20);

/** One bit in each plane of a tint that the colour code has set: a row mask times this is the row's tint. */
const tintByPiece: Readonly<Record<Piece, number>> = {
  0: 0,
  1: 1,
  2: 1 << 10,
  3: 1 | (1 << 10),
  4: 1 << 20,
  5: 1 | (1 << 20),
  6: (1 << 10) | (1 << 20),
};

/**
 * The matrix, mutated in place. Row 0 is the floor, column 0 the left wall; a cell outside does not exist.
 *
 * `rows[y]`: bits 0-9 occupied cells, bits 10-19 those of them that are solid; so a row equals `fullRow`
 * exactly when it is full and may be cleared.
 * `tints[y]`: three planes of ten bits, the bits of the colour code 0..6 (piece) or 7 (garbage) of each cell.
 */
export class Board {
  readonly rows: number[];
  readonly tints: number[];
  /** Highest occupied row + 1; 0 when empty. */
  height: number;

  constructor(rows: number[] = zeros(), tints: number[] = zeros(), height = 0) {
    this.rows = rows;
    this.tints = tints;
    this.height = height;
  }

  clone(): Board {
    return new Board(this.rows.slice(), this.tints.slice(), this.height);
  }

  /** Whether the four cells of a shape centred on (x, y) lie inside the matrix and are free. */
  fits(shape: Shape, x: number, y: number): boolean {
    const column = x + shape.left;
    const base = y + shape.bottom;
    if (column < 0 || x + shape.right >= boardWidth || base < 0 || y + shape.top >= boardHeight) return false;
    if (base >= this.height) return true;
    const rows = this.rows;
    const hit =
      ((rows[base] ?? 0) & (shape.row0 << column)) |
      ((rows[base + 1] ?? 0) & (shape.row1 << column)) |
      ((rows[base + 2] ?? 0) & (shape.row2 << column)) |
      ((rows[base + 3] ?? 0) & (shape.row3 << column));
    return hit === 0;
  }

  /** How many rows a fitting shape can fall straight down. */
  dropDistance(shape: Shape, x: number, y: number): number {
    const rows = this.rows;
    const column = x + shape.left;
    const m0 = shape.row0 << column;
    const m1 = shape.row1 << column;
    const m2 = shape.row2 << column;
    const m3 = shape.row3 << column;
    const from = y + shape.bottom;
    let base = from < this.height ? from : this.height;
    while (base > 0) {
      const below =
        ((rows[base - 1] ?? 0) & m0) |
        ((rows[base] ?? 0) & m1) |
        ((rows[base + 1] ?? 0) & m2) |
        ((rows[base + 2] ?? 0) & m3);
      if (below !== 0) break;
      base -= 1;
    }
    return from - base;
  }

  /** Whether a fitting shape rests on something. */
  isGrounded(shape: Shape, x: number, y: number): boolean {
    return !this.fits(shape, x, y - 1);
  }

  /** Make the four cells of a fitting shape part of the board. */
  write(shape: Shape, x: number, y: number): void {
    const column = x + shape.left;
    const base = y + shape.bottom;
    const tint = tintByPiece[shape.piece];
    this.writeRow(base, shape.row0 << column, tint);
    if (shape.row1 !== 0) this.writeRow(base + 1, shape.row1 << column, tint);
    if (shape.row2 !== 0) this.writeRow(base + 2, shape.row2 << column, tint);
    if (shape.row3 !== 0) this.writeRow(base + 3, shape.row3 << column, tint);
    const top = y + shape.top + 1;
    if (top > this.height) this.height = top;
  }

  private writeRow(y: number, mask: number, tint: number): void {
    this.rows[y] = (this.rows[y] ?? 0) | mask;
    this.tints[y] = (this.tints[y] ?? 0) | Math.imul(mask, tint);
  }

  /** Whether row y is full and may be cleared. */
  isFull(y: number): boolean {
    return this.rows[y] === fullRow;
  }

  /** Whether row y holds at least one garbage cell. */
  hasGarbage(y: number): boolean {
    const tint = this.tints[y] ?? 0;
    return (tint & (tint >>> 10) & (tint >>> 20) & fullRow) !== 0;
  }

  /** Delete one row; everything above moves down by one. */
  removeRow(y: number): void {
    const { rows, tints, height } = this;
    for (let row = y; row < height; row++) {
      rows[row] = rows[row + 1] ?? 0;
      tints[row] = tints[row + 1] ?? 0;
    }
    this.shrink(height - 1);
  }

  private shrink(height: number): void {
    let top = height;
    while (top > 0 && this.rows[top - 1] === 0) top -= 1;
    this.height = top;
  }

  /**
   * Push `count` garbage rows in from below, all with their hole in one column.
   * False, and nothing changed, when a cell would leave the matrix: a top out.
   */
  insertGarbage(count: number, hole: number): boolean {
    if (this.height + count > boardHeight) return false;
    const { rows, tints } = this;
    for (let y = this.height - 1; y >= 0; y--) {
      rows[y + count] = rows[y] ?? 0;
      tints[y + count] = tints[y] ?? 0;
    }
    const mask = fullRow & ~(1 << hole);
    for (let y = 0; y < count; y++) {
      rows[y] = mask;
      tints[y] = Math.imul(mask, garbageTint);
    }
    this.height += count;
    return true;
  }

  /** What is in a cell of the matrix, or null when it is empty. */
  cellAt(x: number, y: number): Cell | null {
    const row = (this.rows[y] ?? 0) >>> x;
    if ((row & 1) === 0) return null;
    if ((row >>> boardWidth) & 1) return cellSolid;
    const tint = (this.tints[y] ?? 0) >>> x;
    return toCell((tint & 1) | ((tint >>> 9) & 2) | ((tint >>> 18) & 4));
  }

  /** Put something into one cell of the matrix, or clear it. For set positions, imports and tests. */
  setCell(x: number, y: number, cell: Cell | null): void {
    const bit = 1 << x;
    const code = cell === null || cell === cellSolid ? 0 : cell;
    const planes = (code & 1) | ((code & 2) << 9) | ((code & 4) << 18);
    const clear = ~Math.imul(bit, garbageTint);
    const occupied = cell === null ? 0 : cell === cellSolid ? bit | (bit << boardWidth) : bit;
    this.rows[y] = ((this.rows[y] ?? 0) & ~(bit | (bit << boardWidth))) | occupied;
    this.tints[y] = ((this.tints[y] ?? 0) & clear) | Math.imul(bit, planes);
    this.shrink(Math.max(this.height, y + 1));
  }

  /** Empty the whole matrix. */
  clear(): void {
    this.rows.fill(0);
    this.tints.fill(0);
    this.height = 0;
  }
}

/** Copied, not filled: a copy keeps the packed representation, and costs a fifth. */
const emptyRows: readonly number[] = Array.from({ length: boardHeight + margin }, () => 0);

function zeros(): number[] {
  return emptyRows.slice();
}

function toCell(code: number): Cell {
  return (code & 7) as Cell; // brand constructor: the mask makes it true
}

const cellLetters = [...pieceNames, "g", "X"].join("");

/**
 * The board as text, rows from the floor up, one character per cell (`.IJLOSTZgX`), empty rows above the top left out.
 */
export function formatBoard(board: Board): string[] {
  const lines: string[] = [];
  for (let y = 0; y < board.height; y++) {
    let line = "";
    for (let x = 0; x < boardWidth; x++) {
      const cell = board.cellAt(x, y);
      line += cell === null ? "." : cellLetters.charAt(cell);
    }
    lines.push(line);
  }
  return lines;
}

/** A board from such text; any other letter than those of a piece, `g` and `.` is a solid cell. */
export function boardFromRows(rowsFromFloor: readonly string[]): Board {
  const board = new Board();
  rowsFromFloor.slice(0, boardHeight).forEach((line, y) => {
    for (let x = 0; x < boardWidth; x++) {
      const letter = line.charAt(x);
      if (letter === "." || letter === "") continue;
      const code = cellLetters.indexOf(letter);
      board.setCell(x, y, code < 0 ? cellSolid : code === cellSolid ? cellSolid : toCell(code));
    }
  });
  return board;
}
