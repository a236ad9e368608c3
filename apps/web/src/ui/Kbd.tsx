import type { ReactNode } from "react";
import css from "./Kbd.module.css";

export function Kbd({ children }: { readonly children: ReactNode }): ReactNode {
  return <kbd className={css["kbd"]}>{children}</kbd>;
}
