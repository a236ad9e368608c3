import { type ReactNode, type RefObject, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { useThemeName } from "../../theme/theme.ts";
import { cx } from "../../ui/cx.ts";
import css from "./Board.module.css";
import { readBoardInks } from "./inks.ts";
import { type BoardRenderer, createBoardRenderer } from "./renderer.ts";
import { type BoardView, columns, visibleRows } from "./types.ts";

/** Lets a game loop draw without a React render: it calls this once per frame. */
export interface BoardHandle {
  draw(view: BoardView): void;
}

interface BoardProps {
  readonly cell: number;
  readonly overscan?: number;
  /** What a screen reader says of the board when it is asked; changing it announces nothing. */
  readonly label: string;
  /** The view to draw, for a board that changes by rendering. */
  readonly view?: BoardView | undefined;
  /** For a board that is drawn by a loop. */
  readonly handle?: RefObject<BoardHandle | null> | undefined;
  /** Words laid over the well: paused, game over. */
  readonly children?: ReactNode;
}

export function Board({ cell, overscan = 2, label, view, handle, children }: BoardProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<BoardRenderer | null>(null);
  const last = useRef<BoardView | null>(view ?? null);
  const theme = useThemeName();
  useLayoutEffect(() => {
    if (!canvas.current) return;
    const inks = readBoardInks(canvas.current, theme);
    renderer.current = createBoardRenderer({ canvas: canvas.current, inks, cell, overscan });
    if (last.current) renderer.current.draw(last.current);
  }, [cell, overscan, theme]);
  useLayoutEffect(() => {
    if (!view) return;
    last.current = view;
    renderer.current?.draw(view);
  }, [view]);
  useImperativeHandle(handle, () => ({
    draw(next) {
      last.current = next;
      renderer.current?.draw(next);
    },
  }));
  const width = columns * cell;
  return (
    <div
      className={cx(css["board"], children ? css["veiled"] : undefined)}
      style={{ width, height: visibleRows * cell }}
    >
      <canvas ref={canvas} style={{ width, height: (visibleRows + overscan) * cell }} role="img" aria-label={label} />
      {children ? <div className={css["veil"]}>{children}</div> : null}
    </div>
  );
}
