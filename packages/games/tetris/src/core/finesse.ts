import type { Core } from "./core.ts";
import type { Piece } from "./piece.ts";
import type { Shape } from "./shape.ts";

/**
 * Fewest keys from generation on an empty board to an orientation and leftmost occupied column: a tap, a hold to the
 * wall and a quarter turn are one key each; drops are not counted. One digit per column.
 * Made by breadth-first search; the tests make them again.
 */
interface Minimum {
  readonly flat: string;
  readonly right: string;
  readonly down: string;
  readonly left: string;
}

const jlt: Minimum = { flat: "12101221", right: "223212332", down: "34323443", left: "232123322" };
const sz: Minimum = { flat: "12101221", right: "222112322", down: "12101221", left: "222112322" };
const upright = "2222112222";
const i: Minimum = { flat: "1210121", right: upright, down: "1210121", left: upright };
const o: Minimum = { flat: "122101221", right: "122101221", down: "122101221", left: "122101221" };

const minimumByPiece: Readonly<Record<Piece, Minimum>> = { 0: i, 1: jlt, 2: jlt, 3: o, 4: sz, 5: jlt, 6: sz };

/** Upside down where a half turn is one key. */
const downByHalfTurn = "23212332";

/** Fewest keys for a piece at rest with its centre in column x; `halfTurnKeys` 1 where a half turn is one key. */
export function minimumKeys(shape: Shape, x: number, halfTurnKeys: 1 | 2): number {
  const column = x + shape.left;
  const digits = keysByColumn(shape, halfTurnKeys);
  return digits.charCodeAt(column) - 48;
}

function keysByColumn(shape: Shape, halfTurnKeys: 1 | 2): string {
  const minimum = minimumByPiece[shape.piece];
  switch (shape.rotation) {
    case 0:
      return minimum.flat;
    case 1:
      return minimum.right;
    case 2:
      return halfTurnKeys === 1 && minimum === jlt ? downByHalfTurn : minimum.down;
    case 3:
      return minimum.left;
  }
}

/** Keys of the piece in play beyond the minimum; none when soft drop was released during its life. */
export function finesseFaults(core: Core): number {
  if (core.softReleased) return 0;
  const { finesseHalfTurn, halfTurn } = core.profile;
  const least = minimumKeys(core.shape, core.x, halfTurn === "none" ? 2 : finesseHalfTurn);
  return Math.max(0, core.pieceKeys - least);
}
