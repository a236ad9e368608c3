import type { JsonObject, Json } from "@replayground/kernel";
import { isArray, isCount, isObject } from "@replayground/log";
import { type GlyphName, glyphs } from "../art/glyphs.ts";
import type { GameId } from "../art/games.ts";
import { cut, type TapeModel, type TapeMoment } from "../tape/types.ts";

/** Heights kept for a strip in a list. */
const BINS = 240;
/** A strip in a list shows eight moments at the most. */
const MOMENTS = 24;

/** A Tape small enough to stand in a list of ten thousand matches: kept beside the match, never part of its log. */
export function summarizeTape(model: TapeModel): JsonObject {
  const bins = Math.min(BINS, model.length);
  const heights: number[] = [];
  for (let bin = 0; bin < bins; bin++) heights.push(binHeight(model, bin, bins));
  const moments = model.moments.slice(-MOMENTS).map(({ seq, glyph }): Json => [seq, glyph]);
  return { heights, length: model.length, moments, ticks: model.ticks[model.length - 1] ?? 0 };
}

/** The ordinary height of the stretch: the loudest cut that is not a moment. */
function binHeight(model: TapeModel, bin: number, bins: number): number {
  const from = Math.floor((bin * model.length) / bins);
  const to = Math.max(from + 1, Math.floor(((bin + 1) * model.length) / bins));
  let height: number = cut.faint;
  for (let i = from; i < to; i++) {
    const at = model.heights[i] ?? 0;
    if (at < cut.through) height = Math.max(height, at);
  }
  return height;
}

export interface SummaryOf {
  readonly game: GameId;
  readonly ticksPerSecond: number;
  /** Events of the match now: more than in the summary if that is older. */
  readonly length: number;
}

/** The strip of a list entry; an even one where there is no summary, or none that can be read. */
export function tapeOfSummary(value: Json | undefined, { game, ticksPerSecond, length }: SummaryOf): TapeModel {
  const summary = isObject(value) ? value : {};
  const bins = isArray(summary["heights"]) ? summary["heights"].filter(isCount) : [];
  const known = isCount(summary["length"]) ? Math.min(length, summary["length"]) : 0;
  const heights = new Uint8Array(length).fill(cut.short);
  for (let i = 0; i < known && bins.length > 0; i++) {
    heights[i] = bins[Math.floor((i * bins.length) / known)] ?? cut.short;
  }
  const moments = momentsOf(summary["moments"]).filter(({ seq }) => seq >= 1 && seq <= length);
  for (const { seq } of moments) heights[seq - 1] = cut.through;
  return {
    game,
    length,
    heights,
    lanes: 1,
    moments,
    ticks: new Float64Array(length),
    ticksPerSecond,
    keyframeEvery: 256,
    turns: new Uint32Array(length),
    turnWord: "turn",
  };
}

function momentsOf(value: Json | undefined): readonly TapeMoment[] {
  if (!isArray(value)) return [];
  return value.flatMap((item): readonly TapeMoment[] => {
    if (!isArray(item)) return [];
    const [seq, glyph] = item;
    return isCount(seq) && isGlyph(glyph) ? [{ seq, glyph, label: "" }] : [];
  });
}

function isGlyph(value: Json | undefined): value is GlyphName {
  return typeof value === "string" && Object.hasOwn(glyphs, value);
}
