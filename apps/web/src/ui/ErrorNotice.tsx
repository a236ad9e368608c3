import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import css from "./ErrorNotice.module.css";
import { Icon } from "./Icon.tsx";

/** Every failure a person can see answers three questions. */
export interface Trouble {
  readonly what: string;
  readonly safe: string;
  readonly next: string;
  /** Exact identifiers for a report: tag, event number, head. */
  readonly detail?: string | undefined;
}

interface ErrorNoticeProps {
  readonly trouble: Trouble;
  readonly actions?: ReactNode;
}

export function ErrorNotice({ trouble, actions }: ErrorNoticeProps): ReactNode {
  return (
    <section className={css["notice"]} role="alert">
      <span className={css["sign"]}>
        <Icon name="warn" />
      </span>
      <div>
        <h2>{trouble.what}</h2>
        <dl>
          <dt>What is safe</dt>
          <dd>{trouble.safe}</dd>
          <dt>What to do</dt>
          <dd>{trouble.next}</dd>
        </dl>
      </div>
      {trouble.detail ? <p className={cx("num", css["detail"])}>{trouble.detail}</p> : null}
      {actions ? <div className={css["actions"]}>{actions}</div> : null}
    </section>
  );
}
