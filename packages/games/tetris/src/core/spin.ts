import { type Board, boardWidth } from "./board.ts";
import { pieceT } from "./piece.ts";
import type { Rotation } from "./rotation.ts";
import type { Shape } from "./shape.ts";

export type Spin = "none" | "mini" | "full";

/**
 * When kick test 5 makes a T-spin full whatever its front corners: on every quarter turn, or only on those that end
 * on a side (the kicks two rows down). The two readings differ in about 4 of 65 million placements.
 */
export type Kick5Rule = "any" | "down";

/** Which pieces can spin: T by its corners; `all`, `all-mini`: the others too when they cannot move. */
export type SpinRule = "t" | "all" | "all-mini";

/** How a piece came to rest: `test` is the kick test (from 1) of the turn that was its last move, 0 if none was. */
export interface LastTurn {
  readonly test: number;
  readonly from: Rotation;
}

/** Corner bits around the centre: 1 upper left, 2 upper right, 4 lower right, 8 lower left. */
const frontCorners: Readonly<Record<Rotation, number>> = { 0: 1 | 2, 1: 2 | 4, 2: 4 | 8, 3: 8 | 1 };

function isFilled(board: Board, x: number, y: number): boolean {
  return x < 0 || x >= boardWidth || y < 0 || (((board.rows[y] ?? 0) >>> x) & 1) === 1;
}

function filledCorners(board: Board, x: number, y: number): number {
  return (
    (isFilled(board, x - 1, y + 1) ? 1 : 0) |
    (isFilled(board, x + 1, y + 1) ? 2 : 0) |
    (isFilled(board, x + 1, y - 1) ? 4 : 0) |
    (isFilled(board, x - 1, y - 1) ? 8 : 0)
  );
}

/** Whether at least three of the four corner bits are set: clearing one bit leaves more than one. */
function isThreeOfFour(corners: number): boolean {
  const rest = corners & (corners - 1);
  return (rest & (rest - 1)) !== 0;
}

/** The corner class alone, before any kick upgrade. The board is the one before row removal. */
export function cornerClass(board: Board, rotation: Rotation, centre: { x: number; y: number }): Spin {
  const corners = filledCorners(board, centre.x, centre.y);
  if (!isThreeOfFour(corners)) return "none";
  const front = frontCorners[rotation];
  return (corners & front) === front ? "full" : "mini";
}

/** Whether kick test 5 of a quarter turn upgrades a mini to a full T-spin. */
export function isKick5Upgrade(rule: Kick5Rule, rotation: Rotation, last: LastTurn): boolean {
  if (last.test !== 5 || ((rotation - last.from) & 1) === 0) return false;
  return rule === "any" || (rotation & 1) === 1;
}

/** The T-spin class of a T at rest at (x, y): the three-corner rule. */
export function tSpin(board: Board, placed: Placed, rule: Kick5Rule): Spin {
  if (placed.last.test === 0) return "none";
  const corner = cornerClass(board, placed.shape.rotation, placed);
  if (corner !== "mini") return corner;
  return isKick5Upgrade(rule, placed.shape.rotation, placed.last) ? "full" : "mini";
}

/** A piece at rest and the turn that brought it there. */
export interface Placed {
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
  readonly last: LastTurn;
}

function isImmobile(board: Board, { shape, x, y }: Placed): boolean {
  return (
    !board.fits(shape, x - 1, y) &&
    !board.fits(shape, x + 1, y) &&
    !board.fits(shape, x, y - 1) &&
    !board.fits(shape, x, y + 1)
  );
}

/** The spin class of any piece at rest, before its cells are written. */
export function classifySpin(board: Board, placed: Placed, rules: { spins: SpinRule; kick5: Kick5Rule }): Spin {
  if (placed.shape.piece === pieceT) return tSpin(board, placed, rules.kick5);
  if (rules.spins === "t" || !isImmobile(board, placed)) return "none";
  return rules.spins === "all" ? "full" : "mini";
}
