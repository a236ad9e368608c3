import type { ReactNode } from "react";
import { CardArt } from "../CardArt.tsx";

const deal = [
  { rank: "7", suit: "h", points: "7" },
  null,
  { rank: "K", suit: "d", points: "0" },
  { rank: "7", suit: "c", points: "7" },
  { rank: "4", suit: "s", points: "4" },
  null,
] as const;

export function GolfPlate(): ReactNode {
  return deal.map((face, i) => (
    <g key={`${i % 3},${i}`} transform={`translate(${34 + (i % 3) * 76} ${16 + Math.floor(i / 3) * 100})`}>
      <CardArt face={face} width={64} />
    </g>
  ));
}
