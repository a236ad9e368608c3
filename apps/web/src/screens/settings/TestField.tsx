import { type ReactNode, useRef } from "react";
import { Board, type BoardHandle } from "../../boards/tetris/Board.tsx";
import type { Handling } from "../../stores/settings-schema.ts";
import { formatMs, sayCount } from "../../words/numbers.ts";
import css from "./SettingsScreen.module.css";
import { type Run, useTestMatch } from "./useTestMatch.ts";

/** Width of the field's column is 200 px. */
const CELL = 16;

/** A board that obeys the handling as it stands, for as long as it has the focus; and what the hand did on it. */
export function TestField({ handling }: { readonly handling: Handling }): ReactNode {
  const field = useRef<HTMLButtonElement>(null);
  const board = useRef<BoardHandle | null>(null);
  const { run, isOn, onFocus, onBlur } = useTestMatch(handling, board);
  return (
    <>
      <button
        ref={field}
        type="button"
        className={css["test"]}
        onFocus={onFocus}
        onBlur={onBlur}
        onClick={() => field.current?.focus()}
      >
        <Board cell={CELL} overscan={1} label="Test board, your keys move a piece here" handle={board}>
          {isOn ? null : <span>Click here, then use your keys</span>}
        </Board>
      </button>
      <p className="cap" aria-live="off">
        {sayRun(run)}
      </p>
    </>
  );
}

function sayRun(run: Run | null): ReactNode {
  if (run === null) return "Hold left or right: the time and the way are shown here.";
  return (
    <>
      <span className="num">{formatMs(run.ms)}</span>
      {`, ${sayCount(run.cells, "cell")} ${run.side}`}
    </>
  );
}
