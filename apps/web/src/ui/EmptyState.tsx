import type { ReactNode } from "react";
import css from "./EmptyState.module.css";

interface EmptyStateProps {
  /** 1 where there is nothing else on the page. */
  readonly level?: 1 | 2;
  readonly title: string;
  readonly words: string;
  /** The next step, when the screen has not offered it already. */
  readonly action?: ReactNode;
}

export function EmptyState({ level = 2, title, words, action }: EmptyStateProps): ReactNode {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className={css["empty"]}>
      <Heading>{title}</Heading>
      <p>{words}</p>
      {action}
    </div>
  );
}
