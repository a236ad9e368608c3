import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import css from "./NumberSlider.module.css";

interface NumberSliderProps {
  readonly label: string;
  readonly hint: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly format: (value: number) => string;
  readonly onChange: (value: number) => void;
}

/** A number on a ruler with its value and unit in words. */
export function NumberSlider({
  label,
  hint,
  value,
  min,
  max,
  step = 1,
  format,
  onChange,
}: NumberSliderProps): ReactNode {
  const id = useId();
  return (
    <div className={css["row"]}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} className="num">
        {format(value)}
      </output>
      <p className={cx("cap", css["hint"])}>{hint}</p>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={format(value)}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
