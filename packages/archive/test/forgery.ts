import { nodeHash } from "@replayground/hash/node";
import { toTick, type LogEvent, type Xoshiro128 } from "@replayground/kernel";
import { hiddenNumber } from "@replayground/engine/testing";
import { anyGame, expandLog, firstDivergence, type TimedCommand } from "@replayground/replay";
import type { MatchFile } from "../src/index.ts";

/** The same file with its commands changed: everything else, checksums included, is in order. */
export function forge(
  file: MatchFile,
  change: (commands: readonly TimedCommand[]) => readonly TimedCommand[],
): MatchFile {
  const [first, ...rest] = file.stretches;
  if (first === undefined) throw new Error("nothing to forge");
  return { ...file, stretches: [{ ...first, commands: change(first.commands) }, ...rest] };
}

/** Changes one command: what it asks for, when, or who. The number of commands stays. */
export function changeOne(commands: readonly TimedCommand[], random: Xoshiro128): readonly TimedCommand[] {
  const index = random.below(commands.length);
  return commands.map((timed, i) => (i === index ? changed(timed, random) : timed));
}

function changed({ at, command }: TimedCommand, random: Xoshiro128): TimedCommand {
  if (command.type === "ask" && random.below(2) === 0) {
    return { at, command: { ...command, data: { number: 1 + random.below(20) } } };
  }
  if (command.type === "raise_hand" && random.below(2) === 0)
    return { at, command: { ...command, type: "lower_hand" } };
  return { at: toTick(at + 1 + random.below(3)), command };
}

/** The first event that the forged commands make otherwise; null if they make the same log. */
export function firstWrong(file: MatchFile, events: readonly LogEvent[]): number | null {
  const { header, stretches, end } = file;
  const secret = header.chance.kind === "open" ? header.chance.secret : end.secret;
  if (secret === null) throw new Error("a committed file carries its secret");
  const made: LogEvent[] = [];
  const commands = stretches.flatMap((stretch) => stretch.commands);
  const authority = { game: anyGame(hiddenNumber), hash: nodeHash, secret };
  expandLog(authority, { header, commands, endAt: end.at }, (event) => made.push(event) > 0);
  return firstDivergence(events, made)?.seq ?? null;
}
