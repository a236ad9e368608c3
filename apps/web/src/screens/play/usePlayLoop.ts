import type { TetrisTypes, TetrisView } from "@replayground/tetris";
import { toSeat } from "@replayground/kernel";
import { type RefObject, useEffect, useState } from "react";
import type { BoardHandle } from "../../boards/tetris/Board.tsx";
import type { BoardPanel } from "../../boards/tetris/types.ts";
import { panelOf, Panels } from "../../games/tetris/panel.ts";
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
 * while the screen is open; a match that stands still costs a comparison a frame.
 */
export function usePlayLoop(live: LiveMatch<TetrisTypes>, board: RefObject<BoardHandle | null>): PlayPicture {
  const [picture, setPicture] = useState<PlayPicture>(() => ({ panel: panelOf(viewOf(live)), tape: live.tape.sync() }));
  useEffect(() => {
    const painter = new Painter(live);
    let frame = 0;
    const paint = (): void => {
      frame = requestAnimationFrame(paint);
      live.session.frame(performance.now());
      const next = painter.paint(board.current);
      if (next !== null) setPicture(next);
    };
    frame = requestAnimationFrame(paint);
    return () => cancelAnimationFrame(frame);
  }, [live, board]);
  return picture;
}

/** Remembers what was painted last, so that a frame does only what the match has changed. */
class Painter {
  private readonly live: LiveMatch<TetrisTypes>;
  private readonly views = new BoardViews();
  private readonly panels = new Panels();
  private shown: unknown = null;
  private picture: PlayPicture | null = null;
  private cuts = -1;

  constructor(live: LiveMatch<TetrisTypes>) {
    this.live = live;
  }

  /** Draws the board. Returns the picture beside it if that has changed. */
  paint(board: BoardHandle | null): PlayPicture | null {
    const { live } = this;
    const { match } = live.session;
    if (board === null || match === this.shown) return null;
    this.shown = match;
    const view = viewOf(live);
    board.draw(this.views.of(view));
    const panel = this.panels.of(view);
    if (panel === this.picture?.panel && this.cuts === live.replay.length) return null;
    const tape = this.cuts === live.replay.length && this.picture !== null ? this.picture.tape : live.tape.sync();
    this.cuts = live.replay.length;
    this.picture = { panel, tape };
    return this.picture;
  }
}

function viewOf(live: LiveMatch<TetrisTypes>): TetrisView {
  return live.session.view(SEAT).game;
}
