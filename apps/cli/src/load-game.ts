import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { err, ok, type Result } from "@replayground/kernel";
import type { AnyGame } from "@replayground/replay";

/** The first export of a module that is a game. Runs the module: only for rules that the caller trusts. */
export async function loadGame(path: string): Promise<Result<AnyGame, string>> {
  try {
    const module: unknown = await import(pathToFileURL(resolve(path)).href);
    const game = Object.values(module ?? {}).find(isGame);
    return game === undefined ? err("exports no game") : ok(game);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

/** The marks of the contract; what the functions do is up to the module. */
function isGame(value: unknown): value is AnyGame {
  if (typeof value !== "object" || value === null) return false;
  const { id, rules, decide, evolve } = value as Partial<AnyGame>; // every member is checked here
  return typeof id === "string" && typeof rules === "number" && [decide, evolve].every((f) => typeof f === "function");
}
