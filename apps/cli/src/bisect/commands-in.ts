import type { OpenedFile } from "@replayground/archive";
import type { HashPort, Hex } from "@replayground/kernel";
import { commandsOf, endOf, revealedSecret, type AnyGame, type Recipe, type TimedCommand } from "@replayground/replay";

/** Commands with all that is needed to carry them out. */
export interface KnownRecipe extends Recipe {
  readonly commands: readonly TimedCommand[];
  readonly secret: Hex;
}

/** The commands of a log that need not verify; null while its secret is not revealed. */
export function commandsIn(hash: HashPort, game: AnyGame, opened: OpenedFile): KnownRecipe | null {
  if (opened.format === "match_file") {
    const { header, stretches, end } = opened.file;
    const secret = header.chance.kind === "open" ? header.chance.secret : end.secret;
    if (secret === null) return null;
    return { header, commands: stretches.flatMap(({ commands }) => commands), endAt: end.at, secret };
  }
  const { header, events } = opened.log;
  const secret = revealedSecret(hash, header, events[events.length - 1]);
  if (!secret.ok) return null;
  return { header, commands: commandsOf(game, events), endAt: endOf(events), secret: secret.value };
}
