import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { formatBytes, sayCount } from "../../words/numbers.ts";
import css from "./HistoryScreen.module.css";

export interface StorageFacts {
  readonly games: number;
  readonly usedBytes: number;
  /** Null where the browser does not say. */
  readonly quotaBytes: number | null;
  /** The browser has promised not to clear it under pressure. */
  readonly persisted: boolean;
}

interface StorageFootProps {
  readonly facts: StorageFacts;
  readonly onExportAll: () => void;
}

/** What the browser holds, and whether it promised to keep it. */
export function StorageFoot({ facts, onExportAll }: StorageFootProps): ReactNode {
  const { games, usedBytes, quotaBytes, persisted } = facts;
  const of = quotaBytes === null ? "" : ` of ${formatBytes(quotaBytes)}`;
  const share = quotaBytes ? Math.max(0.02, Math.min(1, usedBytes / quotaBytes)) : 0;
  return (
    <footer className={css["foot"]}>
      <div className={css["footline"]}>
        <span>
          {sayCount(games, "game")}, {formatBytes(usedBytes)}
          {of}
        </span>
        {quotaBytes === null ? null : (
          <div className={css["bar"]} aria-hidden="true">
            <i style={{ width: `${share * 100}%` }} />
          </div>
        )}
        <span className="cap">
          {persisted ? "The browser has promised to keep them." : "The browser may clear them when space runs out."}
        </span>
        <span className="spacer" />
        <Button kind="ghost" onClick={onExportAll}>
          Export all
        </Button>
      </div>
    </footer>
  );
}
