import type { ReactNode } from "react";
import { formatClock } from "../words/numbers.ts";
import { type TapeGeometry, xOfSeq } from "./geometry.ts";
import { seqAtTick } from "./time.ts";
import css from "./Tape.module.css";
import type { TapeModel } from "./types.ts";

const niceSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

interface Mark {
  readonly x: number;
  readonly word: string;
}

/** Clock labels at round times, at least 72 px apart. */
export function scaleMarks(model: TapeModel, geometry: TapeGeometry): readonly Mark[] {
  if (model.length === 0) return [];
  const seconds = (model.ticks[model.length - 1] ?? 0) / model.ticksPerSecond;
  const room = Math.max(2, Math.floor(geometry.width / 90));
  const step = niceSteps.find((each) => seconds / each <= room) ?? 7200;
  const marks: Mark[] = [];
  for (let at = 0; at <= seconds; at += step) {
    const x = xOfSeq(geometry, seqAtTick(model, at * model.ticksPerSecond));
    const last = marks.at(-1);
    if (last && x - last.x < 72) continue;
    if (x > geometry.width - 20) break;
    marks.push({ x, word: formatClock(at, 0) });
  }
  return marks;
}

interface ScaleProps {
  readonly marks: readonly Mark[];
  /** Where the play head's tab stands: a label under it is left out. */
  readonly headX: number;
}

export function Scale({ marks, headX }: ScaleProps): ReactNode {
  return (
    <div className={css["scale"]} aria-hidden="true">
      {marks.map(({ x, word }, i) => (
        <span key={word} data-first={i === 0} style={{ left: x }} hidden={Math.abs(x - headX) < 52}>
          {word}
        </span>
      ))}
    </div>
  );
}
