import type { ReactNode } from "react";
import css from "./EmptyState.module.css";

interface EmptyStateProps {
  readonly title: string;
  readonly words: string;
  /** The next step, when the screen has not offered it already. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, words, action }: EmptyStateProps): ReactNode {
  return (
    <div className={css["empty"]}>
      <h2>{title}</h2>
      <p>{words}</p>
      {action}
    </div>
  );
}
