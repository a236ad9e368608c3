import type { ReactNode } from "react";
import {
  defaultHandling,
  type Handling,
  handlingRange,
  type InitialAction,
  initialActions,
  instantSoftDrop,
} from "../../stores/settings-schema.ts";
import { Button } from "../../ui/Button.tsx";
import { NumberSlider } from "../../ui/NumberSlider.tsx";
import { Segmented } from "../../ui/Segmented.tsx";
import { formatMs } from "../../words/numbers.ts";
import css from "./SettingsScreen.module.css";

interface HandlingSectionProps {
  readonly handling: Handling;
  readonly onHandling: (change: Partial<Handling>) => void;
  readonly testField: ReactNode;
}

interface Dial {
  readonly name: keyof typeof handlingRange;
  readonly label: string;
  readonly hint: string;
}

const dials: readonly Dial[] = [
  { name: "das", label: "DAS", hint: "Hold a direction this long and the piece starts to run." },
  { name: "arr", label: "ARR", hint: "Time between its steps. 0 runs to the wall at once." },
  { name: "sdf", label: "Soft drop", hint: "Times the speed of the fall. Marathon has its own." },
  { name: "dcd", label: "DCD", hint: "Holds a running piece back after a turn or a new piece." },
  { name: "safelock", label: "Safe lock", hint: "A hard drop this soon after a piece locked by itself does nothing." },
];

interface Early {
  readonly name: "irs" | "ihs";
  readonly label: string;
}

const early: readonly Early[] = [
  { name: "irs", label: "Turn early" },
  { name: "ihs", label: "Hold early" },
];

const earlyWords: Readonly<Record<InitialAction, string>> = { off: "off", tap: "by press", hold: "by holding" };

function sayDial(name: Dial["name"], value: number): string {
  if (name === "sdf") return value === instantSoftDrop ? "instant" : `${value} times`;
  if (value > 0) return formatMs(value);
  return name === "arr" ? "0 ms, instant" : "off";
}

export function HandlingSection({ handling, onHandling, testField }: HandlingSectionProps): ReactNode {
  return (
    <section className={css["section"]}>
      <div>
        <h2>Handling</h2>
        <p className="cap">
          Recorded with each match, so that a replay moves as you moved. A change counts from the next match.
        </p>
      </div>
      <div className={css["handling"]}>
        <div className={css["sliders"]}>
          {dials.map(({ name, label, hint }) => {
            const [min, max] = handlingRange[name];
            return (
              <NumberSlider
                key={name}
                label={label}
                hint={hint}
                min={min}
                max={max}
                value={handling[name]}
                format={(value) => sayDial(name, value)}
                onChange={(value) => onHandling({ [name]: value })}
              />
            );
          })}
          <label className={css["check"]}>
            <input
              type="checkbox"
              checked={handling.cancel}
              onChange={(event) => onHandling({ cancel: event.currentTarget.checked })}
            />
            Changing direction starts the charge anew
          </label>
          {early.map(({ name, label }) => (
            <Segmented
              key={name}
              label={label}
              showLabel
              value={handling[name]}
              onChange={(value) => onHandling({ [name]: value })}
              segments={initialActions.map((value) => ({ value, word: earlyWords[value] }))}
            />
          ))}
          <p className={`cap ${css["wide"]}`}>
            Early means in the delay before a piece appears: a turn or hold asked for then is done as it appears.
          </p>
          <div>
            <Button onClick={() => onHandling(defaultHandling)}>Reset handling</Button>
          </div>
        </div>
        <div className={css["field"]}>{testField}</div>
      </div>
    </section>
  );
}
