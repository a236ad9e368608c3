import type { ReactNode } from "react";
import { cellOutline } from "./cell.ts";
import { shapeMask } from "./joins.ts";
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
  const has = (x: number, y: number): boolean => cells.some(([cx, cy]) => cx === x && cy === y);
  const outlines = cells.map(([x, y]) => cellOutline(shapeMask(has, x, y), { x: x * size, y: y * size, size, gap }));
  const join = (part: "fill" | "edge"): string => outlines.map((outline) => outline[part]).join("");
  return (
    <g fill="none">
      <path d={join("fill")} fill={`var(--p${piece})`} />
      <path d={join("edge")} stroke="var(--p-edge)" strokeWidth={size < 14 ? 1 : 1.5} />
      {size < 12 ? null : (
        <g stroke={hasLightMark(piece) ? "var(--mark-l)" : "var(--mark)"} strokeWidth={1.6}>
          {cells.map(([x, y]) => (
            <path
              key={`${x},${y}`}
              d={markByLetter[piece]}
              transform={`translate(${(x + 0.5) * size} ${(y + 0.5) * size}) scale(${size / 30})`}
            />
          ))}
        </g>
      )}
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
