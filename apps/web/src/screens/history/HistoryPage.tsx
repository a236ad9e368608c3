import { parseMatchId } from "@replayground/kernel";
import type { MatchSummary } from "@replayground/log-dexie";
import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { useServices } from "../../app/services.ts";
import { type GameId, gameNames } from "../../art/games.ts";
import { download, exportMatch, fileNameFor, importMatch, pickFiles, type FileError } from "../../session/files.ts";
import { rowOf } from "../../session/rows.ts";
import { useMatches } from "../../session/useMatches.ts";
import { useUi } from "../../stores/context.ts";
import { ErrorNotice, type Trouble } from "../../ui/ErrorNotice.tsx";
import { importTrouble, storeTrouble, verifyTrouble } from "../../words/troubles.ts";
import { safetyOf } from "../home/HomePage.tsx";
import { HistoryScreen } from "./HistoryScreen.tsx";
import { useStorageFacts } from "./useStorageFacts.ts";

export function HistoryPage(): ReactNode {
  const { matches, trouble, reload } = useMatches();
  const [now] = useState(() => Date.now());
  const { historyFilter, setHistoryFilter } = useUi((state) => state);
  const { notice, onImport, onExport, onExportAll, onDelete } = useFileActions(matches ?? [], reload);
  const storage = useStorageFacts(matches?.length ?? 0);
  const shown = matches?.filter(({ game }) => historyFilter === "all" || game === historyFilter) ?? null;
  const said = notice ?? trouble;
  return (
    <HistoryScreen
      matches={shown?.map((summary) => rowOf(summary, now)) ?? null}
      filter={historyFilter}
      counts={countsOf(matches ?? [])}
      storage={storage}
      safety={safetyOf(matches ?? [])}
      notice={said === null ? null : <ErrorNotice trouble={said} />}
      onFilter={setHistoryFilter}
      onImport={onImport}
      onExport={onExport}
      onDelete={onDelete}
      onExportAll={onExportAll}
    />
  );
}

function countsOf(matches: readonly MatchSummary[]): readonly { readonly game: GameId; readonly count: number }[] {
  const games: readonly GameId[] = ["tetris", "golf", "caravan", "intrigue"];
  return games
    .filter((game) => game in gameNames)
    .map((game) => ({ game, count: matches.filter((match) => match.game === game).length }))
    .filter(({ count }) => count > 0);
}

interface FileActions {
  readonly notice: Trouble | null;
  readonly onImport: () => void;
  readonly onExport: (match: string) => void;
  readonly onExportAll: () => void;
  readonly onDelete: (match: string) => void;
}

function useFileActions(matches: readonly MatchSummary[], reload: () => void): FileActions {
  const { library } = useServices();
  const [, navigate] = useLocation();
  const [notice, setNotice] = useState<Trouble | null>(null);
  const refuse = (error: FileError, what: "import" | "export"): void => {
    if (error.kind === "store") setNotice(storeTrouble(error.error));
    else setNotice(what === "import" ? importTrouble(error.fault) : verifyTrouble(error.fault));
  };
  const save = async ({ match, mode, startedAt }: MatchSummary): Promise<void> => {
    const file = await exportMatch(library, match);
    if (file.ok) download(fileNameFor(mode, startedAt), file.value);
    else refuse(file.error, "export");
  };
  const open = async (): Promise<void> => {
    setNotice(null);
    const files = await pickFiles();
    for (const file of files) {
      const taken = await importMatch(library, new Uint8Array(await file.arrayBuffer()));
      if (!taken.ok) return refuse(taken.error, "import");
      if (files.length === 1) navigate(`/replay/${taken.value}`);
    }
    reload();
  };
  const remove = async (text: string): Promise<void> => {
    const match = parseMatchId(text);
    if (!match.ok) return;
    const removed = await library.remove(match.value);
    if (!removed.ok) setNotice(storeTrouble(removed.error));
    reload();
  };
  const saveAll = async (): Promise<void> => {
    for (const summary of matches) await save(summary);
  };
  const saveOne = (text: string): void => {
    const summary = matches.find(({ match }) => match === text);
    if (summary !== undefined) void save(summary);
  };
  return {
    notice,
    onImport: () => void open(),
    onExport: saveOne,
    onExportAll: () => void saveAll(),
    onDelete: (match) => void remove(match),
  };
}
