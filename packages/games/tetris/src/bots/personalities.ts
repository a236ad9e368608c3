import type { Bot } from "@replayground/engine";
import type { TetrisTypes } from "../game/types.ts";
import { createBeamBot } from "./beam.ts";
import { bcts, dellacherie, elTetris, lee } from "./controllers.ts";
import { createGreedyBot } from "./greedy.ts";

/** Who can sit at a board, weakest first. */
export const bots: readonly Bot<TetrisTypes>[] = [
  createGreedyBot(lee, true),
  createGreedyBot(dellacherie, false),
  createGreedyBot(elTetris, false),
  createGreedyBot(bcts, false),
  createBeamBot("beam", { width: 100, depth: 5 }),
];

/** The personality of an id that stands in a header, or null. */
export function botById(id: string): Bot<TetrisTypes> | null {
  return bots.find((bot) => bot.id === id) ?? null;
}
