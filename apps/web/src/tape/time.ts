import type { TapeModel } from "./types.ts";

/** First event at or after a time, 1..length. */
export function seqAtTick(model: TapeModel, tick: number): number {
  let low = 0;
  let high = model.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((model.ticks[middle] ?? 0) < tick) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
