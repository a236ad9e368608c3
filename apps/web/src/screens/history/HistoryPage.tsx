import type { MatchSummary } from "@replayground/log-dexie";
import { type ReactNode, useEffect, useState } from "react";
import { replay } from "../../app/screens.ts";
import type { GameId } from "../../art/games.ts";
import { rowOf } from "../../session/rows.ts";
import { useMatches } from "../../session/useMatches.ts";
import { useUi } from "../../stores/context.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { usePageTitle } from "../../ui/usePageTitle.ts";
import { safetyOf } from "../home/HomePage.tsx";
import { HistoryScreen } from "./HistoryScreen.tsx";
import { ReadingNotice } from "./ReadingNotice.tsx";
import { useFileActions } from "./useFileActions.ts";
import { useStorageFacts } from "./useStorageFacts.ts";

/** Rows that are drawn at first, and with every wish for more: a strip is a canvas each. */
const PAGE = 100;

const games: readonly GameId[] = ["tetris", "golf", "caravan", "intrigue"];

export function HistoryPage(): ReactNode {
  usePageTitle("History");
  const { matches, trouble, reload } = useMatches();
  const [now] = useState(() => Date.now());
  const [limit, setLimit] = useState(PAGE);
  useEffect(() => replay.preload(), []); // where every row of a finished match leads
  const { historyFilter, setHistoryFilter } = useUi((state) => state);
  const { notice, reading, ...actions } = useFileActions(matches ?? [], reload);
  const storage = useStorageFacts(matches?.length ?? 0);
  const ids = new Set<string>(matches?.map(({ match }) => match));
  const chosen = matches?.filter(({ game }) => historyFilter === "all" || game === historyFilter) ?? null;
  const said = notice ?? trouble;
  return (
    <HistoryScreen
      matches={chosen?.slice(0, limit).map((summary) => rowOf(summary, now, ids)) ?? null}
      filter={historyFilter}
      counts={countsOf(matches ?? [])}
      more={Math.max(0, (chosen?.length ?? 0) - limit)}
      storage={storage}
      safety={safetyOf(matches ?? [])}
      notice={
        <>
          {reading === null ? null : <ReadingNotice reading={reading} />}
          {said === null ? null : <ErrorNotice trouble={said} />}
        </>
      }
      onFilter={setHistoryFilter}
      onMore={() => setLimit(limit + PAGE)}
      {...actions}
    />
  );
}

/** Games that were played, with their number of matches. */
function countsOf(matches: readonly MatchSummary[]): readonly { readonly game: GameId; readonly count: number }[] {
  return games
    .map((game) => ({ game, count: matches.filter((match) => match.game === game).length }))
    .filter(({ count }) => count > 0);
}
