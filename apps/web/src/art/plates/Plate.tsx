import type { ReactNode } from "react";
import type { GameId } from "../games.ts";
import { CaravanPlate } from "./CaravanPlate.tsx";
import { GolfPlate } from "./GolfPlate.tsx";
import { IntriguePlate } from "./IntriguePlate.tsx";
import { TetrisPlate } from "./TetrisPlate.tsx";

const plates: Readonly<Record<GameId, () => ReactNode>> = {
  tetris: TetrisPlate,
  golf: GolfPlate,
  caravan: CaravanPlate,
  intrigue: IntriguePlate,
};

/** A game's picture on its flat field, made of its own pieces. */
export function Plate({ game }: { readonly game: GameId }): ReactNode {
  const Picture = plates[game];
  return (
    <svg viewBox="0 0 284 220" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width={284} height={220} fill={`var(--${game}-f)`} />
      <Picture />
    </svg>
  );
}
