import type { ReactNode } from "react";
import { Block, type PlacedPiece } from "../PieceArt.tsx";

const blocks: readonly PlacedPiece[] = [
  {
    piece: "J",
    cells: [
      [0, 5],
      [0, 4],
      [1, 4],
      [2, 4],
    ],
  },
  {
    piece: "I",
    cells: [
      [1, 5],
      [2, 5],
      [3, 5],
      [4, 5],
    ],
  },
  {
    piece: "O",
    cells: [
      [5, 5],
      [6, 5],
      [5, 4],
      [6, 4],
    ],
  },
  {
    piece: "S",
    cells: [
      [3, 4],
      [4, 4],
      [4, 3],
      [5, 3],
    ],
  },
  {
    piece: "L",
    cells: [
      [0, 3],
      [1, 3],
      [2, 3],
      [2, 2],
    ],
  },
  {
    piece: "T",
    cells: [
      [3, 0],
      [4, 0],
      [5, 0],
      [4, 1],
    ],
  },
];

/** A T about to turn into its slot. */
export function TetrisPlate(): ReactNode {
  return (
    <g transform="translate(16 4)">
      {blocks.map(({ piece, cells }) => (
        <Block key={piece} piece={piece} cells={cells} size={36} gap={1.25} />
      ))}
    </g>
  );
}
