import type { ReactNode } from "react";
import css from "./VisuallyHidden.module.css";

interface VisuallyHiddenProps {
  readonly as?: "span" | "h1";
  readonly children: ReactNode;
}

/** Words for screen readers alone. */
export function VisuallyHidden({ as: Tag = "span", children }: VisuallyHiddenProps): ReactNode {
  return <Tag className={css["hidden"]}>{children}</Tag>;
}
