import type { CSSProperties, ReactNode } from "react";
import { seqAtTick } from "./time.ts";
import { intentOfKey, seqOfIntent } from "./intents.ts";
import { sayHead } from "./say.ts";
import css from "./Tape.module.css";
import type { TapeModel } from "./types.ts";
import { useDrag } from "./useDrag.ts";
import type { TapeMeasures } from "./variants.ts";

interface TapeSliderProps {
  readonly model: TapeModel;
  readonly head: number;
  readonly measures: TapeMeasures;
  readonly playing: boolean;
  readonly onSeek: (seq: number) => void;
  readonly seqAt: (x: number, onRail: boolean) => number;
}

const ringStyle = (measures: TapeMeasures): CSSProperties => {
  const height = measures.rail + measures.paper + measures.scale;
  const style: Record<string, string | number> = {
    height,
    "--ring-top": `${measures.rail}px`,
    "--ring-bottom": `${measures.scale}px`,
  };
  return style;
};

/** Pointer, touch and keys on the Tape, and its voice for screen readers. */
export function TapeSlider({ model, head, measures, playing, onSeek, seqAt }: TapeSliderProps): ReactNode {
  const spoken = spokenHead(model, head, playing);
  const drag = useDrag(({ x, y, phase }) => onSeek(seqAt(x, phase === "press" && y < measures.rail)));
  return (
    <div
      className={css["touch"]}
      style={ringStyle(measures)}
      role="slider"
      tabIndex={0}
      aria-label="The Tape"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={model.length}
      aria-valuenow={spoken}
      aria-valuetext={sayHead(model, spoken)}
      onKeyDown={(event) => {
        const intent = intentOfKey(event);
        if (!intent) return;
        event.preventDefault();
        event.stopPropagation();
        onSeek(seqOfIntent(model, head, intent));
      }}
      {...drag}
    />
  );
}

/** The head as announced: while playing it follows once a second, at the event that opened the second. */
function spokenHead(model: TapeModel, head: number, playing: boolean): number {
  if (!playing || head === 0) return Math.min(head, model.length);
  const second = Math.floor((model.ticks[head - 1] ?? 0) / model.ticksPerSecond);
  return Math.min(head, seqAtTick(model, second * model.ticksPerSecond));
}
