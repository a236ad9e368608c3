import {
  createMatch,
  execute,
  frameCommand,
  type Authority,
  type GameCommand,
  type MatchState,
  type Step,
} from "@replayground/engine";
import { bytesToHex, toSeat, toTick, unwrap, type Header, type LogEvent, type Xoshiro128 } from "@replayground/kernel";
import { actions, keyNames, tetris, type InputData, type TetrisTypes } from "@replayground/tetris";
import { bestRest, findPaths, toGrid, elTetris, type Step as PathStep } from "@replayground/tetris/bots";

export interface RandomGame {
  readonly authority: Authority<TetrisTypes>;
  readonly header: Header;
  readonly random: Xoshiro128;
  /** Commands to send, legal or not. */
  readonly steps: number;
}

export interface PlayedGame {
  readonly match: MatchState<TetrisTypes>;
  readonly events: readonly LogEvent[];
  readonly refused: number;
}

const seat = toSeat(0);

/**
 * Plays a game at random, one command in six not meant to be legal: keys that are already down, the other input mode, times
 * that have passed, commands of no game. Cheap, and a pure function of its generator.
 */
export function playAtRandom({ authority, header, random, steps }: RandomGame): PlayedGame {
  const events: LogEvent[] = [];
  let refused = 0;
  const take = (step: Step<TetrisTypes>): MatchState<TetrisTypes> => {
    events.push(...step.events);
    if (step.rejection !== null) refused += 1;
    return step.match;
  };
  let match = take({ ...unwrap(createMatch(authority, header)), rejection: null });
  const plan: InputData[] = [];
  for (let i = 0; i < steps && match.status !== "finalized" && match.status !== "abandoned"; i++) {
    const command = nextCommand(match, random, plan);
    const still = match.paused || match.status === "idle" || random.below(3) > 0;
    match = take(execute(authority, match, command, toTick(still ? match.at : someTick(match.at, random))));
  }
  if (match.paused) match = take(execute(authority, match, frameCommand("resume", seat), match.at));
  if (match.status === "running") match = take(execute(authority, match, frameCommand("abandon", seat), match.at));
  return { match, events, refused };
}

/** Mostly soon; now and then the past, or seconds later. */
function someTick(at: number, random: Xoshiro128): number {
  const kind = random.below(16);
  if (kind === 0) return Math.max(0, at - 1 - random.below(60));
  return at + (kind === 1 ? random.below(1500) : random.below(90));
}

function nextCommand(match: MatchState<TetrisTypes>, random: Xoshiro128, plan: InputData[]): GameCommand {
  if (match.status === "idle") return frameCommand("add_nonce", seat, nonceFrom(random));
  if (match.paused) return frameCommand("resume", seat);
  if (random.below(6) === 0) return noise(random);
  return input(match.options.inputMode === "keys" ? edge(random) : planned(match, random, plan));
}

function input(data: InputData): GameCommand {
  return { type: "input", seat, data };
}

function nonceFrom(random: Xoshiro128): string {
  return bytesToHex(Uint8Array.from({ length: 16 }, () => random.below(256)));
}

/** Any key either way: half of these cannot be. */
function edge(random: Xoshiro128): InputData {
  const key = random.below(4) === 0 ? "hard" : (keyNames[random.below(keyNames.length)] ?? "left");
  return { edge: random.below(2) === 0 ? "down" : "up", key };
}

/** Good play for a while, so that rows clear; then any action. */
function planned(match: MatchState<TetrisTypes>, random: Xoshiro128, plan: InputData[]): InputData {
  const next = plan.shift();
  if (next !== undefined) return next;
  if (random.below(5) > 0) plan.push(...goodSteps(match));
  return plan.shift() ?? anyAction(random);
}

function goodSteps(match: MatchState<TetrisTypes>): readonly PathStep[] {
  const view = tetris.view(match.game, seat);
  if (view.active === null) return [];
  const board = toGrid(view.board);
  const paths = findPaths(board, view.active);
  return paths[bestRest(elTetris, { board, piece: view.active.piece, next: null }, paths)]?.steps ?? [];
}

function anyAction(random: Xoshiro128): InputData {
  const action = actions[random.below(actions.length)] ?? "HD";
  return action === "SD" ? { action, n: 1 + random.below(40) } : { action };
}

function noise(random: Xoshiro128): GameCommand {
  switch (random.below(8)) {
    case 0:
      return frameCommand("pause", seat);
    case 1:
      return frameCommand("resume", seat);
    case 2:
      return frameCommand(random.below(30) === 0 ? "abandon" : "tick", seat);
    case 3:
      return { type: "input", seat, data: { action: "SD", n: random.below(100) } };
    case 4:
      return { type: "input", seat: toSeat(1), data: { action: "HD" } };
    case 5:
      return { type: "match_closed", seat: null, data: { how: "finalized" } };
    case 6:
      return input(edge(random));
    default: // any other number
      return input(anyAction(random));
  }
}
