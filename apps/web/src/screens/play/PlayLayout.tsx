import { type ReactNode, useRef } from "react";
import { ButtonLink } from "../../ui/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/Icon.tsx";
import { usePageTitle } from "../../ui/usePageTitle.ts";
import css from "./PlayLayout.module.css";
import { useBoardCell } from "./useBoardCell.ts";

interface PlayLayoutProps {
  /** "Marathon". */
  readonly title: string;
  /** "150 lines". */
  readonly detail: string;
  /** Keys named at the top right, or the pause button of a phone. */
  readonly corner: ReactNode;
  readonly left: ReactNode;
  readonly renderBoard: (cell: number) => ReactNode;
  readonly right: ReactNode;
  readonly tape: ReactNode;
  readonly ladder: ReactNode;
  readonly pad: ReactNode;
}

/** The table of a solo match: board in the middle, figures hung on its walls, the Tape along the lower edge. */
export function PlayLayout(props: PlayLayoutProps): ReactNode {
  usePageTitle(props.title);
  const stage = useRef<HTMLDivElement>(null);
  const cell = useBoardCell(stage);
  return (
    <div className={css["screen"]}>
      <header className={css["bar"]}>
        <ButtonLink href="/" kind="ghost" square label="Leave">
          <Icon name="back" />
        </ButtonLink>
        <h1>{props.title}</h1>
        <span className="cap desk">{props.detail}</span>
        <span className="spacer" />
        <span className={css["keys"]}>{props.corner}</span>
      </header>
      <main ref={stage} className={css["stage"]}>
        {cell > 0 ? (
          <div className={css["columns"]} style={{ height: cell * 20 }}>
            <div className={css["left"]}>{props.left}</div>
            {props.renderBoard(cell)}
            <div className={css["right"]}>{props.right}</div>
          </div>
        ) : null}
      </main>
      <div className={css["dock"]}>
        {props.tape}
        <div className={cx(css["ladder"])}>{props.ladder}</div>
      </div>
      <div className={css["pad"]}>{props.pad}</div>
    </div>
  );
}
