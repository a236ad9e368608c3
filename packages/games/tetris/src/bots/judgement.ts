import { type Board, boardWidth, fullRow, visibleHeight } from "../core/board.ts";
import { pieceT, type Piece } from "../core/piece.ts";
import type { Spin } from "../core/spin.ts";
import { surfaceOf } from "./features.ts";

/** Chains that a search carries along. Counters as in the game: -1 without one. */
export interface Chain {
  readonly b2b: number;
  readonly combo: number;
}

/** How one placement of a search ended. */
export interface Locked {
  readonly piece: Piece;
  readonly spin: Spin;
  readonly lines: number;
  readonly isEmpty: boolean;
}

/**
 * Points for a board: the magnitudes follow Cold Clear's default evaluation as far as the terms are the same
 * (bumpiness -24, row transitions -5, height -39, rows over half -150, over three quarters -511, holes -173,
 * covered -17, rows of the well that wait for an I +57).
 */
export function judgeBoard(board: Board): number {
  const { rowTransitions, holes, holeDepth } = surfaceOf(board);
  const { bumpiness, wellRows } = contourOf(board);
  const top = board.height;
  const overHalf = Math.max(0, top - visibleHeight / 2);
  const overMost = Math.max(0, top - (3 * visibleHeight) / 4);
  return (
    57 * wellRows -
    24 * bumpiness -
    5 * rowTransitions -
    173 * holes -
    17 * holeDepth -
    39 * top -
    150 * overHalf -
    511 * overMost
  );
}

/** The heights of the columns without the lowest one, which is kept open as a well. */
interface Contour {
  /** Sum of differences between neighbours, the well skipped. */
  readonly bumpiness: number;
  /** Rows from the bottom of the well upwards that lack nothing but it. */
  readonly wellRows: number;
}

export function contourOf(board: Board): Contour {
  const heights = heightsOf(board);
  let well = 0;
  for (let x = 1; x < boardWidth; x++) if ((heights[x] ?? 0) < (heights[well] ?? 0)) well = x;
  let bumpiness = 0;
  let before = -1;
  for (let x = 0; x < boardWidth; x++) {
    if (x === well) continue;
    const height = heights[x] ?? 0;
    if (before >= 0) bumpiness += Math.abs(height - before);
    before = height;
  }
  const ready = fullRow & ~(1 << well);
  const bottom = heights[well] ?? 0;
  let wellRows = 0;
  while (board.rows[bottom + wellRows] === ready) wellRows += 1;
  return { bumpiness, wellRows };
}

function heightsOf({ rows, height }: Board): readonly number[] {
  const heights = new Array<number>(boardWidth).fill(0);
  let open = fullRow;
  for (let y = height - 1; y >= 0 && open !== 0; y--) {
    const tops = (rows[y] ?? 0) & open;
    for (let x = 0; x < boardWidth && tops !== 0; x++) if (((tops >>> x) & 1) === 1) heights[x] = y + 1;
    open &= ~tops;
  }
  return heights;
}

/** One to four rows. A search that is not in danger saves them up for four. */
const plainReward: readonly number[] = [0, -143, -100, -58, 390];
const fullReward: readonly number[] = [0, 121, 410, 602];
const miniReward: readonly number[] = [0, -158, -93];
const b2bReward = 104;
const comboReward = 75;
const perfectReward = 999;
const wastedT = -152;

/** Points for what a placement cleared, and the chains after it. */
export function judgeLock({ piece, spin, lines, isEmpty }: Locked, { b2b, combo }: Chain): Chain & { points: number } {
  if (lines === 0) return { points: piece === pieceT ? wastedT : 0, b2b, combo: -1 };
  const isDifficult = spin !== "none" || lines === 4;
  const table = spin === "full" ? fullReward : spin === "mini" ? miniReward : plainReward;
  let points = (table[lines] ?? 0) + comboReward * (combo + 1);
  if (piece === pieceT && spin === "none") points += wastedT;
  if (isDifficult && b2b >= 0) points += b2bReward;
  if (isEmpty) points += perfectReward;
  return { points, b2b: isDifficult ? b2b + 1 : -1, combo: combo + 1 };
}
