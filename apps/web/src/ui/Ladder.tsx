import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import css from "./Ladder.module.css";
import { isProven, type Rung, rungHeight, rungs, rungTitle, rungWords } from "./promise.ts";

/** The ladder as a 14 x 16 sign: two rails, filled from below. */
export function LadderSign({ rung }: { readonly rung: Rung }): ReactNode {
  const reached = rungHeight(rung);
  const hue = isProven(rung) ? "var(--ok)" : "var(--ink)";
  return (
    <svg width={14} height={16} viewBox="0 0 14 16" aria-hidden="true">
      <path d="M1.25 0v16M12.75 0v16" stroke={isProven(rung) ? "var(--ok)" : "var(--ink2)"} strokeWidth={1.5} />
      {rungs.map((name, i) => {
        const y = 14 - i * 4;
        return i < reached ? (
          <rect key={name} x={2} y={y - 1} width={10} height={2.5} fill={hue} />
        ) : (
          <rect key={name} x={2} y={y - 0.25} width={10} height={1} fill="var(--line2)" />
        );
      })}
    </svg>
  );
}

interface SmallLadderProps {
  readonly rung: Rung;
  /** Other words than the rung's own, such as "Uploading 12 of 50". */
  readonly words?: string | undefined;
  readonly quiet?: boolean;
}

/** Sign and word, for lists and for play. */
export function SmallLadder({ rung, words, quiet = false }: SmallLadderProps): ReactNode {
  return (
    <span className={cx(css["small"], quiet && css["quiet"], isProven(rung) && css["proven"])}>
      <LadderSign rung={rung} />
      <span>{words ?? rungTitle(rung)}</span>
    </span>
  );
}

interface FullLadderProps {
  readonly rung: Rung;
  /** A note beside a rung, such as the time it was reached. */
  readonly notes?: Partial<Readonly<Record<Rung, string>>>;
}

const noNotes: Partial<Readonly<Record<Rung, string>>> = {};

const fromTop = [...rungs].reverse();

/** All four words with their rungs; the highest reached one is bold. */
export function FullLadder({ rung, notes = noNotes }: FullLadderProps): ReactNode {
  const reached = rungHeight(rung);
  const proven = isProven(rung);
  const hue = proven ? "var(--ok)" : "var(--ink)";
  return (
    <ol className={css["full"]} aria-label={`Reached: ${rungWords[rung]}`}>
      {fromTop.map((name) => {
        const height = rungHeight(name);
        const place = height === reached ? css["top"] : height < reached ? css["below"] : undefined;
        return (
          <li key={name} className={cx(place, height === reached && proven && css["proven"])}>
            {rungWords[name]}
            {notes[name] ? <span className={cx("num", css["note"])}>{notes[name]}</span> : null}
          </li>
        );
      })}
      <li aria-hidden="true">
        <svg width={18} height={64}>
          <path d="M1 0v64M17 0v64" stroke={proven ? "var(--ok)" : "var(--ink2)"} strokeWidth={2} />
          {fromTop.map((name, i) => {
            const on = rungHeight(name) <= reached;
            const y = i * 16 + 8;
            return (
              <rect
                key={name}
                x={2}
                y={on ? y - 1.5 : y - 0.5}
                width={14}
                height={on ? 3 : 1}
                fill={on ? hue : "var(--line2)"}
              />
            );
          })}
        </svg>
      </li>
    </ol>
  );
}
