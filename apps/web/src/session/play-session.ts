import type { LogEvent } from "@replayground/kernel";
import { viewMatch, type GameCommand, type GameTypes, type MatchView, type Viewer } from "@replayground/engine";
import type { Batch } from "@replayground/log";
import { stepLocal, type LocalEffect, type LocalInput, type LocalPlay } from "@replayground/match";
import { assertNever } from "@replayground/kernel";

/** Where a session puts what happens. Never waits: the visible path goes on while the store writes. */
export interface EventSink {
  readonly record: (batch: Batch) => void;
  /** Writes what is waiting now: the match has paused, ended, or the page may go away. */
  readonly flush: () => void;
}

export type PlayPhase = "ready" | "running" | "paused" | "over";

/** What changes seldom enough for React: the board is drawn from `view()` every frame instead. */
export interface PlaySummary {
  readonly phase: PlayPhase;
  /** The last command was refused: its reason, for the inspector and for screen readers. */
  readonly refused: string | null;
}

/** A match being played in this tab: the machine of `@replayground/match` and the loop that performs its effects. */
export class PlaySession<T extends GameTypes> {
  private play: LocalPlay<T>;
  private summary: PlaySummary;
  private readonly sink: EventSink;
  private readonly listeners = new Set<() => void>();
  private readonly watchers = new Set<(events: readonly LogEvent[]) => void>();

  constructor(play: LocalPlay<T>, sink: EventSink) {
    this.play = play;
    this.sink = sink;
    this.summary = { phase: play.match.paused ? "paused" : "ready", refused: null };
  }

  get match(): LocalPlay<T>["match"] {
    return this.play.match;
  }

  view(viewer: Viewer): MatchView<T> {
    return viewMatch(this.play.authority, this.play.match, viewer);
  }

  command(command: GameCommand, ms: number): void {
    this.step({ kind: "command", command, ms });
  }

  frame(ms: number): void {
    if (this.summary.phase === "running") this.step({ kind: "frame", ms });
  }

  start(ms: number): void {
    this.step({ kind: "start", ms });
  }

  pause(ms: number): void {
    this.step({ kind: "pause", ms });
  }

  abandon(ms: number): void {
    this.step({ kind: "abandon", ms });
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSummary = (): PlaySummary => this.summary;

  /** Told of every batch of events as they happen: the Tape grows, moments are found. */
  watch(watcher: (events: readonly LogEvent[]) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  private step(input: LocalInput): void {
    const [play, effects] = stepLocal(this.play, input);
    this.play = play;
    let refused: string | null = null;
    for (const effect of effects) refused = this.perform(effect) ?? refused;
    this.summarize(refused);
  }

  private perform(effect: LocalEffect): string | null {
    switch (effect.kind) {
      case "record":
        this.sink.record(effect.batch);
        for (const watcher of this.watchers) watcher(effect.batch.events);
        return null;
      case "refused":
        return effect.rejection.kind === "illegal" ? effect.rejection.reason : effect.rejection.kind;
      case "paused":
      case "closed":
        this.sink.flush();
        return null;
      default:
        return assertNever(effect);
    }
  }

  private summarize(refused: string | null): void {
    const phase = phaseOf(this.play);
    if (phase === this.summary.phase && refused === this.summary.refused) return;
    this.summary = { phase, refused };
    for (const listener of this.listeners) listener();
  }
}

function phaseOf<T extends GameTypes>({ match, clock }: LocalPlay<T>): PlayPhase {
  if (match.status === "finalized" || match.status === "abandoned") return "over";
  if (match.paused) return "paused";
  return clock === null ? "ready" : "running";
}
