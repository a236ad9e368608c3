import { type ReactNode, useMemo, useRef } from "react";
import { cx } from "../ui/cx.ts";
import { useWidth } from "../ui/useWidth.ts";
import { miniWidth, type TapeGeometry, xOfSeq } from "./geometry.ts";
import { Head } from "./Head.tsx";
import { InkCanvas } from "./InkCanvas.tsx";
import { fittingMoments } from "./moments.ts";
import { Paper } from "./Paper.tsx";
import css from "./Tape.module.css";
import type { TapeModel, TapeState } from "./types.ts";
import { measuresOf } from "./variants.ts";

/** Events that the paper of a match just begun has room for. */
const shortestSpan = 40;

interface MiniTapeProps {
  readonly model: TapeModel;
  readonly state: TapeState;
  /** Fills the width given to it instead of growing with the match. */
  readonly stretch?: boolean;
  /** The last event of an unfinished match: paper after it stays blank. */
  readonly head?: number | undefined;
}

/** A match in a list: one lane, no words of its own, decoration of the row that says everything in text. */
export function MiniTape({ model, state, stretch = false, head }: MiniTapeProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const available = useWidth(host);
  const measures = measuresOf("mini", 1);
  const width = stretch ? available : miniWidth(model.length, available);
  const span = head === undefined ? Math.max(1, model.length) : Math.max(shortestSpan, Math.ceil(model.length * 1.3));
  const geometry = useMemo<TapeGeometry>(() => ({ width, pad: measures.pad, span }), [width, measures.pad, span]);
  const moments = useMemo(
    () => fittingMoments(model.moments, geometry, { apart: 8, limit: model.length > 20000 ? 8 : 60 }),
    [model.moments, model.length, geometry],
  );
  const torn = state.status === "recording" || (state.status === "kept" && state.rung === "device");
  return (
    <div ref={host} className={cx(css["tape"], "onpaper")} style={{ height: measures.paper }} aria-hidden="true">
      {available > 0 ? (
        <>
          <Paper width={width} height={measures.paper} torn={torn} missing={missingOf(state, geometry)} mini />
          {state.status === "gone" ? null : (
            <InkCanvas
              model={model}
              geometry={geometry}
              measures={measures}
              moments={moments}
              head={null}
              lanes={1}
              mini
            />
          )}
          {head === undefined ? null : (
            <Head x={Math.round(xOfSeq(geometry, head))} measures={measures} label={null} mini />
          )}
          {state.status === "refused" ? <Flag x={xOfSeq(geometry, state.seq)} height={measures.paper} /> : null}
        </>
      ) : null}
    </div>
  );
}

function missingOf(
  state: TapeState,
  geometry: TapeGeometry,
): readonly { readonly from: number; readonly to: number }[] {
  if (state.status === "gone") return [{ from: 1, to: geometry.width - 2 }];
  if (state.status !== "damaged") return [];
  return state.missing.map(({ from, to }) => ({ from: xOfSeq(geometry, from), to: xOfSeq(geometry, to) }));
}

/** The flag of a refused match, at its first wrong event. */
function Flag({ x, height }: { readonly x: number; readonly height: number }): ReactNode {
  const at = Math.round(x);
  return (
    <svg className={css["flag"]} style={{ top: -7 }} width={1} height={height + 11} aria-hidden="true">
      <path d={`M${at - 5} 0h10l-5 7z`} fill="var(--signal)" />
      <path d={`M${at} 3V${height + 11}`} stroke="var(--signal)" strokeWidth={2} />
      <path d={`M${at} 7.5V${height + 6.5}`} stroke="var(--h-signal)" strokeWidth={2} />
    </svg>
  );
}
