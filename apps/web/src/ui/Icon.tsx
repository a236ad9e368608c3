import type { ReactNode } from "react";
import { type IconName, icons } from "../art/icons.ts";

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
}

/** Decorative: the control or text beside it carries the word. */
export function Icon({ name, size = 20 }: IconProps): ReactNode {
  const art = icons[name];
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {art.stroke ? (
        <path d={art.stroke} fill="none" stroke="currentColor" strokeWidth={1.75} strokeDasharray={art.dash} />
      ) : null}
      {art.solid ? <path d={art.solid} fill="currentColor" /> : null}
    </svg>
  );
}
