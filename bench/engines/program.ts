// What every engine runs: made into one ES2022 script without any platform API. It plays random games from seeds and
// says what became of them, one line a game.
import { createTestMatch, createTestRandom } from "@replayground/engine/testing";
import { nobleHash } from "@replayground/hash/noble";
import { bytesToHex, type JsonObject, type LogEvent } from "@replayground/kernel";
import { checkpointsOf, formatLogLines, packEvents, parseLogLines } from "@replayground/log";
import { anyGame, createRegistry, stateHash, verifyLog } from "@replayground/replay";
import { inputModes, modes, tetris } from "@replayground/tetris";
import { playAtRandom } from "./player.ts";

/** Seeds from `first` on, `count` of them, `steps` commands each. */
export interface Request {
  readonly first: number;
  readonly count: number;
  readonly steps: number;
}

const variants: readonly JsonObject[] = [
  {},
  { are: 6, lineDelay: 21, halfTurn: "tetrio", kicks: "SRS+", hold: "infinite" },
  { lockDown: "infinite", gravity: 20, previews: 1, spins: "all" },
  { lockDown: "classic", gravity: 0, previews: 6, kick5: "down", spins: "all-mini" },
];
const hands: readonly JsonObject[] = [
  {},
  { das: 60, arr: 0, dcd: 30, irs: "hold", ihs: "hold", sdf: 0 },
  { das: 80, arr: 10, cancel: true, sdf: 40 },
];

const registry = createRegistry([anyGame(tetris)]);

/** One line a game: seed, how it ended, events, refusals, final head, state hash, hash of the packed bytes. */
export function runGames({ first, count, steps }: Request): string {
  const lines: string[] = [];
  for (let seed = first; seed < first + count; seed++) lines.push(runGame(seed, steps));
  return lines.join("\n");
}

function runGame(seed: number, steps: number): string {
  const { authority, header } = createTestMatch(tetris, nobleHash, {
    seed,
    committed: seed % 4 === 3,
    options: optionsOf(seed),
  });
  const { match, events, refused } = playAtRandom({ authority, header, random: createTestRandom(seed), steps });
  const claimed = checkpointsOf(nobleHash, { header, events, claimed: null }).at(-1)?.head ?? null;
  if (claimed === null) return `${seed} empty`;
  const read = parseLogLines(formatLogLines(header, events, claimed));
  const verified = read.ok ? verifyLog(registry, nobleHash, read.value) : read;
  const verdict = verified.ok ? verified.value.state : verified.error.kind;
  const state = stateHash(authority, match);
  const agrees = verdict === state ? "verified" : `verify says ${String(verdict)}`;
  return `${seed} ${match.status} ${events.length} ${refused} ${claimed} ${state} ${packHash(events)} ${agrees}`;
}

function packHash(events: readonly LogEvent[]): string {
  return bytesToHex(nobleHash.sha256(packEvents(events))).slice(0, 16);
}

function optionsOf(seed: number): JsonObject {
  return {
    handling: hands[seed % 3] ?? {},
    inputMode: inputModes[seed % 2] ?? "keys",
    mode: modes[seed % 5] ?? "zen",
    rules: variants[(seed >> 1) % 4] ?? {},
  };
}
