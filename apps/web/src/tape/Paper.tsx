import { type ReactNode, useId } from "react";
import css from "./Tape.module.css";
import type { SeqRange } from "./types.ts";

interface PaperProps {
  readonly width: number;
  readonly height: number;
  /** Torn until the server has the match, cut clean afterwards. */
  readonly torn: boolean;
  /** Stretches without events, in pixels. */
  readonly missing: readonly SeqRange[];
  readonly mini: boolean;
}

const cleanEdge = (w: number, h: number): string =>
  `M2 .5H${w - 2}a2 2 0 0 1 1.5 2V${h - 2.5}a2 2 0 0 1 -2 2H2a2 2 0 0 1 -1.5-2V2.5a2 2 0 0 1 2-2z`;

function tornEdge(w: number, h: number): string {
  const teeth = 8;
  let path = `M3 .5H${w - 4}`;
  for (let k = 1; k <= teeth; k += 1)
    path += `L${w - (k % 2 ? 0.5 : 4)} ${((h * k) / teeth - (k === teeth ? 0.5 : 0)).toFixed(2)}`;
  return `${path}H3a2.5 2.5 0 0 1 -2.5-2.5V3a2.5 2.5 0 0 1 2.5-2.5z`;
}

/** The strip itself. Its colours are custom properties, so it follows the theme without a redraw. */
export function Paper({ width, height, torn, missing, mini }: PaperProps): ReactNode {
  const hatch = useId();
  return (
    <svg className={mini ? css["paperFlat"] : css["paper"]} width={width} height={height} aria-hidden="true">
      {missing.length > 0 ? (
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 3H6" stroke="var(--tape-ink3)" strokeWidth={1.5} />
        </pattern>
      ) : null}
      <path
        d={torn ? tornEdge(width, height) : cleanEdge(width, height)}
        fill="var(--tape)"
        stroke="var(--tape-edge)"
        strokeWidth={mini ? 0.75 : 1}
      />
      {missing.map(({ from, to }) => (
        <rect key={from} x={from} y={1} width={Math.max(3, to - from)} height={height - 2} fill={`url(#${hatch})`} />
      ))}
    </svg>
  );
}
