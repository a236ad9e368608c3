import { nextMoment } from "./moments.ts";
import type { TapeModel } from "./types.ts";

/** What a key on the Tape asks for. */
export type TapeIntent =
  | { readonly kind: "step"; readonly by: number }
  | { readonly kind: "turn"; readonly by: 1 | -1 }
  | { readonly kind: "edge"; readonly to: "start" | "end" }
  | { readonly kind: "moment"; readonly by: 1 | -1 };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The same keys on every Tape: arrows step, with Shift by ten; Page keys by piece or turn; Home and End; M to moments. */
export function intentOfKey(key: Key): TapeIntent | null {
  if (key.ctrlKey || key.altKey || key.metaKey) return null;
  const far = key.shiftKey ? 10 : 1;
  switch (key.key) {
    case "ArrowRight":
      return { kind: "step", by: far };
    case "ArrowLeft":
      return { kind: "step", by: -far };
    case "PageUp":
      return { kind: "turn", by: 1 };
    case "PageDown":
      return { kind: "turn", by: -1 };
    case "Home":
      return { kind: "edge", to: "start" };
    case "End":
      return { kind: "edge", to: "end" };
    case "m":
      return { kind: "moment", by: 1 };
    case "M":
      return { kind: "moment", by: -1 };
  }
  return null;
}

/** Where an intent leads from `head`, within 0..length. */
export function seqOfIntent(model: TapeModel, head: number, intent: TapeIntent): number {
  switch (intent.kind) {
    case "step":
      return Math.max(0, Math.min(model.length, head + intent.by));
    case "turn":
      return seqOfTurn(model, head, intent.by);
    case "edge":
      return intent.to === "start" ? 0 : model.length;
    case "moment":
      return nextMoment(model.moments, head, intent.by)?.seq ?? head;
  }
}

/** The first event of the next turn; backwards, of this turn, or of the one before when already there. */
function seqOfTurn(model: TapeModel, head: number, by: 1 | -1): number {
  const turnAt = (seq: number): number => model.turns[seq - 1] ?? 0;
  let seq = head;
  if (by === 1) {
    const turn = turnAt(head);
    while (seq < model.length && turnAt(seq) === turn) seq += 1;
    return seq;
  }
  seq = Math.max(1, head - 1);
  const turn = turnAt(seq);
  while (seq > 1 && turnAt(seq - 1) === turn) seq -= 1;
  return seq;
}
