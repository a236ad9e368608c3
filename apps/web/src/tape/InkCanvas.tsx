import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useThemeName } from "../theme/theme.ts";
import { preparedContext } from "./canvas.ts";
import type { TapeGeometry } from "./geometry.ts";
import { readInks, type TapeInks } from "./inks.ts";
import { paintTape } from "./paint.ts";
import css from "./Tape.module.css";
import type { TapeModel, TapeMoment } from "./types.ts";
import { useColumns } from "./useColumns.ts";
import type { TapeMeasures } from "./variants.ts";

interface InkCanvasProps {
  readonly model: TapeModel;
  readonly geometry: TapeGeometry;
  readonly measures: TapeMeasures;
  readonly moments: readonly TapeMoment[];
  readonly head: number | null;
  readonly lanes: number;
  readonly mini: boolean;
}

/** The notches. Redrawn when the match, the head, the size or the theme changes, and at no other time. */
export function InkCanvas(props: InkCanvasProps): ReactNode {
  const { model, geometry, measures, moments, head, lanes, mini } = props;
  const ref = useRef<HTMLCanvasElement>(null);
  const inks = useRef<{ readonly theme: string; readonly inks: TapeInks } | null>(null);
  const columnsFor = useColumns();
  const theme = useThemeName();
  useLayoutEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const ctx = preparedContext(canvas, geometry.width, measures.paper);
    if (!ctx) return;
    if (inks.current?.theme !== theme) inks.current = { theme, inks: readInks(canvas, model.game) };
    const columns = columnsFor(model, geometry, lanes);
    paintTape(ctx, { model, geometry, measures, inks: inks.current.inks, head, moments, columns, mini });
  });
  return (
    <canvas
      ref={ref}
      className={css["ink"]}
      style={{ top: measures.rail, width: geometry.width, height: measures.paper }}
      aria-hidden="true"
    />
  );
}
