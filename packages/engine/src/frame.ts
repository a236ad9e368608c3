import type { Seat } from "@replayground/kernel";
import type { GameCommand } from "./types.ts";

/**
 * The frame: events and commands that every match has, whatever the game. A game may not use these types.
 *
 * - `nonce_added` - a seat of a committed match adds its share of the chance
 * - `match_paused`, `match_resumed` - the match clock stands in between
 * - `policy_violation` - a command was refused; the event carries it
 * - `match_closed` - the last event of every finished match; reveals the secret of a committed one
 */
export const FRAME_EVENTS = [
  "nonce_added",
  "match_paused",
  "match_resumed",
  "policy_violation",
  "match_closed",
] as const;
export type FrameEventType = (typeof FRAME_EVENTS)[number];

/** `tick` records nothing: it lets a log end with what time caused. */
export const FRAME_COMMANDS = ["add_nonce", "pause", "resume", "abandon", "tick"] as const;
export type FrameCommandType = (typeof FRAME_COMMANDS)[number];

export function isFrameEvent(type: string): type is FrameEventType {
  switch (type) {
    case "nonce_added":
    case "match_paused":
    case "match_resumed":
    case "policy_violation":
    case "match_closed":
      return true;
    default: // not a union: any text a game may use
      return false;
  }
}

export function isFrameCommand(type: string): type is FrameCommandType {
  return FRAME_COMMANDS.some((known) => known === type);
}

/** A command of the frame. */
export function frameCommand(type: FrameCommandType, seat: Seat | null, nonce?: string): GameCommand {
  return { type, seat, data: nonce === undefined ? {} : { nonce } };
}
