import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import css from "./Segmented.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly word: string;
  readonly count?: number | undefined;
}

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly showLabel?: boolean;
}

/** One choice of a few words, underlined like a heading of a ledger: a radio group underneath. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>): ReactNode {
  const { label, segments, value, onChange, showLabel = false } = props;
  const name = useId();
  const labelId = `${name}-label`;
  return (
    <div className={css["group"]} role="radiogroup" aria-labelledby={labelId}>
      <span id={labelId} className={cx(css["label"])} hidden={!showLabel}>
        {showLabel ? label : <VisuallyHidden>{label}</VisuallyHidden>}
      </span>
      <div className={css["options"]}>
        {segments.map((segment) => (
          <label key={segment.value} className={css["option"]}>
            <input
              type="radio"
              name={name}
              checked={segment.value === value}
              onChange={() => onChange(segment.value)}
            />
            {segment.word}
            {segment.count === undefined ? null : <span className={css["count"]}>{segment.count}</span>}
          </label>
        ))}
      </div>
    </div>
  );
}
