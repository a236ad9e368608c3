import { type ReactNode, useLayoutEffect, useMemo, useRef } from "react";
import { useThemeName } from "../theme/theme.ts";
import { cx } from "../ui/cx.ts";
import { useWidth } from "../ui/useWidth.ts";
import { preparedContext } from "./canvas.ts";
import { xOfSeq } from "./geometry.ts";
import { readInks, type TapeInks } from "./inks.ts";
import { Paper } from "./Paper.tsx";
import { cellWidth, glassPaper, paintGlass } from "./paintGlass.ts";
import css from "./Tape.module.css";
import type { TapeFace, TapeModel } from "./types.ts";
import { useDrag } from "./useDrag.ts";
import { measuresOf } from "./variants.ts";

interface GlassProps {
  readonly model: TapeModel;
  readonly head: number;
  readonly faceOf: (seq: number) => TapeFace;
  readonly onSeek: (seq: number) => void;
}

/**
 * The same paper, one event per cell, its current cell straight above the play head. Dragging it is exact where
 * dragging the Tape is coarse. It repeats the Tape for the eye and hand only, so it has no voice of its own.
 */
export function Glass({ model, head, faceOf, onSeek }: GlassProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const inks = useRef<{ readonly theme: string; readonly inks: TapeInks } | null>(null);
  const width = useWidth(host);
  const theme = useThemeName();
  const momentBySeq = useMemo(() => new Map(model.moments.map((each) => [each.seq, each])), [model.moments]);
  const { pad } = measuresOf("replay", model.lanes);
  const x = Math.round(xOfSeq({ width, pad, span: Math.max(1, model.length) }, head));
  useLayoutEffect(() => {
    if (!canvas.current || width === 0) return;
    const ctx = preparedContext(canvas.current, width, glassPaper);
    if (!ctx) return;
    if (inks.current?.theme !== theme) inks.current = { theme, inks: readInks(canvas.current, model.game) };
    paintGlass(ctx, { model, head, x, width, inks: inks.current.inks, faceOf, momentBySeq, game: model.game });
  });
  const pressed = useRef(head);
  const drag = useDrag(({ x: at, dx, phase }) => {
    if (phase === "press") pressed.current = head;
    const steps = phase === "press" ? Math.round((at - x) / cellWidth) : 0;
    if (phase === "press" && steps !== 0) pressed.current = clamp(head + steps, model.length);
    onSeek(clamp(pressed.current - Math.round(dx / cellWidth), model.length));
  });
  return (
    <div ref={host} className={cx(css["glass"], "onpaper")} aria-hidden="true" {...drag}>
      {width > 0 ? (
        <>
          <Paper width={width} height={glassPaper} torn={false} missing={[]} mini={false} />
          <canvas ref={canvas} className={css["ink"]} style={{ width, height: glassPaper }} />
          <div className={css["head"]} style={{ transform: `translateX(${x}px)` }}>
            <i className={css["cell"]} style={{ width: cellWidth, left: -cellWidth / 2 }} />
            <i className={css["stem"]} />
          </div>
        </>
      ) : null}
    </div>
  );
}

const clamp = (seq: number, length: number): number => Math.max(1, Math.min(length, seq));
