import type { ReactNode } from "react";
import { backCuts, type Suit, suitPaths } from "./cards.ts";

interface CardFace {
  readonly rank: string;
  readonly suit: Suit;
  /** What the card is worth, bottom right. */
  readonly points: string;
}

interface CardArtProps {
  /** Null shows the back. */
  readonly face: CardFace | null;
  readonly width: number;
}

const heightOf = (width: number): number => Math.round((width * 1.4) / 4) * 4;

/** A playing card, to be placed inside an SVG. */
export function CardArt({ face, width }: CardArtProps): ReactNode {
  return face ? <Front face={face} width={width} /> : <Back width={width} />;
}

function Front({ face, width }: { readonly face: CardFace; readonly width: number }): ReactNode {
  const height = heightOf(width);
  const hue = `var(--suit-${face.suit})`;
  const size = width * 0.34;
  const suit = (x: number, y: number, z: number): ReactNode => (
    <path d={suitPaths[face.suit]} transform={`translate(${x} ${y}) scale(${z / 24})`} fill={hue} />
  );
  return (
    <g>
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={width * 0.08}
        fill="var(--card)"
        stroke="var(--card-edge)"
      />
      <text
        x={width * 0.11}
        y={width * 0.11 + size * 0.74}
        fontSize={size}
        fontWeight={640}
        letterSpacing="-.03em"
        fill={hue}
        className="flare"
      >
        {face.rank}
      </text>
      {suit(width * 0.67, width * 0.12, width * 0.24)}
      {suit(width * 0.25, height * 0.5 - width * 0.1, width * 0.5)}
      <text
        x={width * 0.9}
        y={height - width * 0.1}
        textAnchor="end"
        fontSize={Math.max(11, width * 0.15)}
        fill="var(--card-points)"
        className="num"
      >
        {face.points}
      </text>
    </g>
  );
}

function Back({ width }: { readonly width: number }): ReactNode {
  const height = heightOf(width);
  const inset = Math.max(3, width * 0.07);
  const r = width * 0.08;
  const cutWidth = Math.max(2, (width - 2 * inset) * 0.085);
  return (
    <g>
      <rect width={width} height={height} rx={r} fill="var(--card-back2)" />
      <rect
        x={inset / 1.6}
        y={inset / 1.6}
        width={width - inset / 0.8}
        height={height - inset / 0.8}
        rx={r * 0.6}
        fill="var(--card-back)"
      />
      {backCuts.map((share, i) => {
        const x = inset + ((width - 2 * inset) * (i + 0.5)) / backCuts.length;
        const depth = (height - 2 * inset) * share * 0.9;
        return (
          <rect
            key={share}
            x={x - cutWidth / 2}
            y={height / 2 - depth}
            width={cutWidth}
            height={depth * 2}
            fill="var(--card-back2)"
          />
        );
      })}
      <rect x={inset} y={height / 2 - 0.75} width={width - 2 * inset} height={1.5} fill="var(--card-back)" />
    </g>
  );
}
