import type { ReactNode } from "react";
import type { GameId } from "../../art/games.ts";
import type { Safety } from "../../ui/TopBar.tsx";
import { TopBar } from "../../ui/TopBar.tsx";
import type { MatchRow } from "../match-row.ts";
import { GamePlate } from "./GamePlate.tsx";
import css from "./HomeScreen.module.css";
import { ResultRow } from "./ResultRow.tsx";
import { FirstStrip } from "./FirstStrip.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { Unfinished } from "./Unfinished.tsx";

export interface Mode {
  readonly word: string;
  readonly href: string;
}

/** One game on Home. A game without a first mode is not playable yet, and says so. */
export interface GameOffer {
  readonly game: GameId;
  readonly words: string;
  /** Played with one click. */
  readonly first: Mode | null;
  readonly modes: readonly Mode[];
  /** "Best 287,440"; empty before the first result. */
  readonly best: string;
}

/** A match that can be continued. */
export interface UnfinishedMatch extends MatchRow {
  /** "Paused at 4:09, since 19:52". */
  readonly since: string;
}

export interface HomeScreenProps {
  readonly games: readonly GameOffer[];
  readonly unfinished: readonly UnfinishedMatch[];
  readonly results: readonly MatchRow[];
  readonly safety?: Safety | undefined;
  /** The store has not answered yet: nothing is said of what was played. */
  readonly isLoading?: boolean;
  /** Trouble of the storage, above everything. */
  readonly notice?: ReactNode;
}

export function HomeScreen(props: HomeScreenProps): ReactNode {
  const { games, unfinished, safety, notice, isLoading = false } = props;
  // One vermilion thing to do: to go on, and only without anything to go on with, to start.
  const startIsFirst = unfinished.length === 0;
  return (
    <>
      <TopBar safety={safety} />
      <main className={css["page"]}>
        <VisuallyHidden as="h1">Games</VisuallyHidden>
        {notice ? <div className={css["notice"]}>{notice}</div> : null}
        <div className={css["games"]}>
          {games.map((offer) => (
            <GamePlate key={offer.game} offer={offer} primary={startIsFirst} />
          ))}
        </div>
        {isLoading ? null : <Played {...props} />}
      </main>
    </>
  );
}

/** What can be continued and what came last; before the first match, what a match will be. */
function Played({ unfinished, results, notice }: HomeScreenProps): ReactNode {
  if (unfinished.length + results.length === 0) return notice ? null : <FirstStrip />;
  return (
    <div className={css["lower"]}>
      {unfinished.length > 0 ? (
        <section className={css["continue"]}>
          <h2>Continue</h2>
          {unfinished.map((match, i) => (
            <Unfinished key={match.matchId} match={match} primary={i === 0} />
          ))}
        </section>
      ) : null}
      {results.length > 0 ? (
        <section>
          <h2>Last results</h2>
          <ol className={css["rows"]}>
            {results.map((match) => (
              <li key={match.matchId}>
                <ResultRow match={match} />
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  );
}
