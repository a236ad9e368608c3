import type { Game, GameTypes } from "@replayground/engine";
import { anyGame } from "@replayground/replay";
import { tetris } from "@replayground/tetris";
import { drawTetris } from "./boards/tetris.ts";
import type { CliGame } from "./types.ts";

/** Every released version of every game, for ever: replays must not rot. */
export const games: readonly CliGame[] = [
  cliGame(tetris, drawTetris, { title: "Tetris", module: "@replayground/tetris", name: "tetris" }),
];

/**
 * A game with its board.
 * @param draw the view of a spectator as text
 */
export function cliGame<T extends GameTypes>(
  game: Game<T>,
  draw: (view: T["view"]) => string,
  { title, module, name }: { readonly title: string; readonly module: string; readonly name: string },
): CliGame {
  return {
    name: title,
    game: anyGame(game),
    draw: (match) => draw(anyGame(game).view(match.game, "spectator")),
    source: { module, name },
  };
}
