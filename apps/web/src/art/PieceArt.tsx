import type { ReactNode } from "react";
import { cellOutline } from "./cell.ts";
import { joinsWithin } from "./joins.ts";
import { hasLightMark, markByLetter, type PieceLetter, shapeByPiece } from "./pieces.ts";

export interface PlacedPiece {
  readonly piece: PieceLetter;
  readonly cells: readonly (readonly [x: number, y: number])[];
}

interface BlockProps extends PlacedPiece {
  readonly size: number;
  readonly gap?: number;
}

/** One cut block as SVG: no lines inside, round only at its outer corners, a mark in every cell. */
export function Block({ piece, cells, size, gap = 1 }: BlockProps): ReactNode {
  const keys = new Set(cells.map(([x, y]) => `${x},${y}`));
  const has = (x: number, y: number): boolean => keys.has(`${x},${y}`);
  const placed = cells.map(([x, y]) => ({
    key: `${x},${y}`,
    outline: cellOutline(joinsWithin(has, x, y), size, gap),
    at: `translate(${x * size} ${y * size})`,
    middle: `translate(${(x + 0.5) * size} ${(y + 0.5) * size}) scale(${size / 30})`,
  }));
  const mark = hasLightMark(piece) ? "var(--mark-l)" : "var(--mark)";
  return (
    <g fill="none">
      {placed.map(({ key, outline, at }) => (
        <path key={key} d={outline.fill} transform={at} fill={`var(--p${piece})`} />
      ))}
      {placed.map(({ key, outline, at }) => (
        <path key={key} d={outline.edge} transform={at} stroke="var(--p-edge)" strokeWidth={size < 14 ? 1 : 1.5} />
      ))}
      {size < 12
        ? null
        : placed.map(({ key, middle }) => (
            <path key={key} d={markByLetter[piece]} transform={middle} stroke={mark} strokeWidth={1.6} />
          ))}
    </g>
  );
}

interface PieceArtProps {
  readonly piece: PieceLetter;
  readonly size: number;
}

/** A tetromino as it spawns, for hold and next. */
export function PieceArt({ piece, size }: PieceArtProps): ReactNode {
  const cells = shapeByPiece[piece];
  const width = (Math.max(...cells.map(([x]) => x)) + 1) * size;
  const height = (Math.max(...cells.map(([, y]) => y)) + 1) * size;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={piece}>
      <Block piece={piece} cells={cells} size={size} />
    </svg>
  );
}
