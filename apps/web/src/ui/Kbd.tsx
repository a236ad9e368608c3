import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import css from "./Kbd.module.css";

interface KbdProps {
  readonly className?: string;
  readonly children: ReactNode;
}

export function Kbd({ className, children }: KbdProps): ReactNode {
  return <kbd className={cx(css["kbd"], className)}>{children}</kbd>;
}
