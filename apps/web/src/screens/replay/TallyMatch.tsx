import { type ReactNode, useRef } from "react";
import { cx } from "../../ui/cx.ts";
import { useWidth } from "../../ui/useWidth.ts";

/** Depths of the cuts, drawn from the digits of a head: two heads that differ cut two different sticks. */
function cutsOf(head: string, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => {
    const digit = Number.parseInt(head.charAt(i % Math.max(1, head.length)) || "0", 16);
    return digit > 12 ? 13 : 4 + (digit % 6);
  });
}

/** Two halves of one tally stick with meeting cuts: shown only when both heads are equal. */
export function TallyMatch({ head }: { readonly head: string }): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const cuts = cutsOf(head, Math.max(0, Math.floor((width - 16) / 5)));
  const upper = cuts.map((depth, i) => `M${9 + i * 5} 25v-${depth}`).join("");
  const lower = cuts.map((depth, i) => `M${9 + i * 5} 31v${depth}`).join("");
  return (
    <div ref={host} className={cx("onpaper")} style={{ height: 56 }}>
      <svg width={width} height={56} role="img" aria-label="Two halves of the tally with the same cuts">
        <path d={`M1 4H${width - 1}V25H1zM1 31H${width - 1}V52H1z`} fill="var(--tape)" stroke="var(--tape-edge)" />
        <path d={`${upper}${lower}`} stroke="var(--tape-ink)" strokeWidth={1.75} />
        <path d={`M0 28H${width}`} stroke="var(--ink)" strokeWidth={2} />
      </svg>
    </div>
  );
}
