import type { ReactNode } from "react";
import type { GameId } from "../art/games.ts";
import { type GlyphName, glyphs } from "../art/glyphs.ts";

interface GlyphProps {
  readonly name: GlyphName;
  readonly game: GameId;
  readonly size?: number;
}

/** The sign of a key moment in its game's hue; always shown with its word beside it or one key away. */
export function Glyph({ name, game, size = 12 }: GlyphProps): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      <path fillRule="evenodd" fill={`var(--${game})`} d={glyphs[name]} />
    </svg>
  );
}
