import { detectFormat } from "@replayground/archive";
import { parseTtr, simulateTtr, type CompatResult, type Ttr, type TtrError } from "@replayground/tetris/compat";
import { EXIT } from "../exit.ts";
import { readPath, refuse } from "../load.ts";
import { formatTime } from "../time.ts";
import type { Command, Outcome } from "../types.ts";

const FRAMES_PER_SECOND = 60;

export const importReplay: Command = {
  name: "import",
  synopsis: "import FILE.ttr",
  purpose: "Play a solo replay of TETR.IO again and compare it with the totals that it states.",
  options: {},
  operands: [1, 1],
  run: async (cli, { operands: [path = "-"] }) => {
    const bytes = await readPath(cli, path);
    if (!bytes.ok) return bytes.error;
    const format = detectFormat(bytes.value);
    if (format === "match_file" || format === "json_lines" || format === "gzip") {
      return refuse(EXIT.notALog, `${path} is a log of ours.`, "Use `replayground verify` or `replayground replay`.");
    }
    if (format === "ttrm") {
      return refuse(EXIT.cannotVerify, `${path} is a replay of several players.`, "Only solo replays can be imported.");
    }
    const json = parseText(bytes.value);
    if (json === undefined) return refuse(EXIT.notALog, `${path} is not JSON.`, "Give a .ttr file.");
    const ttr = parseTtr(json);
    return ttr.ok ? report(path, ttr.value) : refused(path, ttr.error);
  },
};

/** Undefined for anything that is not JSON in UTF-8. */
function parseText(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function refused(path: string, error: TtrError): Outcome {
  if (error.type === "unsupported") {
    const what = `${path}: the setting ${error.option} is one that these rules do not cover.`;
    return refuse(EXIT.cannotVerify, what, "The replay may be fine.");
  }
  const where = error.event === null ? error.at : `${error.at}, event ${error.event}`;
  return refuse(EXIT.notALog, `${path} is not a solo replay of TETR.IO, or is damaged: ${where}.`, "Export it again.");
}

function report(path: string, ttr: Ttr): Outcome {
  const { result, differences } = simulateTtr(ttr);
  const { replay, official } = ttr;
  const ours = {
    lines: result.lines,
    pieces: result.locks.length,
    score: result.score,
    level: result.level,
    faults: result.faults,
  };
  const verdict = official === null ? "nothing_to_compare" : differences.length === 0 ? "equal" : "different";
  const words = {
    equal: "played again, equal to the totals in the file",
    different: `played again, but different in ${differences.join(", ")}`,
    nothing_to_compare: "played again; the file states no totals",
  };
  const time = formatTime(replay.frames, FRAMES_PER_SECOND);
  const { lines, pieces, score, level, faults } = ours;
  const text = [
    `${path}: ${words[verdict]}`,
    `  game    ${replay.mode}, ${time}`,
    `  result  ${lines} lines, ${pieces} pieces, ${score} points, level ${level}, ${faults} finesse faults`,
    ...boardLines(result),
    "  It is not turned into a log: its pieces come from another generator than those of our rules.",
  ].join("\n");
  const json = {
    file: path,
    ok: verdict !== "different",
    verdict,
    differences,
    mode: replay.mode,
    time,
    ours,
    official,
  };
  return { code: verdict === "different" ? EXIT.fault : EXIT.ok, text, json: { ...json, board: result.board } };
}

function boardLines({ board }: CompatResult): readonly string[] {
  return [...board.toReversed().map((row) => `  |${row}|`), `  +${"-".repeat(10)}+`];
}
