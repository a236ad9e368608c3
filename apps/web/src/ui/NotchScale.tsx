import type { ReactNode } from "react";
import css from "./NotchScale.module.css";

interface NotchScaleProps {
  readonly label: string;
  readonly values: readonly number[];
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly format: (value: number) => string;
  /** The value in words for a screen reader, such as "4 times speed". */
  readonly say: (value: number) => string;
  readonly width?: number;
}

const inset = 8;

/** A ruler of a few fixed values with a peg on the chosen one: a native range input lies over it. */
export function NotchScale({ label, values, value, onChange, format, say, width = 190 }: NotchScaleProps): ReactNode {
  const chosen = Math.max(0, values.indexOf(value));
  const xOf = (index: number): number => inset + (index * (width - 2 * inset)) / Math.max(1, values.length - 1);
  const peg = xOf(chosen);
  return (
    <div className={css["scale"]} style={{ width }}>
      <svg width={width} height={36} aria-hidden="true">
        <path d={`M0 8H${width}`} stroke="var(--line2)" />
        {values.map((each, i) => (
          <g key={each}>
            <path d={`M${xOf(i)} 8v${each === 1 ? 12 : 8}`} stroke="var(--ink2)" strokeWidth={1.5} />
            <text x={xOf(i)} y={32} textAnchor="middle" data-on={i === chosen}>
              {format(each)}
            </text>
          </g>
        ))}
        <path d={`M${peg - 5} 1h10v7l-5 5-5-5z`} fill="var(--ink)" />
      </svg>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={say(value)}
        min={0}
        max={values.length - 1}
        step={1}
        value={chosen}
        onChange={(event) => onChange(values[event.currentTarget.valueAsNumber] ?? value)}
      />
    </div>
  );
}
