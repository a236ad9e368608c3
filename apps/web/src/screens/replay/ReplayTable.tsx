import { type Header, type MatchId, toSeat } from "@replayground/kernel";
import { stateAt } from "@replayground/replay";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { Board } from "../../boards/tetris/Board.tsx";
import { Hold, Next, Stats } from "../../boards/tetris/Panel.tsx";
import { tetrisFace } from "../../games/tetris/face.ts";
import { panelOf } from "../../games/tetris/panel.ts";
import { BoardViews } from "../../games/tetris/view.ts";
import { formatCount } from "../../words/numbers.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { formatMoment } from "../../words/when.ts";
import css from "./ReplayLayout.module.css";
import { IntegrityPanel } from "./IntegrityPanel.tsx";
import { MomentList } from "./MomentList.tsx";
import { ReplayCorner } from "./ReplayCorner.tsx";
import { ReplayDock } from "./ReplayDock.tsx";
import { ReplayLayout } from "./ReplayLayout.tsx";
import { Transport } from "./Transport.tsx";
import { useReplayControls } from "./useReplayControls.ts";
import type { OpenReplay } from "./useReplayLog.ts";
import { useVerification } from "./useVerification.ts";

const SEAT = toSeat(0);

interface ReplayTableProps {
  readonly match: MatchId;
  readonly open: OpenReplay;
  /** Event to begin at; null: the end. */
  readonly seq: number | null;
}

/** A log on the table: board, moments, proof, and the Tape that moves them all. */
export function ReplayTable({ match, open, seq }: ReplayTableProps): ReactNode {
  const { replay } = open;
  const { header } = replay;
  const { playback, model, faceOf, seek, transport, forking } = useReplayControls(replay, seq ?? replay.length);
  const [views] = useState(() => new BoardViews());
  const view = tetrisFace.game.view(stateAt(playback, replay).game, SEAT);
  const panel = panelOf(view);
  const { title } = tetrisFace.titleOf(header.options);
  const [when] = useState(() => formatMoment(startOf(match), Date.now()));
  const closed = replay.final.status === "finalized" || replay.final.status === "abandoned";
  return (
    <ReplayLayout
      title={title}
      detail={
        <>
          {when}
          {closed ? null : ", not finished"}
          {header.parent === null ? null : <Parent parent={header.parent} title={title} />}
        </>
      }
      corner={<ReplayCorner match={match} mode={tetrisFace.modeOf(header.options)} startedAt={startOf(match)} />}
      left={
        <>
          <Hold piece={panel.hold} spent={panel.holdSpent} place="replay" />
          <Stats stats={panel.stats} compact />
        </>
      }
      renderBoard={(cell) => (
        <Board cell={cell} overscan={1} label={`${title} board. ${panel.state}`} view={views.of(view)} />
      )}
      next={<Next pieces={panel.next} place="replay" />}
      moments={<MomentList model={model} head={playback.seq} onSeek={seek} />}
      integrity={<Integrity open={open} />}
      transport={
        <>
          <Transport {...transport} />
          <Dialog open={forking.trouble !== null} title="Not begun" onClose={forking.dismiss}>
            {forking.trouble === null ? null : <ErrorNotice trouble={forking.trouble} />}
          </Dialog>
        </>
      }
      dock={
        <ReplayDock
          model={model}
          state={{ status: "kept", rung: "device" }}
          rung="device"
          head={playback.seq}
          playing={playback.playing}
          faceOf={faceOf}
          onSeek={seek}
        />
      }
    />
  );
}

/** Where a branch comes from: the other match, at the event where this one left it. */
function Parent({
  parent,
  title,
}: {
  readonly parent: NonNullable<Header["parent"]>;
  readonly title: string;
}): ReactNode {
  return (
    <Link href={`/replay/${parent.match}?at=${parent.seq}`} className={css["parent"]}>
      branch from {title}, event {formatCount(parent.seq)}
    </Link>
  );
}

function Integrity({ open: { replay, head } }: { readonly open: OpenReplay }): ReactNode {
  const { header, events } = replay;
  const { verification, stateHash, verify, cancel } = useVerification({ header, events, head });
  const rules = `${header.game} ${header.rules}`;
  const facts = { rung: "device", head, stateHash, rules, trust: "own secret", events: events.length } as const;
  return <IntegrityPanel facts={facts} verification={verification} onVerify={verify} onCancel={cancel} />;
}

/** Milliseconds since 1970: a match id begins with them (UUIDv7). */
function startOf(match: MatchId): number {
  return Number.parseInt(match.slice(0, 8) + match.slice(9, 13), 16);
}
