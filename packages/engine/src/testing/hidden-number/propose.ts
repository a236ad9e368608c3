import { toSeat } from "@replayground/kernel";
import type { Propose } from "../playout-input.ts";
import type { HiddenNumberTypes } from "./types.ts";

/** Mostly questions of the seat to move, among them repeated ones; sometimes hands, the wrong seat, a wrong number. */
export const proposeHiddenNumber: Propose<HiddenNumberTypes> = ({ game }, random) => {
  const seat = random.below(8) === 0 ? toSeat(random.below(3)) : game.turn;
  const kind = random.below(10);
  if (kind === 0) return { type: "raise_hand", seat, data: {} };
  if (kind === 1) return { type: "lower_hand", seat, data: {} };
  if (kind === 2) return null;
  return { type: "ask", seat, data: { number: random.below(game.options.range + 3) } };
};
