import { memo, type ReactNode } from "react";
import { PieceArt } from "../../art/PieceArt.tsx";
import type { PieceLetter } from "../../art/pieces.ts";
import { cx } from "../../ui/cx.ts";
import { useIsPhone } from "../../ui/useIsPhone.ts";
import css from "./Panel.module.css";
import type { BoardCall, BoardStat } from "./types.ts";

/** Cell sizes of the pieces beside a board. */
const panelSizes = {
  play: { hold: 22, first: 24, next: 20 },
  replay: { hold: 18, first: 18, next: 18 },
  phone: { hold: 13, first: 12, next: 12 },
} as const;

export type PanelPlace = "play" | "replay";

const usePanelSizes = (place: PanelPlace): (typeof panelSizes)[keyof typeof panelSizes] =>
  panelSizes[useIsPhone() ? "phone" : place];

interface HoldProps {
  readonly piece: PieceLetter | null;
  readonly spent: boolean;
  readonly place: PanelPlace;
}

/** The held piece, hung right-aligned on the left wall. */
export const Hold: (props: HoldProps) => ReactNode = memo(function Hold({ piece, spent, place }: HoldProps) {
  const sizes = usePanelSizes(place);
  return (
    <section aria-label={piece ? `Hold: ${piece}` : "Hold: empty"}>
      <h3 className={css["label"]}>Hold</h3>
      <div className={cx(css["slot"], spent && css["spent"])}>
        {piece ? <PieceArt piece={piece} size={sizes.hold} /> : null}
      </div>
    </section>
  );
});

/** The queue is a conveyor: its places stay, the pieces pass through them. */
const places = ["first", "second", "third", "fourth", "fifth", "sixth"] as const;

interface NextProps {
  readonly pieces: readonly PieceLetter[];
  readonly place: PanelPlace;
}

export const Next: (props: NextProps) => ReactNode = memo(function Next({ pieces, place }: NextProps) {
  const sizes = usePanelSizes(place);
  return (
    <section aria-label={`Next: ${pieces.join(", ")}`}>
      <h3 className={css["label"]}>Next</h3>
      <ol className={cx(css["next"], place === "replay" && css["compact"])}>
        {places.map((name, i) => {
          const piece = pieces[i];
          if (!piece) return null;
          return (
            <li key={name}>
              <PieceArt piece={piece} size={i === 0 ? sizes.first : sizes.next} />
            </li>
          );
        })}
      </ol>
    </section>
  );
});

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
