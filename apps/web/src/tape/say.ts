import { formatCount, sayDuration } from "../words/numbers.ts";
import type { TapeModel } from "./types.ts";

/** Where the head stands, in words: "event 2,118 of 3,412, piece 235, 4 minutes 9 seconds". */
export function sayHead(model: TapeModel, head: number): string {
  const place = `event ${formatCount(head)} of ${formatCount(model.length)}`;
  if (head === 0) return `${place}, before the first ${model.turnWord}`;
  const moment = model.moments.find((each) => each.seq === head);
  const turn = model.turns[head - 1] ?? 0;
  const seconds = (model.ticks[head - 1] ?? 0) / model.ticksPerSecond;
  const parts = [
    place,
    turn > 0 ? `${model.turnWord} ${formatCount(turn)}` : null,
    sayDuration(seconds),
    moment?.label,
  ];
  return parts.filter(Boolean).join(", ");
}
