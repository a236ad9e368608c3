import type { GameId } from "../art/games.ts";
import type { GlyphName } from "../art/glyphs.ts";
import type { IconName } from "../art/icons.ts";
import type { Rung } from "../ui/promise.ts";

/** Height of a notch, 0-255 of the paper's usable depth. */
export const cut = { faint: 40, short: 60, middle: 122, long: 170, through: 255 } as const;

/** A key moment of the match: the cut goes right through the paper and a glyph stands above it. */
export interface TapeMoment {
  readonly seq: number;
  readonly glyph: GlyphName;
  readonly label: string;
  readonly seat?: number;
}

/**
 * Everything the Tape needs to know of a match, whatever the game.
 * Arrays are indexed by `seq - 1` and may be longer than `length`, so that a recorder can grow them in place.
 */
export interface TapeModel {
  readonly game: GameId;
  /** Events recorded; the first has sequence number 1. */
  readonly length: number;
  readonly heights: Uint8Array;
  /** Lane of each event, yours first; absent when there is one lane. */
  readonly lane?: Uint8Array | undefined;
  readonly lanes: number;
  /** Ascending by `seq`. */
  readonly moments: readonly TapeMoment[];
  /** `at` of each event, in ticks. */
  readonly ticks: Float64Array;
  readonly ticksPerSecond: number;
  readonly keyframeEvery: number;
  /** Ordinal of the piece or turn each event belongs to, never falling. */
  readonly turns: Uint32Array;
  /** What such a unit is called: "piece", "turn". */
  readonly turnWord: string;
}

export interface SeqRange {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
}

export type TapeState =
  | { readonly status: "recording" }
  | { readonly status: "kept"; readonly rung: Rung }
  | { readonly status: "refused"; readonly seq: number }
  | { readonly status: "damaged"; readonly missing: readonly SeqRange[] }
  | { readonly status: "gone" };

/** How one event looks and reads in the glass. */
export interface TapeFace {
  readonly icon: IconName;
  /** "Move right". */
  readonly word: string;
  /** The piece or card concerned, if any: "I". */
  readonly note?: string | undefined;
}
