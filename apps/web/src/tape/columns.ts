import { columnsOf, type TapeGeometry } from "./geometry.ts";
import type { TapeModel } from "./types.ts";

/**
 * Notches of one lane summed up per column, kept between draws: a recording adds its new events, a redraw costs
 * columns instead of events.
 */
export interface Columns {
  readonly span: number;
  readonly count: number;
  readonly events: Uint32Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
  readonly tallest: Uint8Array;
  /** Events already summed up. */
  filled: number;
}

export function createColumns(geometry: TapeGeometry): Columns {
  const count = columnsOf(geometry);
  return {
    span: geometry.span,
    count,
    events: new Uint32Array(count),
    sum: new Float64Array(count),
    squares: new Float64Array(count),
    tallest: new Uint8Array(count),
    filled: 0,
  };
}

/** Adds the events of `lane` recorded since the last call; -1 takes every lane. */
export function extendColumns(columns: Columns, model: TapeModel, lane: number): void {
  const scale = columns.count / columns.span;
  for (let i = columns.filled; i < model.length; i += 1) {
    if (lane >= 0 && (model.lane?.[i] ?? 0) !== lane) continue;
    const c = Math.min(columns.count - 1, Math.floor(i * scale));
    const height = model.heights[i] ?? 0;
    columns.events[c] = (columns.events[c] ?? 0) + 1;
    columns.sum[c] = (columns.sum[c] ?? 0) + height;
    columns.squares[c] = (columns.squares[c] ?? 0) + height * height;
    if (height < 255 && height > (columns.tallest[c] ?? 0)) columns.tallest[c] = height;
  }
  columns.filled = model.length;
}

/** First event (from 0) of a column. */
export const firstOfColumn = (columns: Columns, column: number): number =>
  Math.floor((column * columns.span) / columns.count);

/**
 * Intensity of each column of a dense tape, 0..1: tall cuts weigh most; smoothed over five columns and stretched
 * between the tape's own 3rd and 97th percentile, so that a calm and a wild match both use the paper.
 */
export function intensities(columns: Columns): Float64Array {
  const raw = new Float64Array(columns.count);
  for (let c = 0; c < columns.count; c += 1) {
    const events = columns.events[c] ?? 0;
    raw[c] = events === 0 ? 0 : (columns.squares[c] ?? 0) / events;
  }
  const used = Math.min(columns.count, Math.ceil((columns.filled * columns.count) / columns.span));
  const smooth = raw.map((_, c) => smoothed(raw, c, used));
  const sorted = smooth.slice(0, used).sort((a, b) => a - b);
  const low = sorted[Math.floor(used * 0.03)] ?? 0;
  const high = sorted[Math.min(used - 1, Math.floor(used * 0.97))] ?? 1;
  return smooth.map((value) => Math.max(0, Math.min(1, (value - low) / (high - low || 1))));
}

function smoothed(raw: Float64Array, at: number, used: number): number {
  let total = 0;
  let weight = 0;
  for (let c = Math.max(0, at - 2); c <= Math.min(used - 1, at + 2); c += 1) {
    const w = 3 - Math.abs(c - at);
    total += (raw[c] ?? 0) * w;
    weight += w;
  }
  return weight === 0 ? 0 : total / weight;
}
