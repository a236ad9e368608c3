import type { ReactNode } from "react";
import { type GameId, gameNames } from "../../art/games.ts";
import type { HistoryFilter } from "../../stores/ui.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Segmented } from "../../ui/Segmented.tsx";
import { type Safety, TopBar } from "../../ui/TopBar.tsx";
import type { MatchRow } from "../match-row.ts";
import { HistoryRow } from "./HistoryRow.tsx";
import { sayCount } from "../../words/numbers.ts";
import css from "./HistoryScreen.module.css";
import { StorageFoot, type StorageFacts } from "./StorageFoot.tsx";

export interface HistoryScreenProps {
  /** Null while the first read is under way; nothing is shown for the moment that takes. */
  readonly matches: readonly MatchRow[] | null;
  readonly filter: HistoryFilter;
  /** Games that have a match, with their number. */
  readonly counts: readonly { readonly game: GameId; readonly count: number }[];
  /** Matches that are not listed yet. */
  readonly more?: number;
  readonly storage: StorageFacts | null;
  readonly safety?: Safety | undefined;
  /** Trouble of the storage or of the last import. */
  readonly notice?: ReactNode;
  readonly onMore?: () => void;
  readonly onFilter: (filter: HistoryFilter) => void;
  readonly onImport: () => void;
  readonly onExport: (matchId: string) => void;
  readonly onDelete: (matchId: string) => void;
  readonly onExportAll: () => void;
}

export function HistoryScreen(props: HistoryScreenProps): ReactNode {
  const { matches, filter, counts, storage, safety, notice, more = 0 } = props;
  const total = counts.reduce((sum, each) => sum + each.count, 0);
  const segments = [
    { value: "all" as const, word: "All", count: total },
    ...counts.map(({ game, count }) => ({ value: game, word: gameNames[game], count })),
  ];
  return (
    <>
      <TopBar safety={safety} />
      <main className={css["page"]}>
        <div className={css["head"]}>
          <h1>History</h1>
          {counts.length > 1 ? (
            <Segmented<HistoryFilter> label="Game" segments={segments} value={filter} onChange={props.onFilter} />
          ) : null}
          <span className="spacer" />
          <Button kind="ghost" onClick={props.onImport}>
            <Icon name="import" />
            Open a file
          </Button>
        </div>
        <div className={css["notice"]}>{notice}</div>
        {matches?.length === 0 ? (
          <EmptyState
            title="Nothing played yet"
            words="Every match you play is kept here as its own strip, event by event, and can be watched back and checked."
            action={
              <ButtonLink href="/play/tetris/marathon" kind="go">
                Play marathon
              </ButtonLink>
            }
          />
        ) : (
          <ol>
            {matches?.map((match) => (
              <HistoryRow key={match.matchId} match={match} onExport={props.onExport} onDelete={props.onDelete} />
            ))}
          </ol>
        )}
        {more > 0 ? (
          <div className={css["more"]}>
            <Button onClick={props.onMore}>Show {sayCount(more, "older match", "older matches")}</Button>
          </div>
        ) : null}
      </main>
      {storage && total > 0 ? <StorageFoot facts={storage} onExportAll={props.onExportAll} /> : null}
    </>
  );
}
