import type { Recorded } from "@replayground/engine";
import type { LogEvent } from "@replayground/kernel";
import { PieceConduct } from "./signal-piece.ts";
import { KeyRhythm } from "./signal-rhythm.ts";
import type { TetrisState } from "./state.ts";
import type { TetrisEvent } from "./types.ts";

/** Something worth a look. Nothing is refused for it: it is read from a log, live or later. */
export interface Signal {
  readonly kind: SignalKind;
  readonly severity: "note" | "warn";
  readonly seq: number;
  readonly at: number;
  readonly value: number;
  readonly limit: number;
}

/**
 * rotation: turns of one piece without a new lowest row. backtrack: changes of direction of one piece. stall: ticks
 * from generation to lock. rate: key edges within a second. regularity: gaps between keys as even as a machine's (value
 * and limit: their spread in thousandths of the mean). phase: keys on one tenth of a frame (in thousandths). pauses:
 * pauses of one game.
 */
export type SignalKind = "rotation" | "backtrack" | "stall" | "rate" | "regularity" | "phase" | "pauses";

export type Raise = (kind: SignalKind, severity: Signal["severity"], value: number, limit: number) => void;

/** Pauses of one game from which a look is worth it. */
const pauseLimit = 3;

export interface SignalDetector {
  /** @param state the state after the event; events of the frame may be shown too */
  readonly observe: (event: Recorded<TetrisEvent> | LogEvent, state: TetrisState) => readonly Signal[];
}

/**
 * Watches one game from its first event on. Not here, because a single log cannot show them: reaction and foresight
 * (statistics over many games), clock drift (the server's receipts), integrity (re-execution).
 */
export function createSignalDetector(): SignalDetector {
  const piece = new PieceConduct();
  const rhythm = new KeyRhythm();
  let pauses = 0;
  return {
    observe: (event, state) => {
      const { seq, at, type, data } = event;
      const found: Signal[] = [];
      const raise: Raise = (kind, severity, value, limit) => found.push({ kind, severity, seq, at, value, limit });
      if (type === "match_paused") {
        pauses += 1;
        if (pauses > pauseLimit) raise("pauses", "warn", pauses, pauseLimit);
      }
      piece.observe({ type, at, data }, state, raise);
      if (type === "input" && "edge" in data) rhythm.observe(data["edge"] === "down", at, raise);
      return found;
    },
  };
}
