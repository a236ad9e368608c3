// `node bench/tetris-runner.ts [seconds]`: pieces a second through the public runner - commands in, events out - on one
// core: hard-drop play by logical actions, and the cost of a snapshot. Medians of five rounds, per second of CPU time.
import { createMatch, execute, type Authority, type MatchState } from "@replayground/engine";
import { createTestMatch } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { type Header, toSeat, toTick, unwrap } from "@replayground/kernel";
import { tetris, type TetrisCommand, type TetrisTypes } from "@replayground/tetris";

const seconds = Number(process.argv[2] ?? 1);
/** Ticks between two commands: 60 pieces a second, so that gravity has something to do. */
const pace = 10;

const drop: TetrisCommand = { type: "input", seat: toSeat(0), data: { action: "HD" } };

function start(seed: number): { readonly authority: Authority<TetrisTypes>; readonly header: Header } {
  return createTestMatch(tetris, nodeHash, { seed, options: { mode: "zen", inputMode: "actions" } });
}

/** Milliseconds of CPU time of this process: other work on the machine does not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Zen never ends: a full board is cleared, which is part of the work. */
function dropFor(ms: number): number {
  const { authority, header } = start(1);
  let match: MatchState<TetrisTypes> = unwrap(createMatch(authority, header)).match;
  let pieces = 0;
  const from = cpuMs();
  while (cpuMs() - from < ms) {
    for (let i = 0; i < 1000; i++) match = execute(authority, match, drop, toTick(match.at + pace)).match;
    pieces += 1000;
  }
  return (1000 * pieces) / (cpuMs() - from);
}

/** States from the middle of games, each encoded and decoded in turn. */
function snapshotFor(ms: number): number {
  const { authority, header } = start(2);
  const states = [];
  let match: MatchState<TetrisTypes> = unwrap(createMatch(authority, header)).match;
  for (let i = 0; i < 64; i++) {
    match = execute(authority, match, drop, toTick(match.at + pace)).match;
    states.push(match.game);
  }
  const setup = { header, options: match.options };
  let done = 0;
  const from = cpuMs();
  while (cpuMs() - from < ms) {
    for (const state of states)
      if (tetris.decodeState(setup, tetris.encodeState(state)) === null) throw new Error("bad");
    done += states.length;
  }
  return (1000 * done) / (cpuMs() - from);
}

function median(measure: (ms: number) => number): number {
  measure(300);
  const rounds = [0, 0, 0, 0, 0].map(() => measure((1000 * seconds) / 5)).sort((a, b) => a - b);
  return Math.round(rounds[2] ?? 0);
}

console.log(`pieces/s through execute, events and all  ${median(dropFor).toLocaleString("en")}`);
console.log(`snapshots/s, encode + decode              ${median(snapshotFor).toLocaleString("en")}`);
