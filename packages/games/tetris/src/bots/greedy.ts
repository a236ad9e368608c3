import type { Bot } from "@replayground/engine";
import type { TetrisTypes } from "../game/types.ts";
import { activeOf, toCommands } from "./answer.ts";
import { bestRest } from "./choose.ts";
import type { Controller } from "./controllers.ts";
import { toGrid } from "./grid.ts";
import { findPaths } from "./paths.ts";

/** A bot that plays the best placement of the piece in play; `looksAhead` by the first piece of the queue. */
export function createGreedyBot(controller: Controller, looksAhead: boolean): Bot<TetrisTypes> {
  return {
    id: controller.id,
    choose: (view) => {
      const active = activeOf(view);
      if (active === null) return [];
      const board = toGrid(view.board);
      const paths = findPaths(board, active);
      const next = looksAhead ? (view.next[0] ?? null) : null;
      const best = paths[bestRest(controller, { board, piece: active.piece, next }, paths)];
      return best === undefined ? [] : toCommands(best.steps);
    },
  };
}
