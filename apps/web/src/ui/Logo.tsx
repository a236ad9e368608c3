import type { ReactNode } from "react";

const halves =
  "M3 5h12v8.25h-1.75L11.25 9.5l-2 3.75h-1L6.25 9.5l-2 3.75H2V6a1 1 0 0 1 1-1zM22 5h3a1 1 0 0 1 1 1v7.25h-4zM3 23h12v-8.25h-1.75L11.25 18.5l-2-3.75h-1L6.25 18.5l-2-3.75H2V22a1 1 0 0 0 1 1zM22 23h3a1 1 0 0 0 1-1v-7.25h-4z";

/** A split tally: two halves with the same cuts, and a vermilion peg where the play head stands. */
export function Logo({ size = 28 }: { readonly size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <path fill="var(--ink)" d={halves} />
      <path fill="var(--signal)" d="M16.5 1h4v23l-2 3-2-3z" />
    </svg>
  );
}
