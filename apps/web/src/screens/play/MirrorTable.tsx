import { toSeat, type LogEvent, type MatchId } from "@replayground/kernel";
import type { TetrisTypes } from "@replayground/tetris";
import { Replay } from "@replayground/replay";
import { type ReactNode, useEffect, useState } from "react";
import { type Services, useServices } from "../../app/services.ts";
import { Board } from "../../boards/tetris/Board.tsx";
import { Hold, Next, Stats } from "../../boards/tetris/Panel.tsx";
import { tetrisFace } from "../../games/tetris/face.ts";
import { panelOf } from "../../games/tetris/panel.ts";
import { BoardViews } from "../../games/tetris/view.ts";
import { followMatch } from "../../session/follow.ts";
import type { Recording } from "../../session/recording.ts";
import { TapeFeed } from "../../session/tape-feed.ts";
import { Tape } from "../../tape/Tape.tsx";
import type { TapeModel } from "../../tape/types.ts";
import { PlayLadder } from "./PlayLadder.tsx";
import { PlayLayout } from "./PlayLayout.tsx";
import { MirrorVeil } from "./Veils.tsx";

interface MirrorTableProps {
  readonly match: MatchId;
  readonly recording: Recording;
}

interface Mirrored {
  readonly replay: Replay<TetrisTypes>;
  readonly tape: TapeModel;
  readonly seq: number;
}

/** A match that another tab plays: shown as far as it is stored, and taken over only when asked for. */
export function MirrorTable({ match, recording }: MirrorTableProps): ReactNode {
  const mirrored = useMirror(match);
  const [views] = useState(() => new BoardViews());
  if (mirrored === null) return null;
  const { replay, tape } = mirrored;
  const view = tetrisFace.game.view(replay.final.game, toSeat(0));
  const panel = panelOf(view);
  const { title, detail } = tetrisFace.titleOf(replay.header.options);
  return (
    <PlayLayout
      title={title}
      detail={detail}
      corner={null}
      left={
        <>
          <Hold piece={panel.hold} spent={panel.holdSpent} place="play" />
          <Stats stats={panel.stats} lead />
        </>
      }
      renderBoard={(cell) => (
        <Board cell={cell} label={`${title} board, played in another tab`} view={views.of(view)}>
          <MirrorVeil onTakeOver={() => recording.takeOver()} />
        </Board>
      )}
      right={<Next pieces={panel.next} place="play" />}
      tape={<Tape variant="play" model={tape} state={{ status: "recording" }} head={tape.length} />}
      ladder={<PlayLadder rung="device" words="Written by the other tab." />}
      pad={null}
    />
  );
}

function useMirror(match: MatchId): Mirrored | null {
  const services = useServices();
  const [mirrored, setMirrored] = useState<Mirrored | null>(null);
  useEffect(() => {
    let isCurrent = true;
    let stop = (): void => undefined;
    const follow = async (): Promise<void> => {
      const replay = await openMirror(services, match);
      if (!isCurrent || replay === null) return;
      const feed = new TapeFeed(tetrisFace, replay);
      const show = (): void => setMirrored({ replay, tape: feed.sync(), seq: replay.length });
      const take = (events: readonly LogEvent[]): void => {
        replay.extend(events);
        show();
      };
      stop = followMatch(services.library, match, replay.length, take);
      show();
    };
    void follow();
    return () => {
      isCurrent = false;
      stop();
    };
  }, [services, match]);
  return mirrored;
}

async function openMirror({ library, hash }: Services, match: MatchId): Promise<Replay<TetrisTypes> | null> {
  const stored = await library.load(match);
  if (!stored.ok) return null;
  const replay = Replay.open({ game: tetrisFace.game, hash }, stored.value);
  return replay.ok ? replay.value : null;
}
