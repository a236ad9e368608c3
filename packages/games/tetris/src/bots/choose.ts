import type { Board } from "../core/board.ts";
import type { Piece } from "../core/piece.ts";
import { shapeOf } from "../core/shape.ts";
import { type Controller, valueOf } from "./controllers.ts";
import { featuresOf } from "./features.ts";
import { dropRests, place, type Outcome, type Rest } from "./grid.ts";

/** What is decided: where this piece rests, knowing at most the piece after it. */
export interface Question {
  readonly board: Board;
  readonly piece: Piece;
  /** The next piece, for a controller that looks ahead; null for one that does not. */
  readonly next: Piece | null;
}

/** Index of the best rest; the first of equals, so order rests by orientation and column. -1 without any. */
export function bestRest(controller: Controller, { board, piece, next }: Question, rests: readonly Rest[]): number {
  let best = -1;
  let bestValue = 0;
  for (let index = 0; index < rests.length; index++) {
    const rest = rests[index];
    if (rest === undefined) continue;
    const shape = shapeOf(piece, rest.rotation);
    const outcome = place(board, shape, rest);
    const own = valueOf(controller, featuresOf(outcome, shape, rest.y));
    const value = next === null ? own : ahead(controller, outcome, next);
    if (best < 0 || value > bestValue) {
      best = index;
      bestValue = value;
    }
  }
  return best;
}

/** A board on which the next piece finds no room is as bad as can be, yet still a number to compare. */
const noRoom = Number.MIN_SAFE_INTEGER;

/** The value of the best the next piece can do, with the rows of both pieces. */
function ahead(controller: Controller, { board, lines }: Outcome, next: Piece): number {
  let best = noRoom;
  for (const rest of dropRests(board, next)) {
    const shape = shapeOf(next, rest.rotation);
    const features = featuresOf(place(board, shape, rest), shape, rest.y);
    const value = valueOf(controller, features) + controller.weights.lines * lines;
    if (value > best) best = value;
  }
  return best;
}
