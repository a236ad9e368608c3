/** The three sizes of the Tape, in CSS pixels. */
export type TapeVariant = "mini" | "play" | "replay";

export interface TapeMeasures {
  /** Glyph rail above the paper. */
  readonly rail: number;
  readonly paper: number;
  /** Room under the paper: clock labels in a replay, the tip of the play head while playing. */
  readonly scale: number;
  readonly pad: number;
  /** Keyframe holes are at least this far apart. */
  readonly holesApart: number;
  readonly glyphLimit: number;
}

export function measuresOf(variant: TapeVariant, lanes: number): TapeMeasures {
  switch (variant) {
    case "mini":
      return { rail: 0, paper: 24, scale: 0, pad: 6, holesApart: 18, glyphLimit: 8 };
    case "play":
      return { rail: 20, paper: lanes > 1 ? lanes * 11 + 12 : 40, scale: 14, pad: 8, holesApart: 24, glyphLimit: 400 };
    case "replay":
      return { rail: 20, paper: lanes > 1 ? lanes * 11 + 20 : 48, scale: 20, pad: 14, holesApart: 24, glyphLimit: 400 };
  }
}
