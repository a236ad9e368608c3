import type { PieceLetter } from "../../art/pieces.ts";

export const columns = 10;
export const rows = 40;
export const visibleRows = 20;

/** Index of a cell in the board's arrays: rows from the bottom, row by row. */
export const cellIndex = (x: number, y: number): number => y * columns + x;

/** A cell of the board: `y` counts from the floor row upwards. */
export interface BoardCell {
  readonly x: number;
  readonly y: number;
}

export interface FallingPiece {
  /** Cell code, 1-7. */
  readonly code: number;
  readonly cells: readonly BoardCell[];
}

/** What the renderer draws: a plain value, made from a view of the match. */
export interface BoardView {
  /** Cell codes by `cellIndex`: 0 empty, 1-7 I J L O S T Z, 8 garbage, 9 solid. */
  readonly cells: Uint8Array;
  /**
   * Join bits by `cellIndex` (see `art/joins.ts`; up is towards higher rows): where a locked block goes on into the
   * next cell. Without them, cells of equal code are joined.
   */
  readonly joins?: Uint8Array | undefined;
  readonly active: FallingPiece | null;
  readonly ghost: readonly BoardCell[];
}

/** Words at the right of the board about what just happened or is about to count. */
export interface BoardCall {
  readonly title: string;
  readonly detail?: string | undefined;
}

/** One figure on the left wall. */
export interface BoardStat {
  readonly value: string;
  readonly word: string;
}

export interface BoardPanel {
  readonly hold: PieceLetter | null;
  /** Hold was used since the last lock: the held piece waits. */
  readonly holdSpent: boolean;
  readonly next: readonly PieceLetter[];
  readonly stats: readonly BoardStat[];
  readonly call: BoardCall | null;
  /** The board in words, for who cannot see it. */
  readonly state: string;
}
