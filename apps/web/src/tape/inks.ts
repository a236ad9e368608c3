import type { GameId } from "../art/games.ts";

/** Colours of the paper's ink as resolved for one element: custom properties cannot be used inside a canvas. */
export interface TapeInks {
  readonly ink: string;
  readonly past: string;
  readonly future: string;
  readonly rule: string;
  readonly hole: string;
  readonly hue: string;
}

export function readInks(element: Element, game: GameId): TapeInks {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: read("--tape-ink"),
    past: read("--tape-ink2"),
    future: read("--tape-ink3"),
    rule: read("--tape-rule"),
    hole: read("--tape-hole"),
    hue: read(`--h-${game}`),
  };
}
