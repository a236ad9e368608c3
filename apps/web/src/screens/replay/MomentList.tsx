import { type ReactNode, useEffect, useRef } from "react";
import type { TapeModel, TapeMoment } from "../../tape/types.ts";
import { cx } from "../../ui/cx.ts";
import { Glyph } from "../../ui/Glyph.tsx";
import { formatClock, formatCount } from "../../words/numbers.ts";
import css from "./MomentList.module.css";

interface MomentListProps {
  readonly model: TapeModel;
  readonly head: number;
  readonly onSeek: (seq: number) => void;
}

/** The moment the head stands on or has passed last. */
export const currentMoment = (moments: readonly TapeMoment[], head: number): TapeMoment | null =>
  moments.findLast((moment) => moment.seq <= head) ?? null;

/** Every key moment with its word, time and event; the current one is marked and kept in sight. */
export function MomentList({ model, head, onSeek }: MomentListProps): ReactNode {
  const list = useRef<HTMLOListElement>(null);
  const current = currentMoment(model.moments, head);
  const place = current === null ? -1 : model.moments.indexOf(current);
  useEffect(() => {
    const item = list.current?.children[place];
    if (item) keepInSight(list.current, item);
  }, [place]);
  return (
    <>
      <h2 className={css["title"]}>Key moments</h2>
      {model.moments.length === 0 ? <p className="cap">None in this match. Every event is on the Tape.</p> : null}
      <ol ref={list} className={css["list"]}>
        {model.moments.map((moment) => (
          <li key={`${moment.seq} ${moment.glyph}`}>
            <button
              type="button"
              className={css["moment"]}
              aria-current={moment === current ? "true" : undefined}
              onClick={() => onSeek(moment.seq)}
            >
              <Glyph name={moment.glyph} game={model.game} />
              <span>{moment.label}</span>
              <span className={cx("num", css["number"])}>
                {formatClock((model.ticks[moment.seq - 1] ?? 0) / model.ticksPerSecond)}
              </span>
              <span className={cx("num", css["number"], css["seq"])}>{formatCount(moment.seq)}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Scrolls the list alone: `scrollIntoView` would move the page under a phone's thumb as well. */
function keepInSight(list: Element | null, item: Element): void {
  if (!list) return;
  const box = list.getBoundingClientRect();
  const row = item.getBoundingClientRect();
  if (row.top < box.top) list.scrollTop -= box.top - row.top;
  if (row.bottom > box.bottom) list.scrollTop += row.bottom - box.bottom;
}
