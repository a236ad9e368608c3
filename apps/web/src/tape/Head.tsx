import type { ReactNode } from "react";
import css from "./Tape.module.css";
import type { TapeMeasures } from "./variants.ts";

interface HeadProps {
  readonly x: number;
  readonly measures: TapeMeasures;
  /** The event number in the tab; null shows the bare tip of a recording. */
  readonly label: string | null;
  readonly mini: boolean;
}

/** The vermilion play head: a line through rail and paper, and the tab that is dragged. */
export function Head({ x, measures, label, mini }: HeadProps): ReactNode {
  const top = mini ? -3 : 0;
  const height = measures.rail + measures.paper + (mini ? 6 : 4);
  return (
    <div className={css["head"]} style={{ transform: `translateX(${x}px)` }} aria-hidden="true">
      <i className={css["line"]} style={{ top, height }} />
      <i className={css["lineOnPaper"]} style={{ top: measures.rail + 0.5, height: measures.paper - 1 }} />
      {mini ? null : label === null ? (
        <svg className={css["tip"]} style={{ top: measures.rail + measures.paper + 2 }} width={10} height={11}>
          <path d="M0 0h10v6l-5 5-5-5z" fill="var(--signal)" />
        </svg>
      ) : (
        <span className={css["tab"]} style={{ top: measures.rail + measures.paper - 1 }}>
          {label}
        </span>
      )}
    </div>
  );
}
