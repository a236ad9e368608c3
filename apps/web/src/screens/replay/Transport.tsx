import type { ReactNode } from "react";
import type { IconName } from "../../art/icons.ts";
import { type StepUnit, speeds, stepUnits } from "../../stores/ui.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { NotchScale } from "../../ui/NotchScale.tsx";
import { Segmented } from "../../ui/Segmented.tsx";
import css from "./Transport.module.css";

export type PlayDirection = "forward" | "backward";

export interface TransportProps {
  /** Null while it stands still. */
  readonly playing: PlayDirection | null;
  readonly stepUnit: StepUnit;
  readonly speed: number;
  /** What the game calls a turn: "piece". */
  readonly turnWord: string;
  readonly onPlay: (direction: PlayDirection | null) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onMoment: (by: 1 | -1) => void;
  readonly onStepUnit: (unit: StepUnit) => void;
  readonly onSpeed: (speed: number) => void;
  readonly onFork: () => void;
}

const shortSpeed = (value: number): string => (value < 1 ? String(value).slice(1) : String(value));

export function Transport(props: TransportProps): ReactNode {
  const { playing, stepUnit, speed, turnWord, onPlay, onStep, onMoment, onStepUnit, onSpeed, onFork } = props;
  const running = playing === "forward";
  return (
    <div className={css["bar"]}>
      <div className={css["buttons"]}>
        <Square icon="previousMoment" word="Previous moment" onClick={() => onMoment(-1)} />
        <Square icon="back" word={`Back one ${unitWord(stepUnit, turnWord)}`} onClick={() => onStep(-1)} />
        <Button
          kind="go"
          square
          className={css["play"]}
          aria-label={running ? "Pause" : "Play"}
          onClick={() => onPlay(running ? null : "forward")}
        >
          <Icon name={running ? "pause" : "play"} />
        </Button>
        <Square icon="next" word={`On one ${unitWord(stepUnit, turnWord)}`} onClick={() => onStep(1)} />
        <Square icon="nextMoment" word="Next moment" onClick={() => onMoment(1)} />
        <Square
          icon={playing === "backward" ? "pause" : "reverse"}
          word={playing === "backward" ? "Stop reverse" : "Play in reverse"}
          onClick={() => onPlay(playing === "backward" ? null : "backward")}
        />
      </div>
      <div className={css["step"]}>
        <Segmented
          label="Step by"
          showLabel
          value={stepUnit}
          onChange={onStepUnit}
          segments={stepUnits.map((value) => ({ value, word: unitWord(value, turnWord) }))}
        />
      </div>
      <div className={css["speed"]}>
        <span className="cap" aria-hidden="true">
          Speed
        </span>
        <NotchScale
          label="Speed"
          values={speeds}
          value={speed}
          onChange={onSpeed}
          format={shortSpeed}
          say={(value) => (value === 1 ? "normal speed" : `${value} times speed`)}
        />
      </div>
      <span className="spacer" />
      <Button className={css["fork"]} onClick={onFork}>
        <Icon name="fork" />
        Play from here
      </Button>
    </div>
  );
}

const unitWord = (unit: StepUnit, turnWord: string): string => (unit === "turn" ? turnWord : unit);

interface SquareProps {
  readonly icon: IconName;
  readonly word: string;
  readonly onClick: () => void;
}

function Square({ icon, word, onClick }: SquareProps): ReactNode {
  return (
    <Button kind="ghost" square aria-label={word} onClick={onClick}>
      <Icon name={icon} />
    </Button>
  );
}
