import { memo, type ReactNode } from "react";
import { PieceArt } from "../../art/PieceArt.tsx";
import type { PieceLetter } from "../../art/pieces.ts";
import { cx } from "../../ui/cx.ts";
import css from "./Panel.module.css";
import type { BoardCall, BoardStat } from "./types.ts";

interface HoldProps {
  readonly piece: PieceLetter | null;
  readonly spent: boolean;
  readonly size: number;
}

/** The held piece, hung right-aligned on the left wall. */
export const Hold: (props: HoldProps) => ReactNode = memo(({ piece, spent, size }: HoldProps) => (
  <section aria-label={piece ? `Hold: ${piece}` : "Hold: empty"}>
    <h3 className={css["label"]}>Hold</h3>
    <div className={cx(css["slot"], spent && css["spent"])}>
      {piece ? <PieceArt piece={piece} size={size} /> : null}
    </div>
  </section>
));

interface NextProps {
  readonly pieces: readonly PieceLetter[];
  readonly size: number;
  /** Size of the piece that comes first. */
  readonly firstSize?: number;
  readonly compact?: boolean;
}

export const Next: (props: NextProps) => ReactNode = memo(({ pieces, size, firstSize = size, compact }: NextProps) => (
  <section aria-label={`Next: ${pieces.join(", ")}`}>
    <h3 className={css["label"]}>Next</h3>
    <ol className={cx(css["next"], compact && css["compact"])}>
      {pieces.map((piece, i) => (
        // The queue is a conveyor: its places are its identity, the pieces pass through them.
        <li key={`place ${i}`}>
          <PieceArt piece={piece} size={i === 0 ? firstSize : size} />
        </li>
      ))}
    </ol>
  </section>
));

interface StatsProps {
  readonly stats: readonly BoardStat[];
  /** The first figure is the one big number of the screen. */
  readonly lead?: boolean;
  readonly compact?: boolean;
}

/** Figures with their words under them, right-aligned to the board's wall. */
export function Stats({ stats, lead = false, compact = false }: StatsProps): ReactNode {
  return (
    <dl className={cx(css["stats"], compact && css["compact"])}>
      {stats.map(({ value, word }, i) => (
        <div key={word} className={cx(lead && i === 0 && css["big"])}>
          <dt>{word}</dt>
          <dd data-long={value.length > 7}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What just happened or is about to count, in words. */
export function Call({ call }: { readonly call: BoardCall | null }): ReactNode {
  return (
    <div className={css["call"]} aria-live="polite">
      {call ? (
        <>
          <b className="flare">{call.title}</b>
          {call.detail ? <span className="cap">{call.detail}</span> : null}
        </>
      ) : null}
    </div>
  );
}
