import type { TetrisTypes, TetrisView } from "@replayground/tetris";
import { toSeat } from "@replayground/kernel";
import { type RefObject, useEffect, useState } from "react";
import type { BoardHandle } from "../../boards/tetris/Board.tsx";
import type { BoardPanel } from "../../boards/tetris/types.ts";
import { panelOf } from "../../games/tetris/panel.ts";
import { BoardViews } from "../../games/tetris/view.ts";
import type { LiveMatch } from "../../session/live-match.ts";
import type { TapeModel } from "../../tape/types.ts";

const SEAT = toSeat(0);

/** What React shows beside the board; the board itself is drawn by the loop. */
export interface PlayPicture {
  readonly panel: BoardPanel;
  readonly tape: TapeModel;
}

/**
 * The frame loop of a match: time passes, the board is drawn, and what changed beside it is handed to React. It runs
 * while the screen is open; a paused match costs a comparison a frame.
 */
export function usePlayLoop(live: LiveMatch<TetrisTypes>, board: RefObject<BoardHandle | null>): PlayPicture {
  const [picture, setPicture] = useState<PlayPicture>(() => pictureOf(live));
  useEffect(() => {
    const views = new BoardViews();
    let shown = "";
    let cuts = -1;
    let frame = 0;
    const paint = (): void => {
      frame = requestAnimationFrame(paint);
      live.session.frame(performance.now());
      const view = viewOf(live);
      board.current?.draw(views.of(view));
      const panel = panelOf(view);
      const digest = digestOf(panel);
      if (digest === shown && cuts === live.replay.length) return;
      shown = digest;
      cuts = live.replay.length;
      setPicture({ panel, tape: live.tape.sync() });
    };
    frame = requestAnimationFrame(paint);
    return () => cancelAnimationFrame(frame);
  }, [live, board]);
  return picture;
}

function viewOf(live: LiveMatch<TetrisTypes>): TetrisView {
  return live.session.view(SEAT).game;
}

function pictureOf(live: LiveMatch<TetrisTypes>): PlayPicture {
  return { panel: panelOf(viewOf(live)), tape: live.tape.sync() };
}

/** Everything a person can read in the panel, as one text to compare. */
function digestOf({ hold, holdSpent, next, stats, call }: BoardPanel): string {
  const figures = stats.map(({ value }) => value).join(" ");
  return `${hold ?? "-"}${holdSpent ? "!" : ""} ${next.join("")} ${figures} ${call?.title ?? ""}`;
}
