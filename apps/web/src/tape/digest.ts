import type { GameId } from "../art/games.ts";
import { type GlyphName, glyphs } from "../art/glyphs.ts";
import type { TapeModel, TapeMoment } from "./types.ts";

/**
 * A tape small enough to lie beside a match in a list, so that a history of hundreds of matches draws without reading
 * one log. Plain JSON; a picture, never evidence.
 */
export type TapeDigest = {
  readonly length: number;
  /** One character per column: height of its mean cut, then of its tallest, in 64 steps each. */
  readonly cuts: string;
  /** "seq glyph", ascending. */
  readonly moments: readonly string[];
  readonly keyframeEvery: number;
};

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const digestColumns = 160;
const digestMoments = 60;

export function tapeToDigest(model: TapeModel): TapeDigest {
  const count = Math.min(digestColumns, model.length);
  let cuts = "";
  for (let c = 0; c < count; c += 1) cuts += columnCuts(model, columnRange(model.length, count, c));
  const moments = model.moments.slice(0, digestMoments).map(({ seq, glyph }) => `${seq} ${glyph}`);
  return { length: model.length, cuts, moments, keyframeEvery: model.keyframeEvery };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const columnRange = (length: number, count: number, column: number): Range => ({
  from: Math.floor((column * length) / count),
  to: Math.floor(((column + 1) * length) / count),
});

function columnCuts(model: TapeModel, { from, to }: Range): string {
  let sum = 0;
  let tallest = 0;
  for (let i = from; i < to; i += 1) {
    const height = model.heights[i] ?? 0;
    sum += height;
    tallest = Math.max(tallest, height);
  }
  return letter(sum / Math.max(1, to - from)) + letter(tallest);
}

const letter = (height: number): string => alphabet.charAt(Math.round((height / 255) * 63));

const heightOf = (text: string, at: number): number =>
  Math.round((Math.max(0, alphabet.indexOf(text.charAt(at))) * 255) / 63);

/** A model that draws as the digest says: every column its mean, and its tallest cut once. */
export function digestToTape(game: GameId, digest: TapeDigest): TapeModel {
  const { length, cuts } = digest;
  const heights = new Uint8Array(length);
  const count = cuts.length / 2;
  for (let c = 0; c < count; c += 1) {
    const { from, to } = columnRange(length, count, c);
    heights.fill(heightOf(cuts, 2 * c), from, to);
    if (to > from) heights[from] = heightOf(cuts, 2 * c + 1);
  }
  return {
    game,
    length,
    heights,
    lanes: 1,
    moments: digest.moments.map(parseMoment).filter((moment) => moment !== null),
    ticks: new Float64Array(length),
    ticksPerSecond: 1,
    keyframeEvery: digest.keyframeEvery,
    turns: new Uint32Array(length),
    turnWord: "turn",
  };
}

const isGlyph = (name: string): name is GlyphName => name in glyphs;

function parseMoment(text: string): TapeMoment | null {
  const [seq = "", glyph = ""] = text.split(" ");
  return isGlyph(glyph) && /^\d+$/.test(seq) ? { seq: Number(seq), glyph, label: "" } : null;
}

const isCount = (each: unknown): each is number =>
  typeof each === "number" && Number.isInteger(each) && each >= 0 && each <= 10_000_000;

/** Reads a stored digest; null for anything else, which then draws as an empty strip. */
export function parseTapeDigest(value: unknown): TapeDigest | null {
  if (typeof value !== "object" || value === null) return null;
  if (!("length" in value && "cuts" in value && "moments" in value && "keyframeEvery" in value)) return null;
  const { length, cuts, moments, keyframeEvery } = value;
  if (!isCount(length) || !isCount(keyframeEvery) || typeof cuts !== "string" || !Array.isArray(moments)) return null;
  if (!/^[\w-]*$/.test(cuts) || cuts.length > 2 * digestColumns || cuts.length % 2 !== 0) return null;
  const texts = moments.filter((each) => typeof each === "string").slice(0, digestMoments);
  return { length, cuts, moments: texts, keyframeEvery: Math.max(1, keyframeEvery) };
}
