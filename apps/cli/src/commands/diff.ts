import { verifyOpened, type OpenedFile } from "@replayground/archive";
import { bytesToAscii, canonicalBytes, err, ok, unwrap, type Result } from "@replayground/kernel";
import type { WellFormedLog } from "@replayground/log";
import { firstDivergence, type Divergence } from "@replayground/replay";
import { EXIT } from "../exit.ts";
import { faultOutcome, openPath, registryOf } from "../load.ts";
import type { Cli, Command, Outcome } from "../types.ts";

export const diff: Command = {
  name: "diff",
  synopsis: "diff FILE FILE",
  purpose: "Find the first event at which two logs part.",
  options: {},
  operands: [2, 2],
  run: async (cli, { operands: [a = "-", b = "-"] }) => {
    const left = await eventsIn(cli, a);
    if (!left.ok) return left.error;
    const right = await eventsIn(cli, b);
    if (!right.ok) return right.error;
    return compare(left.value, right.value);
  },
};

/** Lines are compared as they stand, verified or not; a match file has to be expanded by its rules first. */
async function eventsIn(cli: Cli, path: string): Promise<Result<WellFormedLog, Outcome>> {
  const opened = await openPath(cli, path);
  if (!opened.ok) return opened;
  return expand(cli, path, opened.value);
}

function expand(cli: Cli, path: string, opened: OpenedFile): Result<WellFormedLog, Outcome> {
  if (opened.format === "json_lines") return ok(opened.log);
  const log = verifyOpened(registryOf(cli), cli.hash, opened);
  return log.ok ? log : err(faultOutcome(path, log.error));
}

function compare(a: WellFormedLog, b: WellFormedLog): Outcome {
  const headers = headerNames(a, b);
  const divergence = firstDivergence(a.events, b.events);
  const json = { ok: divergence === null && headers.length === 0, headers, divergence };
  const lines = [
    headers.length === 0 ? "The headers are equal." : `The headers differ in ${headers.join(", ")}.`,
    divergence === null ? `All ${a.events.length} events are equal.` : words(divergence),
  ];
  return { code: json.ok ? EXIT.ok : EXIT.fault, text: lines.join("\n"), json };
}

function headerNames(a: WellFormedLog, b: WellFormedLog): readonly string[] {
  const left = new Map(Object.entries(a.header));
  const right = new Map(Object.entries(b.header));
  return [...left.keys()].filter((name) => textOf(left.get(name)) !== textOf(right.get(name)));
}

function words({ seq, difference }: Divergence): string {
  if (difference === null) return `One log ends before event ${seq}; up to there they are equal.`;
  const { path, expected, found } = difference;
  return `Event ${seq} is the first that differs: ${path} is ${side(expected)} in the first log, ${side(found)} in the second.`;
}

function textOf(value: unknown): string {
  return bytesToAscii(unwrap(canonicalBytes(value)));
}

function side(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value);
}
