import type { OpenedFile } from "@replayground/archive";
import { asciiToBytes, err, ok, type Result } from "@replayground/kernel";
import { verifyLog } from "@replayground/replay";
import { compareRules, shrinkDifference, shrinkRefusal, trimLog, type Finding } from "../bisect/search.ts";
import { regressionTest } from "../bisect/regression.ts";
import { EXIT } from "../exit.ts";
import { explainFault } from "../explain.ts";
import { faultOutcome, gameOf, openPath, refuse, registryOf } from "../load.ts";
import type { Call, Cli, CliGame, Command, Outcome } from "../types.ts";
import { commandsIn } from "../bisect/commands-in.ts";

export const bisect: Command = {
  name: "bisect",
  synopsis: "bisect FILE [--against MODULE] [-o TEST.ts]",
  purpose: "Find the first wrong event, shrink the log to what is needed for it, and write that as a test.",
  options: { against: { type: "string" }, output: { type: "string", short: "o" } },
  operands: [1, 1],
  run: async (cli, call) => {
    const [path = "-"] = call.operands;
    const opened = await openPath(cli, path);
    if (!opened.ok) return opened.error;
    const header = opened.value.format === "match_file" ? opened.value.file.header : opened.value.log.header;
    const game = gameOf(cli, header);
    const known = registryOf(cli).find(header);
    if (!known.ok || game === null) return faultOutcome(path, known.ok ? { kind: "unknown_format" } : known.error);
    const { against } = call.options;
    const found =
      typeof against === "string"
        ? await searchAgainst(cli, { game, opened: opened.value, against })
        : search(cli, path, game, opened.value);
    return found.ok ? answer(cli, { path, game, call }, found.value) : found.error;
  },
};

interface AgainstSearch {
  readonly game: CliGame;
  readonly opened: OpenedFile;
  readonly against: string;
}

/** Another implementation says what is right, so any shorter list of commands can be judged. */
async function searchAgainst(
  cli: Cli,
  { game, opened, against }: AgainstSearch,
): Promise<Result<Finding | null, Outcome>> {
  const other = await cli.loadGame(against);
  if (!other.ok) return err(refuse(EXIT.noInput, `${against}: ${other.error}.`, "Give a module that exports a game."));
  const recipe = commandsIn(cli.hash, game.game, opened);
  if (recipe === null)
    return err(refuse(EXIT.cannotVerify, "The match is still sealed.", "Bisect it when it is over."));
  const rules = { hash: cli.hash, ours: game.game, theirs: other.value, recipe };
  return ok(compareRules(rules, recipe.commands) === null ? null : shrinkDifference(rules));
}

/** Only the log itself says what was: it can be cut behind its first wrong event, and a refusal can be shrunk. */
function search(cli: Cli, path: string, { game }: CliGame, opened: OpenedFile): Result<Finding | null, Outcome> {
  if (opened.format === "match_file") {
    const what = `${path} is a match file: it holds commands, and only short marks of what came of them.`;
    return err(refuse(EXIT.usage, what, "Give the log as JSON lines, or the other rules with --against."));
  }
  const { log } = opened;
  const verified = verifyLog(registryOf(cli), cli.hash, log);
  if (verified.ok) return ok(null);
  const { code, what, event } = explainFault(verified.error);
  if (code !== EXIT.fault || event === null) return err(faultOutcome(path, verified.error));
  const trimmed = trimLog(cli.hash, game, log, event);
  const { error } = verified;
  const finding = isRefusal(error) ? shrinkRefusal(cli.hash, game, trimmed, error.reason) : trimmed;
  return ok({ ...finding, what });
}

function isRefusal(error: {
  readonly kind: string;
}): error is { readonly kind: "refused_command"; readonly reason: string } {
  return error.kind === "refused_command";
}

interface Subject {
  readonly path: string;
  readonly game: CliGame;
  readonly call: Call;
}

async function answer(cli: Cli, { path, game, call }: Subject, finding: Finding | null): Promise<Outcome> {
  if (finding === null) {
    return { code: EXIT.ok, text: `${path}: nothing is wrong.`, json: { file: path, ok: true, verdict: "verified" } };
  }
  const { found, what, before, commands, log } = finding;
  const lines = [`${path}: ${what}`, `  ${before} commands, ${commands} of them needed; ${log.events.length} events.`];
  const json = {
    file: path,
    ok: false,
    event: found,
    what,
    commandsBefore: before,
    commands,
    events: log.events.length,
  };
  const { output } = call.options;
  if (typeof output !== "string") {
    return { code: EXIT.fault, text: [...lines, "  Give -o TEST.ts to write it as a test."].join("\n"), json };
  }
  const written = await cli.files.write(output, asciiToBytes(regressionTest(game, finding)));
  if (!written.ok) {
    return refuse(EXIT.cannotWrite, `${output}: cannot be written (${written.error}).`, "Choose another path.");
  }
  return { code: EXIT.fault, text: [...lines, `  Written to ${output}.`].join("\n"), json: { ...json, test: output } };
}
