import { type ReactNode, useRef } from "react";
import { ButtonLink } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { usePageTitle } from "../../ui/usePageTitle.ts";
import css from "./ReplayLayout.module.css";
import { useReplayCell } from "./useReplayCell.ts";

interface ReplayLayoutProps {
  readonly title: string;
  /** When, and where it branched off. */
  readonly detail: ReactNode;
  /** Export and share. */
  readonly corner: ReactNode;
  readonly left: ReactNode;
  readonly renderBoard: (cell: number) => ReactNode;
  readonly next: ReactNode;
  readonly moments: ReactNode;
  readonly integrity: ReactNode;
  readonly transport: ReactNode;
  readonly dock: ReactNode;
}

/** Board, moments and proof above; transport, glass and Tape along the lower edge. */
export function ReplayLayout(props: ReplayLayoutProps): ReactNode {
  usePageTitle(`${props.title}, replay`);
  const main = useRef<HTMLElement>(null);
  const cell = useReplayCell(main);
  return (
    <div className={css["screen"]}>
      <header className={css["bar"]}>
        <ButtonLink href="/history" kind="ghost" square label="Back to history">
          <Icon name="back" />
        </ButtonLink>
        <h1>{props.title}</h1>
        <span className="cap">{props.detail}</span>
        <span className="spacer" />
        {props.corner}
      </header>
      <main ref={main} className={css["main"]}>
        <div className={css["left"]} style={{ height: cell * 20 }}>
          {props.left}
        </div>
        <div className={css["board"]}>{cell > 0 ? props.renderBoard(cell) : null}</div>
        <div className={css["next"]}>{props.next}</div>
        <section className={css["moments"]} style={{ maxHeight: cell * 20 }}>
          {props.moments}
        </section>
        <section className={css["integrity"]}>{props.integrity}</section>
      </main>
      <div className={css["control"]}>{props.transport}</div>
      <div className={css["dock"]}>{props.dock}</div>
    </div>
  );
}
