import { type CSSProperties, memo, type ReactNode, useMemo, useRef } from "react";
import { cx } from "../ui/cx.ts";
import { useWidth } from "../ui/useWidth.ts";
import { formatCount, sayCount } from "../words/numbers.ts";
import { isDense, recordingSpan, seqOfX, type TapeGeometry, xOfSeq } from "./geometry.ts";
import { FreshCut } from "./FreshCut.tsx";
import { Head } from "./Head.tsx";
import { InkCanvas } from "./InkCanvas.tsx";
import { fittingMoments } from "./moments.ts";
import { Paper } from "./Paper.tsx";
import { Rail } from "./Rail.tsx";
import { Scale, scaleMarks } from "./Scale.tsx";
import css from "./Tape.module.css";
import { Words } from "./Words.tsx";
import { TapeSlider } from "./TapeSlider.tsx";
import type { SeqRange, TapeFace, TapeModel, TapeMoment, TapeState } from "./types.ts";
import { measuresOf, type TapeMeasures } from "./variants.ts";

interface TapeProps {
  readonly variant: "play" | "replay";
  readonly model: TapeModel;
  readonly state: TapeState;
  /** The event the board shows, 0 before the first. While recording, the last one. */
  readonly head: number;
  /** Absent on a tape that is only looked at: a recording, a preview. */
  readonly onSeek?: ((seq: number) => void) | undefined;
  /** Words beside the notches, where there is room for them. */
  readonly faceOf?: ((seq: number) => TapeFace) | undefined;
  /** While it plays by itself, the position is announced once a second instead of with every event. */
  readonly playing?: boolean;
}

/** Stretches of missing events, in pixels. */
function missingRanges(state: TapeState, geometry: TapeGeometry): readonly SeqRange[] {
  if (state.status === "gone") return [{ from: 1, to: geometry.width - 5 }];
  if (state.status !== "damaged") return [];
  return state.missing.map(({ from, to }) => ({ from: xOfSeq(geometry, from), to: xOfSeq(geometry, to) }));
}

const isTorn = (state: TapeState): boolean =>
  state.status === "recording" || (state.status === "kept" && state.rung === "device");

/** The log of a match as a strip of paper: a notch per event, a glyph per key moment, and the play head. */
export const Tape: (props: TapeProps) => ReactNode = memo(function Tape(props: TapeProps) {
  const { variant, model, state, head, onSeek, faceOf, playing = false } = props;
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const recording = state.status === "recording";
  const measures = measuresOf(variant, model.lanes);
  const { geometry, shown } = useTapeGeometry({ model, width, measures, recording });
  const marks = useMemo(() => (variant === "replay" ? scaleMarks(model, geometry) : []), [variant, model, geometry]);
  // While recording it stands at the edge of the ink: the next event is cut where it is now.
  const x = Math.round(xOfSeq(geometry, recording && head > 0 ? head + 1 : head));
  const height = measures.rail + measures.paper + measures.scale;
  return (
    <div
      ref={host}
      className={cx(css["tape"], "onpaper")}
      style={{ height }}
      {...(onSeek ? {} : { role: "img", "aria-label": `The Tape, ${sayCount(model.length, "event")}` })}
    >
      {width > 0 ? (
        <>
          <div style={paperPlace(measures.rail)}>
            <Paper
              width={geometry.width}
              height={measures.paper}
              torn={isTorn(state)}
              missing={missingRanges(state, geometry)}
              mini={false}
            />
          </div>
          <Rail game={model.game} moments={shown} geometry={geometry} />
          <InkCanvas
            model={model}
            geometry={geometry}
            measures={measures}
            moments={isDense(geometry) ? shown : model.moments}
            head={recording ? null : head}
            lanes={model.lanes}
            mini={false}
          />
          {recording ? (
            <FreshCut key={model.length} seq={model.length} geometry={geometry} measures={measures} />
          ) : null}
          {recording ? <RecordedCount x={x} width={geometry.width} top={measures.rail} length={model.length} /> : null}
          {faceOf ? <Words model={model} geometry={geometry} faceOf={faceOf} top={measures.rail} /> : null}
          <Scale marks={marks} headX={x} />
          <Head x={x} measures={measures} label={recording ? null : formatCount(head)} mini={false} />
          {onSeek ? (
            <TapeSlider
              model={model}
              head={head}
              measures={measures}
              playing={playing}
              onSeek={onSeek}
              seqAt={(px, onRail) => seqNear(px, onRail ? shown.map((each) => each.seq) : [], geometry, model.length)}
            />
          ) : null}
        </>
      ) : null}
    </div>
  );
});

interface GeometryInput {
  readonly model: TapeModel;
  readonly width: number;
  readonly measures: TapeMeasures;
  readonly recording: boolean;
}

interface GeometryOutput {
  readonly geometry: TapeGeometry;
  /** Moments whose glyphs fit. */
  readonly shown: readonly TapeMoment[];
}

function useTapeGeometry({ model, width, measures, recording }: GeometryInput): GeometryOutput {
  const span = recording ? recordingSpan(model.length) : Math.max(1, model.length);
  const geometry = useMemo<TapeGeometry>(
    () => ({ width: Math.max(120, width), pad: measures.pad, span }),
    [width, measures.pad, span],
  );
  const shown = useMemo(
    () => fittingMoments(model.moments, geometry, { apart: isDense(geometry) ? 26 : 13, limit: measures.glyphLimit }),
    [model.moments, geometry, measures.glyphLimit],
  );
  return { geometry, shown };
}

const paperPlace = (top: number): CSSProperties => ({ position: "absolute", left: 0, top });

/** The event under the pointer; on the rail, the moment whose glyph is within a finger's breadth. */
function seqNear(px: number, moments: readonly number[], geometry: TapeGeometry, length: number): number {
  const near = moments.find((seq) => Math.abs(xOfSeq(geometry, seq) - px) <= 8);
  return near ?? seqOfX(geometry, px, length);
}

interface RecordedCountProps {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly length: number;
}

/** The number of events, on the blank paper after the head. */
function RecordedCount({ x, width, top, length }: RecordedCountProps): ReactNode {
  if (length === 0) return null;
  const words = width < 500 ? formatCount(length) : sayCount(length, "event");
  const room = width - x > words.length * 7 + 28;
  return (
    <span className={css["count"]} style={room ? { left: x + 16, top: top + 14 } : { right: 12, top: top + 14 }}>
      {words}
    </span>
  );
}
