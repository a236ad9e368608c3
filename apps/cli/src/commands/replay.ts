import { writeMatchFile } from "@replayground/archive";
import { asciiToBytes, type LogEvent } from "@replayground/kernel";
import { formatLogLines, marksOf } from "@replayground/log";
import type { AnyGame, VerifiedLog } from "@replayground/replay";
import { EXIT } from "../exit.ts";
import { faultOutcome, gameOf, loadLog, refuse, registryOf } from "../load.ts";
import { formatTime, parseCount } from "../time.ts";
import type { Cli, Command, Outcome } from "../types.ts";
import { wordsOf } from "../words.ts";

export const replay: Command = {
  name: "replay",
  synopsis: "replay FILE [--from N] [--to N] [--type TYPE] [--out lines|file [-o PATH]]",
  purpose: "Tell what happened, event by event, or write the log in another form.",
  options: {
    from: { type: "string" },
    to: { type: "string" },
    type: { type: "string" },
    out: { type: "string" },
    output: { type: "string", short: "o" },
  },
  operands: [1, 1],
  run: async (cli, { operands, options }) => {
    const [path = "-"] = operands;
    const { out } = options;
    const from = parseCount(String(options["from"] ?? "1"));
    const to = parseCount(String(options["to"] ?? Number.MAX_SAFE_INTEGER).slice(0, 15));
    if (from === null || to === null) return refuse(EXIT.usage, "--from and --to take event numbers.", "Try --from 1.");
    if (out !== undefined && out !== "lines" && out !== "file") {
      return refuse(EXIT.usage, `--out ${out} is not known.`, "Use --out lines or --out file.");
    }
    const log = await loadLog(cli, path);
    if (!log.ok) return log.error;
    if (out !== undefined) return write(cli, { path, form: out, to: options["output"] }, log.value);
    const game = gameOf(cli, log.value.header);
    if (game === null) throw new Error("Broken invariant: the rules of a verified log are known");
    const { type } = options;
    const chosen = log.value.events.filter(
      (event) => event.seq >= from && event.seq <= to && (type === undefined || event.type === type),
    );
    return tell(game.game, chosen);
  },
};

function tell(game: AnyGame, events: readonly LogEvent[]): Outcome {
  const told = events.map((event) => ({
    seq: event.seq,
    at: event.at,
    time: formatTime(event.at, game.ticksPerSecond),
    type: event.type,
    seat: event.seat,
    words: wordsOf(game, event),
  }));
  const lines = told.map(({ seq, time, words }) => `${String(seq).padStart(6)}  ${time.padStart(10)}  ${words}`);
  return { code: EXIT.ok, text: lines.join("\n"), json: told };
}

interface Target {
  readonly path: string;
  readonly form: "lines" | "file";
  readonly to: string | boolean | undefined;
}

async function write(cli: Cli, { path, form, to }: Target, log: VerifiedLog): Promise<Outcome> {
  const bytes = await render(cli, form, log);
  if (!bytes.ok) return faultOutcome(path, bytes.error);
  const json = { ok: true, bytes: bytes.value.length, events: log.events.length, head: log.head };
  if (typeof to !== "string") return { code: EXIT.ok, text: "", json, bytes: bytes.value };
  const written = await cli.files.write(to, bytes.value);
  if (!written.ok) {
    return refuse(EXIT.cannotWrite, `${to}: cannot be written (${written.error}).`, "Choose another path.");
  }
  return { code: EXIT.ok, text: `${to}: ${bytes.value.length} bytes`, json };
}

async function render(cli: Cli, form: "lines" | "file", log: VerifiedLog): ReturnType<typeof writeMatchFile> {
  if (form === "file") return writeMatchFile(registryOf(cli), cli.hash, log);
  return { ok: true, value: asciiToBytes(formatLogLines(log.header, log.events, log.head, marksOf(cli.hash, log))) };
}
