import { type ReactNode, useMemo } from "react";
import { Board } from "../../boards/tetris/Board.tsx";
import { sampleBoard } from "../../sample/board.ts";
import { cx } from "../../ui/cx.ts";
import css from "./KitScreen.module.css";

export function KitBoards(): ReactNode {
  const view = useMemo(() => sampleBoard(), []);
  const plain = useMemo(() => sampleBoard(false), []);
  return (
    <section>
      <h2>Board</h2>
      <div className={cx(css["row"], css["top"])}>
        <Board cell={24} label="Board, highest column 8" view={view} />
        <Board cell={16} label="Board, small" view={view} />
        <Board cell={16} label="Board without joins" view={plain} />
      </div>
    </section>
  );
}
