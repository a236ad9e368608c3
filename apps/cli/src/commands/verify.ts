import { EXIT, type ExitCode } from "../exit.ts";
import { gameOf, loadLog } from "../load.ts";
import { summarize, summaryText } from "../summary.ts";
import type { Cli, Command, Outcome } from "../types.ts";

export const verify: Command = {
  name: "verify",
  synopsis: "verify FILE...",
  purpose: "Re-execute logs by their rules and check every event, head and state.",
  options: {},
  operands: [1, 1000],
  run: async (cli, { operands }) => {
    const outcomes: Outcome[] = [];
    for (const path of operands) outcomes.push(await verifyOne(cli, path));
    return join(outcomes);
  },
};

async function verifyOne(cli: Cli, path: string): Promise<Outcome> {
  const log = await loadLog(cli, path);
  if (!log.ok) return log.error;
  const game = gameOf(cli, log.value.header);
  if (game === null) throw new Error("Broken invariant: the rules of a verified log are known");
  const summary = summarize(cli, game, log.value);
  return {
    code: EXIT.ok,
    text: `${path}: verified\n${summaryText(game.name, summary)}`,
    json: { file: path, ok: true, verdict: "verified", ...summary },
  };
}

/** One answer of many: a fault weighs more than "cannot verify", and that more than all's well. */
function join(outcomes: readonly Outcome[]): Outcome {
  const [first] = outcomes;
  if (outcomes.length === 1 && first !== undefined) return first;
  const codes = new Set(outcomes.map(({ code }) => code));
  const weight: readonly ExitCode[] = [EXIT.fault, EXIT.notALog, EXIT.noInput, EXIT.cannotVerify];
  const code = weight.find((candidate) => codes.has(candidate)) ?? EXIT.ok;
  return { code, text: outcomes.map(({ text }) => text).join("\n"), json: outcomes.map(({ json }) => json) };
}
