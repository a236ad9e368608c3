import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { MiniTape } from "../../tape/MiniTape.tsx";
import { Button } from "../../ui/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import type { Lineage, MatchRow } from "../match-row.ts";
import { Standing } from "../Standing.tsx";
import css from "./HistoryScreen.module.css";

interface HistoryRowProps {
  readonly match: MatchRow;
  readonly onExport: (matchId: string) => void;
  readonly onDelete: (matchId: string) => void;
}

export function HistoryRow({ match, onExport, onDelete }: HistoryRowProps): ReactNode {
  const [open, setOpen] = useState(false);
  const unfinished = match.standing.status === "unfinished";
  return (
    <li className={css["row"]}>
      <span className={css["icon"]} style={{ color: `var(--${match.game})` }}>
        <Icon name={match.game} />
      </span>
      <span className={css["what"]}>
        <Link href={match.href} className={css["title"]}>
          {match.title}
        </Link>
        <span className={css["quiet"]}>{match.lineage === null ? match.detail : <From lineage={match.lineage} />}</span>
      </span>
      <span className={css["tape"]}>
        <MiniTape model={match.tape} state={match.tapeState} head={unfinished ? match.tape.length : undefined} />
      </span>
      <span className={css["result"]}>
        <b>{match.result}</b>
        <span className={css["quiet"]}>{match.resultNote}</span>
      </span>
      <span className={css["stand"]}>
        <Standing standing={match.standing} />
      </span>
      <span className={cx("num", css["when"])}>{match.when}</span>
      <span className={css["acts"]}>
        <Button
          kind="ghost"
          square
          aria-label={`More for ${match.title}, ${match.result}`}
          onClick={() => setOpen(true)}
        >
          <Icon name="more" />
        </Button>
        <Dialog
          open={open}
          title={`${match.title}, ${match.result}`}
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button onClick={() => onExport(match.matchId)}>
                <Icon name="export" />
                Export the file
              </Button>
              <Button onClick={() => onDelete(match.matchId)}>Delete from this device</Button>
              <Button kind="ghost" onClick={() => setOpen(false)}>
                Close
              </Button>
            </>
          }
        >
          <p>
            This match is only on this device. Deleting it cannot be undone; an exported file can be opened again at any
            time and verifies on its own.
          </p>
        </Dialog>
      </span>
    </li>
  );
}

/** The parent of a branch. The row is one link; this one lies above it. */
function From({ lineage }: { readonly lineage: Lineage }): ReactNode {
  if (lineage.href === null) return lineage.words;
  return (
    <Link href={lineage.href} className={css["from"]}>
      {lineage.words}
    </Link>
  );
}
