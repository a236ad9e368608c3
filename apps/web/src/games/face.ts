import type { Game, GameTypes, MatchState, Moment } from "@replayground/engine";
import type { JsonObject, LogEvent } from "@replayground/kernel";
import type { GameId } from "../art/games.ts";
import type { TapeFace, TapeMoment } from "../tape/types.ts";

/** What a match is called in lists and above its board. */
export interface MatchTitle {
  /** "Sprint". */
  readonly title: string;
  /** "40 lines". */
  readonly detail: string;
}

/** The one figure of a match: "0:48.62", "points". */
export interface MatchResult {
  readonly figure: string;
  readonly note: string;
  /** For bests: the smaller the better; null where the match does not count for one. */
  readonly rank: number | null;
}

/** How one game meets the screens that all games share. No rules: words, glyphs and heights of cuts. */
export interface GameFace<T extends GameTypes> {
  readonly id: GameId;
  readonly game: Game<T>;
  /** What the Tape calls a stretch between two turns: "piece", "turn". */
  readonly turnWord: string;
  /** The event with which such a stretch begins. */
  readonly turnEvent: string;
  /** Depth of the cut an event leaves, 1-255. */
  readonly cutOf: (event: LogEvent) => number;
  readonly faceOf: (event: LogEvent) => TapeFace;
  readonly markOf: (moment: Moment) => TapeMoment;
  readonly titleOf: (options: JsonObject) => MatchTitle;
  readonly resultOf: (match: MatchState<T>) => MatchResult;
  /** Nothing has been decided yet: nobody would look for such a match in a list. */
  readonly isBlank: (match: MatchState<T>) => boolean;
  /** Name of the mode, by which bests are kept apart. */
  readonly modeOf: (options: JsonObject) => string;
}
