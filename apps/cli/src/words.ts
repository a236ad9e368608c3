import { asGameEvent, isFrameEvent } from "@replayground/engine";
import type { LogEvent } from "@replayground/kernel";
import type { AnyGame } from "@replayground/replay";

const FRAME_WORDS: Readonly<Record<string, string>> = {
  nonce_added: "A seat adds its share of the chance.",
  match_paused: "Paused.",
  match_resumed: "Play goes on.",
  policy_violation: "A command is refused.",
  match_closed: "The match is closed.",
};

/** What an event says, in one sentence. */
export function wordsOf(game: AnyGame, event: LogEvent): string {
  return isFrameEvent(event.type) ? (FRAME_WORDS[event.type] ?? event.type) : game.describe(asGameEvent(event));
}

/** What the game itself said last; null where it said nothing. */
export function lastWords(game: AnyGame, events: readonly LogEvent[]): string | null {
  const last = events.findLast(({ type }) => !isFrameEvent(type));
  return last === undefined ? null : wordsOf(game, last);
}
