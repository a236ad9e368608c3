import { Board } from "../../src/core/board.ts";
import { type Piece, pieceByName, type PieceName } from "../../src/core/piece.ts";
import { countPlacements, findPlacements, type PlacementRules } from "../../src/core/placements.ts";
import { shapeOf } from "../../src/core/shape.ts";

/** Pieces of a queue, by their letters. */
export function queueOf(letters: string): Piece[] {
  return [...letters].map((letter) => pieceByName[letter as PieceName]); // letters come from a fixed file
}

/** How many distinct ways there are to place the first `depth` pieces of a queue. */
export function perft(board: Board, queue: readonly Piece[], depth: number, rules: PlacementRules): number {
  const [piece, ...rest] = queue;
  if (piece === undefined) return 1;
  if (depth === 1) return countPlacements(board, piece, rules);
  let nodes = 0;
  for (const placement of findPlacements(board, piece, rules)) {
    const next = board.clone();
    const shape = shapeOf(piece, placement.rotation);
    next.write(shape, placement.x, placement.y);
    for (let y = placement.y + shape.top; y >= placement.y + shape.bottom; y--) if (next.isFull(y)) next.removeRow(y);
    nodes += perft(next, rest, depth - 1, rules);
  }
  return nodes;
}

export function emptyPerft(letters: string, depth: number, rules: PlacementRules): number {
  return perft(new Board(), queueOf(letters), depth, rules);
}
