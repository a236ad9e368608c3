import type { ReactNode } from "react";
import { defaultHandling, type Handling, handlingRange, instantSoftDrop } from "../../stores/settings-schema.ts";
import { Button } from "../../ui/Button.tsx";
import { NumberSlider } from "../../ui/NumberSlider.tsx";
import css from "./SettingsScreen.module.css";

interface HandlingSectionProps {
  readonly handling: Handling;
  readonly onHandling: (change: Partial<Handling>) => void;
  readonly testField: ReactNode;
}

interface Dial {
  readonly name: "das" | "arr" | "sdf" | "dcd";
  readonly label: string;
  readonly hint: string;
}

const dials: readonly Dial[] = [
  { name: "das", label: "DAS", hint: "Hold a direction this long and the piece starts to run." },
  { name: "arr", label: "ARR", hint: "Time between its steps. 0 runs to the wall at once." },
  { name: "sdf", label: "Soft drop", hint: "Times the speed of the fall." },
  { name: "dcd", label: "DCD", hint: "Holds a running piece back after a turn or a new piece." },
];

/** Milliseconds with frames beside them: players know both. */
const sayTime = (ms: number): string => `${ms} ms, ${Math.round((ms * 60) / 100) / 10} frames`;

function sayDial(name: Dial["name"], value: number): string {
  if (name === "sdf") return value === instantSoftDrop ? "instant" : `${value} times`;
  return name === "arr" && value === 0 ? "0 ms, instant" : sayTime(value);
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
          <div>
            <Button onClick={() => onHandling(defaultHandling)}>Reset handling</Button>
          </div>
        </div>
        <div className={css["field"]}>{testField}</div>
      </div>
    </section>
  );
}
