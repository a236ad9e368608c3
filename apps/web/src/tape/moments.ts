import type { GlyphName } from "../art/glyphs.ts";
import { type TapeGeometry, xOfSeq } from "./geometry.ts";
import type { TapeMoment } from "./types.ts";

/** The loudest moments first; what is not named here follows in order of time. */
const loudest: readonly GlyphName[] = ["perfectClear", "nearDeath", "comeback", "end"];

const rankOf = (moment: TapeMoment): number => {
  const rank = loudest.indexOf(moment.glyph);
  return rank < 0 ? loudest.length : rank;
};

/** Glyphs that fit: one per `apart` pixels, at most `limit`, the loudest first. Ascending by `seq`. */
export function fittingMoments(
  moments: readonly TapeMoment[],
  geometry: TapeGeometry,
  { apart, limit }: { readonly apart: number; readonly limit: number },
): readonly TapeMoment[] {
  const ranked = [...moments].sort((a, b) => rankOf(a) - rankOf(b) || a.seq - b.seq);
  const slots = new Map<number, number[]>();
  const chosen: TapeMoment[] = [];
  for (const moment of ranked) {
    if (chosen.length >= limit) break;
    const x = xOfSeq(geometry, moment.seq);
    const slot = Math.floor(x / apart);
    const near = [slot - 1, slot, slot + 1].flatMap((each) => slots.get(each) ?? []);
    if (near.some((other) => Math.abs(other - x) < apart)) continue;
    slots.set(slot, [...(slots.get(slot) ?? []), x]);
    chosen.push(moment);
  }
  return chosen.sort((a, b) => a.seq - b.seq);
}

/** The moment after (or before) an event; null at the ends. */
export function nextMoment(moments: readonly TapeMoment[], seq: number, by: 1 | -1): TapeMoment | null {
  if (by === 1) return moments.find((moment) => moment.seq > seq) ?? null;
  let last: TapeMoment | null = null;
  for (const moment of moments) {
    if (moment.seq >= seq) break;
    last = moment;
  }
  return last;
}
