import { parseArgs } from "node:util";
import { bisect } from "./commands/bisect.ts";
import { diff } from "./commands/diff.ts";
import { importReplay } from "./commands/import.ts";
import { replay } from "./commands/replay.ts";
import { show } from "./commands/show.ts";
import { verify } from "./commands/verify.ts";
import { EXIT } from "./exit.ts";
import type { Cli, Command, Outcome } from "./types.ts";

export const COMMANDS: readonly Command[] = [verify, replay, show, diff, bisect, importReplay];

/** What `--json` asked for, and the answer. */
export interface Run {
  readonly outcome: Outcome;
  readonly asJson: boolean;
}

/** One call of the program, from its arguments to its answer. Touches nothing but what `cli` gives. */
export async function run(cli: Cli, args: readonly string[]): Promise<Run> {
  const [name, ...rest] = args;
  const asJson = rest.includes("--json");
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    return {
      outcome: { code: name === undefined ? EXIT.usage : EXIT.ok, text: helpText(), json: null },
      asJson: false,
    };
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) return { outcome: usage(`${name} is not a command.`), asJson };
  return { outcome: await runCommand(cli, command, rest), asJson };
}

async function runCommand(cli: Cli, command: Command, args: readonly string[]): Promise<Outcome> {
  const call = parseCall(command, args);
  if ("code" in call) return call;
  const [least, most] = command.operands;
  const { operands, options } = call;
  if (options["help"] === true) return { code: EXIT.ok, text: commandText(command), json: null };
  if (operands.length < least || operands.length > most) return usage(`Expected: replayground ${command.synopsis}`);
  return command.run(cli, call);
}

function parseCall(command: Command, args: readonly string[]): Parameters<Command["run"]>[1] | Outcome {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" }, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    return { operands: positionals, options: values };
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error));
  }
}

function usage(what: string): Outcome {
  return { code: EXIT.usage, text: `${what}\n  Try: replayground --help`, json: { ok: false, what } };
}

function commandText({ synopsis, purpose }: Command): string {
  return `replayground ${synopsis}\n    ${purpose}`;
}

function helpText(): string {
  return [
    "A match is a verified log; state is the fold of that log.",
    "",
    ...COMMANDS.map(commandText),
    "",
    "FILE is a match file or a log as JSON lines, either may be gzipped; - is standard input.",
    "--json prints data instead of words.",
    "Exit codes: 0 all is well, 1 fault found or logs differ, 2 cannot verify, 64 wrong usage,",
    "65 not a log, 66 no input, 73 cannot write.",
  ].join("\n");
}
