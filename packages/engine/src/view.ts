import type { GameTypes, MatchState, Runtime, Status, Viewer } from "./types.ts";

/** What a board or a bot is given: nothing of the state but what the viewer may see. */
export interface MatchView<T extends GameTypes> {
  readonly status: Status;
  readonly paused: boolean;
  readonly seq: number;
  readonly at: number;
  readonly game: T["view"];
}

export function viewMatch<T extends GameTypes>(
  runtime: Runtime<T>,
  match: MatchState<T>,
  viewer: Viewer,
): MatchView<T> {
  const { status, paused, seq, at } = match;
  return { status, paused, seq, at, game: runtime.game.view(match.game, viewer) };
}
