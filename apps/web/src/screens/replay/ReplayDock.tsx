import type { ReactNode } from "react";
import { Glass } from "../../tape/Glass.tsx";
import { Tape } from "../../tape/Tape.tsx";
import type { TapeFace, TapeModel, TapeState } from "../../tape/types.ts";
import { cx } from "../../ui/cx.ts";
import { FullLadder, SmallLadder } from "../../ui/Ladder.tsx";
import type { Rung } from "../../ui/promise.ts";
import { formatCount } from "../../words/numbers.ts";
import css from "./ReplayDock.module.css";

interface ReplayDockProps {
  readonly model: TapeModel;
  readonly state: TapeState;
  readonly rung: Rung;
  readonly head: number;
  readonly playing: boolean;
  readonly faceOf: (seq: number) => TapeFace;
  readonly onSeek: (seq: number) => void;
}

/** Glass over Tape, the current event in words, and the ladder at the right end. */
export function ReplayDock({ model, state, rung, head, playing, faceOf, onSeek }: ReplayDockProps): ReactNode {
  const face = head > 0 ? faceOf(head) : null;
  const note = face?.note ? ` · ${face.note}` : "";
  return (
    <div className={css["dock"]}>
      <Glass model={model} head={head} faceOf={faceOf} onSeek={onSeek} />
      <div className={css["now"]}>
        <span>
          <b>{face?.word ?? "Before the first event"}</b>
          <span className={cx("num", "cap")}>
            event {formatCount(head)}
            {note}
          </span>
        </span>
        <span className={css["small"]}>
          <SmallLadder rung={rung} />
        </span>
      </div>
      <Tape
        variant="replay"
        model={model}
        state={state}
        head={head}
        onSeek={onSeek}
        faceOf={faceOf}
        playing={playing}
      />
      <div className={css["ladder"]}>
        <FullLadder rung={rung} />
      </div>
    </div>
  );
}
