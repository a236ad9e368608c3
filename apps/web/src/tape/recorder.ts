import type { GameId } from "../art/games.ts";
import type { TapeModel, TapeMoment } from "./types.ts";

/** One event as the Tape records it. */
export interface TapeEntry {
  /** 1-255, see `cut`. */
  readonly height: number;
  readonly tick: number;
  readonly lane?: number;
  /** Ordinal of the piece or turn it belongs to. */
  readonly turn: number;
}

export interface TapeRecorderOptions {
  readonly game: GameId;
  readonly lanes: number;
  readonly ticksPerSecond: number;
  readonly keyframeEvery: number;
  readonly turnWord: string;
}

/** Grows a model event by event. Models it hands out share its arrays, so taking one costs nothing. */
export interface TapeRecorder {
  push(entry: TapeEntry): void;
  mark(moment: TapeMoment): void;
  model(): TapeModel;
}

const grown = <A extends Uint8Array | Uint32Array | Float64Array>(from: A, to: A): A => {
  to.set(from);
  return to;
};

export function createTapeRecorder(options: TapeRecorderOptions, capacity = 1024): TapeRecorder {
  let room = capacity;
  let length = 0;
  let heights = new Uint8Array(room);
  let lane = new Uint8Array(options.lanes > 1 ? room : 0);
  let ticks = new Float64Array(room);
  let turns = new Uint32Array(room);
  let moments: readonly TapeMoment[] = [];
  const grow = (): void => {
    room *= 2;
    heights = grown(heights, new Uint8Array(room));
    ticks = grown(ticks, new Float64Array(room));
    turns = grown(turns, new Uint32Array(room));
    if (options.lanes > 1) lane = grown(lane, new Uint8Array(room));
  };
  return {
    push(entry) {
      if (length === room) grow();
      heights[length] = entry.height;
      ticks[length] = entry.tick;
      turns[length] = entry.turn;
      if (options.lanes > 1) lane[length] = entry.lane ?? 0;
      length += 1;
    },
    mark(moment) {
      moments = [...moments, moment];
    },
    model: () => ({
      ...options,
      length,
      heights,
      lane: options.lanes > 1 ? lane : undefined,
      ticks,
      turns,
      moments,
    }),
  };
}
