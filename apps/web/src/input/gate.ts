import type { PlayAction } from "./actions.ts";
import type { Edge } from "./keyboard.ts";

type Send = (action: PlayAction, edge: Edge, ms: number) => void;

/** Actions that go on for as long as their key is down. All others act once, with the press. */
const lasting: readonly PlayAction[] = ["left", "right", "soft"];

/** How long fingers go on after a match has stopped. */
const AFTERGLOW_MS = 700;

/**
 * Which edges reach a match: those made while it runs. A pause has let go of every key in the match; a key that is
 * still down when it goes on acts as a fresh press if its action lasts, and otherwise waits for its next press. A key
 * that went down before comes up unheard.
 */
export class InputGate {
  private readonly send: Send;
  private readonly heard = new Set<PlayAction>();
  private isOpen = false;
  private closedAt = Number.NEGATIVE_INFINITY;

  constructor(send: Send) {
    this.send = send;
  }

  edge(action: PlayAction, edge: Edge, ms: number): void {
    if (!this.isOpen || this.heard.has(action) === (edge === "down")) return;
    if (edge === "down") this.heard.add(action);
    else this.heard.delete(action);
    this.send(action, edge, ms);
  }

  /** The match runs from `ms` on. `isHeld` says what the hands do at that moment. */
  open(ms: number, isHeld: (action: PlayAction) => boolean): void {
    if (this.isOpen) return;
    this.isOpen = true;
    for (const action of lasting) if (isHeld(action)) this.edge(action, "down", ms);
  }

  /** The match stands still from `ms` on. */
  close(ms: number): void {
    if (this.isOpen) this.closedAt = ms;
    this.isOpen = false;
    this.heard.clear();
  }

  /** Keys are still meant for the match for a moment after it stopped: a drop must not press "Play again". */
  isClaiming(ms: number): boolean {
    return this.isOpen || ms - this.closedAt < AFTERGLOW_MS;
  }
}
