import { assertNever } from "@replayground/kernel";
import type { GameTypes, MatchState } from "@replayground/engine";
import type { Replay } from "./replay.ts";
import { nextStop, previousStop, type Stops } from "./steps.ts";

/** Where a replay stands and how it moves. Immutable: `stepPlayback` returns the next one. */
export interface Playback {
  /** Events that have happened: the position on the Tape. */
  readonly seq: number;
  /** Match clock, between the last event that has happened and the next. Fractions gather while it plays. */
  readonly tick: number;
  readonly playing: boolean;
  readonly direction: 1 | -1;
  /** 0.1 to 16 times real time. */
  readonly speed: number;
  /** Monotonic time of the last frame, in ms; null while it stands. */
  readonly lastMs: number | null;
}

export type PlaybackInput =
  | { readonly kind: "frame"; readonly ms: number }
  | { readonly kind: "play"; readonly direction: 1 | -1 }
  | { readonly kind: "pause" }
  | { readonly kind: "speed"; readonly speed: number }
  /** Drag, click, a moment in the list. */
  | { readonly kind: "seek"; readonly seq: number }
  | { readonly kind: "seek_tick"; readonly tick: number }
  | { readonly kind: "step_event"; readonly by: number }
  | { readonly kind: "step_tick"; readonly by: number }
  /** To the next or previous of some stops: inputs, turns, moments. */
  | { readonly kind: "step_stop"; readonly stops: Stops; readonly direction: 1 | -1 };

export const MIN_SPEED = 0.1;
export const MAX_SPEED = 16;

export function playbackAt<T extends GameTypes>(replay: Replay<T>, seq: number): Playback {
  const at = clamp(seq, 0, replay.length);
  return { seq: at, tick: tickOf(replay, at), playing: false, direction: 1, speed: 1, lastMs: null };
}

export function stepPlayback<T extends GameTypes>(
  playback: Playback,
  input: PlaybackInput,
  replay: Replay<T>,
): Playback {
  switch (input.kind) {
    case "frame":
      return frame(playback, input.ms, replay);
    case "play":
      return play(playback, input.direction, replay);
    case "pause":
      return { ...playback, playing: false, lastMs: null };
    case "speed":
      return { ...playback, speed: Math.min(MAX_SPEED, Math.max(MIN_SPEED, input.speed)) };
    case "seek":
      return standAt(playback, input.seq, replay);
    case "seek_tick":
      return atTick(playback, input.tick, replay);
    case "step_event":
      return stop(standAt(playback, playback.seq + input.by, replay));
    case "step_tick":
      return stop(atTick(playback, Math.floor(playback.tick) + input.by, replay));
    case "step_stop":
      return stop(standAt(playback, stopSeq(playback, input, replay.length), replay));
    default:
      return assertNever(input);
  }
}

/** The state to show: between events while it plays, exactly after an event where it was stepped to one. */
export function stateAt<T extends GameTypes>(playback: Playback, replay: Replay<T>): MatchState<T> {
  const settled = replay.seqAt(playback.tick) === playback.seq;
  return settled ? replay.atTick(playback.tick) : replay.at(playback.seq);
}

/** Time runs; at either end it stands still. */
function frame<T extends GameTypes>(playback: Playback, ms: number, replay: Replay<T>): Playback {
  if (!playback.playing) return playback;
  if (playback.lastMs === null) return { ...playback, lastMs: ms };
  const perMs = (replay.runtime.game.ticksPerSecond / 1000) * playback.speed * playback.direction;
  const moved = atTick({ ...playback, lastMs: ms }, playback.tick + (ms - playback.lastMs) * perMs, replay);
  const over = playback.direction === 1 ? moved.tick >= replay.end : moved.tick <= 0;
  return over ? stop(standAt(moved, playback.direction === 1 ? replay.length : 0, replay)) : moved;
}

/** Playing on from the end begins again. */
function play<T extends GameTypes>(playback: Playback, direction: 1 | -1, replay: Replay<T>): Playback {
  const atEnd = direction === 1 ? playback.seq >= replay.length : playback.seq <= 0;
  const from = atEnd ? standAt(playback, direction === 1 ? 0 : replay.length, replay) : playback;
  return { ...from, playing: true, direction, lastMs: null };
}

function stop(playback: Playback): Playback {
  return { ...playback, playing: false, lastMs: null };
}

function standAt<T extends GameTypes>(playback: Playback, seq: number, replay: Replay<T>): Playback {
  const target = clamp(seq, 0, replay.length);
  return { ...playback, seq: target, tick: tickOf(replay, target) };
}

function atTick<T extends GameTypes>(playback: Playback, tick: number, replay: Replay<T>): Playback {
  const target = Math.min(replay.end, Math.max(0, tick));
  return { ...playback, seq: replay.seqAt(target), tick: target };
}

function stopSeq(
  { seq }: Playback,
  { stops, direction }: { readonly stops: Stops; readonly direction: 1 | -1 },
  end: number,
): number {
  return direction === 1 ? nextStop(stops, seq, end) : previousStop(stops, seq);
}

function tickOf<T extends GameTypes>(replay: Replay<T>, seq: number): number {
  return seq === 0 ? 0 : (replay.events[seq - 1]?.at ?? replay.end);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, Math.floor(value)));
}
