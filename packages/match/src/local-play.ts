import { assertNever, toTick, type Head, type LogEvent } from "@replayground/kernel";
import {
  execute,
  frameCommand,
  type Authority,
  type GameCommand,
  type GameTypes,
  type MatchState,
  type Rejection,
  type Step,
} from "@replayground/engine";
import { Chain, type Batch } from "@replayground/log";
import { clockAt, msToTick, type MatchClock } from "./clock.ts";

/** A frame loop that was silent for longer than this has been away: the match pauses where it last stood. */
export const GAP_MS = 250;

/** A match being played on this device. Immutable: `stepLocal` returns the next one. */
export interface LocalPlay<T extends GameTypes> {
  readonly authority: Authority<T>;
  readonly match: MatchState<T>;
  readonly head: Head;
  /** Null while the clock stands: before the first frame, paused, over. */
  readonly clock: MatchClock | null;
  /** Monotonic time of the last input, in ms. */
  readonly lastMs: number;
}

/** What happens to a match. `ms` is a reading of one monotonic clock. */
export type LocalInput =
  /** Somebody acts. The time is that of the key event, which may lie before the last frame. */
  | { readonly kind: "command"; readonly command: GameCommand; readonly ms: number }
  /** A frame is about to be painted. */
  | { readonly kind: "frame"; readonly ms: number }
  /** The clock starts, or goes on after a pause. */
  | { readonly kind: "start"; readonly ms: number }
  /** Blur, hidden, or the player's wish. */
  | { readonly kind: "pause"; readonly ms: number }
  | { readonly kind: "abandon"; readonly ms: number };

/** What the loop around the machine must do, in order. */
export type LocalEffect =
  | { readonly kind: "record"; readonly batch: Batch }
  | { readonly kind: "refused"; readonly rejection: Rejection }
  | { readonly kind: "paused" }
  | { readonly kind: "closed" };

export type LocalStep<T extends GameTypes> = readonly [LocalPlay<T>, readonly LocalEffect[]];

/** A fresh or resumed match, standing still. `events` are those not yet recorded (of `createMatch` or a branch). */
export function openLocal<T extends GameTypes>(
  authority: Authority<T>,
  match: MatchState<T>,
  head: Head,
): LocalPlay<T> {
  return { authority, match, head, clock: null, lastMs: 0 };
}

export function stepLocal<T extends GameTypes>(play: LocalPlay<T>, input: LocalInput): LocalStep<T> {
  const { ms } = input;
  switch (input.kind) {
    case "start":
      return start(play, ms);
    case "pause":
      return pause(play, ms);
    case "frame":
      return isGap(play, ms) ? pause(play, play.lastMs) : act(play, frameCommand("tick", null), ms);
    case "command":
      return isGap(play, ms) ? pause(play, play.lastMs) : act(play, input.command, ms);
    case "abandon":
      return act(play, frameCommand("abandon", null), ms);
    default:
      return assertNever(input);
  }
}

function isGap<T extends GameTypes>(play: LocalPlay<T>, ms: number): boolean {
  return play.clock !== null && ms - play.lastMs > GAP_MS;
}

function start<T extends GameTypes>(play: LocalPlay<T>, ms: number): LocalStep<T> {
  const { match } = play;
  if (play.clock !== null || match.status !== "running") return [play, []];
  const clock = clockAt(play.authority.game.ticksPerSecond, match.at, ms);
  const started = { ...play, clock, lastMs: ms };
  return match.paused ? act(started, frameCommand("resume", null), ms) : [started, []];
}

/** Pausing stops the clock at the tick it was last seen at; what was due until then has happened. */
function pause<T extends GameTypes>(play: LocalPlay<T>, ms: number): LocalStep<T> {
  if (play.clock === null) return [play, []];
  const [paused, effects] = act(play, frameCommand("pause", null), ms);
  const stopped = { ...paused, clock: null };
  return paused.match.paused ? [stopped, [...effects, { kind: "paused" }]] : [stopped, effects];
}

function act<T extends GameTypes>(play: LocalPlay<T>, command: GameCommand, ms: number): LocalStep<T> {
  const step = execute(play.authority, play.match, command, tickFor(play, ms));
  const closed = step.match.status === "finalized" || step.match.status === "abandoned";
  const [head, recorded] = chain(play, step.events);
  const lastMs = Math.max(play.lastMs, ms);
  const next = { ...play, match: step.match, head, lastMs, clock: closed ? null : play.clock };
  return [next, [...recorded, ...refusal(step), ...(closed ? [{ kind: "closed" } as const] : [])]];
}

/** Never before the match clock: a key event may be older than the frame that was painted meanwhile. */
function tickFor<T extends GameTypes>({ clock, match }: LocalPlay<T>, ms: number): ReturnType<typeof toTick> {
  return clock === null ? match.at : toTick(Math.max(match.at, msToTick(clock, ms)));
}

function chain<T extends GameTypes>(
  play: LocalPlay<T>,
  events: readonly LogEvent[],
): readonly [Head, readonly LocalEffect[]] {
  if (events.length === 0) return [play.head, []];
  const links = new Chain(play.authority.hash, play.head);
  for (const event of events) links.append(event);
  return [links.head, [{ kind: "record", batch: { events, head: links.hex } }]];
}

function refusal<T extends GameTypes>({ rejection }: Step<T>): readonly LocalEffect[] {
  return rejection === null ? [] : [{ kind: "refused", rejection }];
}
