import { toSeat } from "@replayground/kernel";
import type { TetrisCommand } from "../game/types.ts";
import type { TetrisView } from "../game/view.ts";
import type { Active, Step } from "./paths.ts";

/** The piece in the bot's hands, or null when there is nothing to do now. */
export function activeOf({ active }: TetrisView): Active | null {
  if (active === null) return null;
  const { piece, rotation, x, y } = active;
  return { piece, rotation, x, y };
}

const seat = toSeat(0);

/** Steps as the commands of the only seat. */
export function toCommands(steps: readonly Step[]): readonly TetrisCommand[] {
  return steps.map((data) => ({ type: "input", seat, data }));
}

/** Puts the piece in play into the hold slot; what comes out is decided when it is seen. */
export const holdNow: readonly TetrisCommand[] = [{ type: "input", seat, data: { action: "H" } }];
