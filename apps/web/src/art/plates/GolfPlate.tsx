import type { ReactNode } from "react";
import { CardArt } from "../CardArt.tsx";

const deal = [
  { x: 34, y: 16, face: { rank: "7", suit: "h", points: "7" } },
  { x: 110, y: 16, face: null },
  { x: 186, y: 16, face: { rank: "K", suit: "d", points: "0" } },
  { x: 34, y: 116, face: { rank: "7", suit: "c", points: "7" } },
  { x: 110, y: 116, face: { rank: "4", suit: "s", points: "4" } },
  { x: 186, y: 116, face: null },
] as const;

/** Two rows of three, one card of each still face down. */
export function GolfPlate(): ReactNode {
  return deal.map(({ x, y, face }) => (
    <g key={`${x},${y}`} transform={`translate(${x} ${y})`}>
      <CardArt face={face} width={64} />
    </g>
  ));
}
