import type { ReactNode } from "react";
import type { GameId } from "../art/games.ts";
import { glyphs } from "../art/glyphs.ts";
import { type TapeGeometry, xOfSeq } from "./geometry.ts";
import css from "./Tape.module.css";
import type { TapeMoment } from "./types.ts";

interface RailProps {
  readonly game: GameId;
  readonly moments: readonly TapeMoment[];
  readonly geometry: TapeGeometry;
}

/** Glyphs above their cuts. Pointers reach them through the Tape, keys through M: they are signs, not controls. */
export function Rail({ game, moments, geometry }: RailProps): ReactNode {
  return (
    <svg className={css["rail"]} width={geometry.width} height={20} aria-hidden="true">
      {moments.map((moment) => {
        const x = Math.round(xOfSeq(geometry, moment.seq));
        return (
          <g key={moment.seq}>
            <path d={`M${x} 16V20`} stroke={`var(--${game})`} strokeWidth={2} />
            <path
              transform={`translate(${x - 5.5} 2) scale(.92)`}
              fillRule="evenodd"
              d={glyphs[moment.glyph]}
              fill={`var(--${game})`}
            >
              <title>{moment.label}</title>
            </path>
          </g>
        );
      })}
    </svg>
  );
}
