import type { LogEvent } from "@replayground/kernel";
import { commandOf, type Game, type GameTypes } from "@replayground/engine";

/** Positions a player steps between: the sequence numbers of events that match, in order. */
export interface Stops {
  readonly seqs: readonly number[];
}

/** Stops after every event that records a command. */
export function inputStops<T extends GameTypes>(game: Game<T>, events: readonly LogEvent[]): Stops {
  return stopsWhere(events, (event) => commandOf(game, event) !== null);
}

/** Stops after every event of a type, such as `piece_spawn`. */
export function typeStops(events: readonly LogEvent[], type: string): Stops {
  return stopsWhere(events, (event) => event.type === type);
}

/** The first stop after `seq`, or `end` where there is none. */
export function nextStop({ seqs }: Stops, seq: number, end: number): number {
  return seqs[firstAbove(seqs, seq)] ?? end;
}

/** The last stop before `seq`, or 0. */
export function previousStop({ seqs }: Stops, seq: number): number {
  return seqs[firstAbove(seqs, seq - 1) - 1] ?? 0;
}

function stopsWhere(events: readonly LogEvent[], matches: (event: LogEvent) => boolean): Stops {
  const seqs: number[] = [];
  for (const event of events) if (matches(event)) seqs.push(event.seq);
  return { seqs };
}

/** Index of the first number greater than `seq`. */
function firstAbove(seqs: readonly number[], seq: number): number {
  let low = 0;
  let high = seqs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seqs[middle] ?? 0) <= seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
