import type { GameId } from "../art/games.ts";
import type { TapeModel, TapeState } from "../tape/types.ts";
import type { Rung } from "../ui/promise.ts";

/** Where a match stands on the promise ladder, or why it has no place on it. */
export type MatchStanding =
  | { readonly status: "kept"; readonly rung: Rung; readonly words?: string | undefined }
  | { readonly status: "unfinished" }
  | { readonly status: "refused"; readonly words: string };

/** Where a branch left the match it comes from. */
export interface Lineage {
  /** "branch from Marathon, event 812". */
  readonly words: string;
  /** The parent at that event; null where the parent is not on this device. */
  readonly href: string | null;
}

/** A match as lists show it: the same row on Home and in History. */
export interface MatchRow {
  readonly matchId: string;
  readonly href: string;
  readonly game: GameId;
  /** "Marathon". */
  readonly title: string;
  /** "150 lines". */
  readonly detail: string;
  /** Null for a match that is no branch. */
  readonly lineage: Lineage | null;
  /** The one figure of the match: "287,440", "0:48.62". */
  readonly result: string;
  /** What the figure counts, or what is special about it. */
  readonly resultNote: string;
  readonly standing: MatchStanding;
  /** Time of day today, a weekday this week, a date before. */
  readonly when: string;
  readonly tape: TapeModel;
  readonly tapeState: TapeState;
}
