import { err, ok, type Header, type Result } from "@replayground/kernel";
import type { Game, GameTypes } from "@replayground/engine";

/** A game whose types are not known here: logs from outside say which game they belong to. */
export type AnyGame = Game<GameTypes>;

/** "Cannot verify", never "invalid": this program lacks the game or that version of its rules. */
export type UnknownRules =
  | { readonly kind: "unknown_game"; readonly game: string }
  | { readonly kind: "unknown_rules"; readonly game: string; readonly rules: number };

/** Every released version of every game stays here for ever: replays must not rot. */
export interface Registry {
  readonly find: (header: Pick<Header, "game" | "rules">) => Result<AnyGame, UnknownRules>;
}

export function createRegistry(games: readonly AnyGame[]): Registry {
  return {
    find: ({ game, rules }) => {
      const versions = games.filter(({ id }) => id === game);
      if (versions.length === 0) return err({ kind: "unknown_game", game });
      const found = versions.find((version) => version.rules === rules);
      return found === undefined ? err({ kind: "unknown_rules", game, rules }) : ok(found);
    },
  };
}

/** Forgets a game's types. Sound as long as its states and events only come from itself, which the runner ensures. */
export function anyGame<T extends GameTypes>(game: Game<T>): AnyGame {
  return game as unknown as AnyGame; // the docstring says why this holds
}
