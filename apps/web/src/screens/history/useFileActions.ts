import { err, parseMatchId, type MatchId, type Result } from "@replayground/kernel";
import type { MatchSummary } from "@replayground/log-dexie";
import { useRef, useState } from "react";
import { useLocation } from "wouter";
import { useServices } from "../../app/services.ts";
import {
  download,
  exportMatch,
  fileNameFor,
  importMatch,
  pickFiles,
  readBytes,
  type FileError,
} from "../../session/files.ts";
import type { Library } from "../../session/library.ts";
import type { Trouble } from "../../ui/ErrorNotice.tsx";
import { storeTrouble } from "../../words/store-troubles.ts";
import { importTrouble, verifyTrouble } from "../../words/troubles.ts";

/** A file that is being read. */
export interface Reading {
  readonly name: string;
  /** Events re-executed, of how many the file says to have; 0 of 0 before it is known. */
  readonly done: number;
  readonly total: number;
  readonly onCancel: () => void;
}

export interface FileActions {
  readonly notice: Trouble | null;
  readonly reading: Reading | null;
  readonly onImport: () => void;
  readonly onExport: (match: string) => void;
  readonly onExportAll: () => void;
  readonly onDelete: (match: string) => void;
}

/** Matches in as files, out as files, and away. One thing at a time. */
export function useFileActions(matches: readonly MatchSummary[], reload: () => void): FileActions {
  const { library } = useServices();
  const [, navigate] = useLocation();
  const [notice, setNotice] = useState<Trouble | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const isBusy = useRef(false);
  const alone = async (act: () => Promise<Trouble | null>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setNotice(null);
    setNotice(await act());
    isBusy.current = false;
  };
  const open = async (): Promise<Trouble | null> => {
    const files = await pickFiles();
    const { taken, trouble } = await readAll(library, files, setReading);
    const [only] = taken;
    if (files.length === 1 && only !== undefined) navigate(`/replay/${only}`);
    else if (files.length > 0) reload();
    return trouble;
  };
  const remove = async (text: string): Promise<Trouble | null> => {
    const match = parseMatchId(text);
    if (!match.ok) return null;
    const removed = await library.remove(match.value);
    reload();
    return removed.ok ? null : storeTrouble(removed.error);
  };
  const save = (match: string): Promise<Trouble | null> =>
    saveAll(
      library,
      matches.filter((summary) => summary.match === match),
    );
  return {
    notice,
    reading,
    onImport: () => void alone(open),
    onExport: (match) => void alone(() => save(match)),
    onExportAll: () => void alone(() => saveAll(library, matches)),
    onDelete: (match) => void alone(() => remove(match)),
  };
}

interface Taken {
  readonly taken: readonly MatchId[];
  /** The first of them that was refused. */
  readonly trouble: Trouble | null;
}

/** One file after the other; a refused one does not keep the others out. */
async function readAll(
  library: Library,
  files: readonly File[],
  show: (reading: Reading | null) => void,
): Promise<Taken> {
  const taken: MatchId[] = [];
  let trouble: Trouble | null = null;
  for (const file of files) {
    const match = await readFile(library, file, show);
    if (match.ok) taken.push(match.value);
    else trouble ??= troubleOf(match.error, "import", files.length > 1 ? file.name : null);
  }
  show(null);
  return { taken, trouble };
}

async function readFile(
  library: Library,
  file: File,
  show: (reading: Reading) => void,
): Promise<Result<MatchId, FileError>> {
  const abort = new AbortController();
  const onProgress = (done: number, total: number): void =>
    show({ name: file.name, done, total, onCancel: () => abort.abort() });
  onProgress(0, 0);
  const bytes = await readBytes(file);
  if (!bytes.ok) return err({ kind: "refused", fault: bytes.error });
  return importMatch(library, bytes.value, { onProgress, signal: abort.signal });
}

async function saveAll(library: Library, summaries: readonly MatchSummary[]): Promise<Trouble | null> {
  let trouble: Trouble | null = null;
  for (const { match, mode, startedAt } of summaries) {
    const file = await exportMatch(library, match);
    if (file.ok) download(fileNameFor(mode, startedAt), file.value);
    else trouble ??= troubleOf(file.error, "export");
  }
  return trouble;
}

function troubleOf(error: FileError, what: "import" | "export", name: string | null = null): Trouble {
  if (error.kind === "store") return storeTrouble(error.error);
  const trouble = what === "import" ? importTrouble(error.fault) : verifyTrouble(error.fault);
  return name === null ? trouble : { ...trouble, what: `${name}: ${trouble.what}` };
}
