import {
  createMatch,
  execute,
  frameCommand,
  viewMatch,
  type Authority,
  type GameCommand,
  type MatchState,
} from "@replayground/engine";
import { createTestMatch, createTestRandom } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import {
  hashText,
  invariant,
  toSeat,
  toTick,
  unwrap,
  type Header,
  type LogEvent,
  type Xoshiro128,
} from "@replayground/kernel";
import { tetris, type TetrisTypes } from "@replayground/tetris";
import { botById } from "@replayground/tetris/bots";
import type { GameRecipe } from "./games.ts";
import { Person } from "./person.ts";

/** A played game, not yet chained. */
export interface PlayedGame {
  readonly header: Header;
  readonly events: readonly LogEvent[];
  readonly match: MatchState<TetrisTypes>;
}

interface Timed {
  readonly at: number;
  readonly command: GameCommand;
}

/** What someone does from where a match stands; empty where there is nothing to do. */
type Hand = (match: MatchState<TetrisTypes>) => readonly Timed[];

const seat = toSeat(0);

/** Plays one game of the corpus. The same recipe gives the same log, on any machine. */
export function playGame(recipe: GameRecipe): PlayedGame {
  const { seed, player, mode, options, isCommitted, pauseEvery } = recipe;
  const inputMode = player.kind === "bot" ? "actions" : "keys";
  const bots: Readonly<Record<number, string>> = player.kind === "bot" ? { 0: player.id } : {};
  const parsed = unwrap(tetris.parseOptions({ ...options, inputMode, mode }));
  const { authority, header } = createTestMatch(tetris, nodeHash, {
    seed,
    bots,
    options: parsed,
    committed: isCommitted,
  });
  const created = unwrap(createMatch(authority, header));
  const table = new Table(authority, created.match, [...created.events]);
  if (table.match.status === "idle") table.send({ at: 0, command: frameCommand("add_nonce", seat, nonceOf(seed)) });
  const hand = handOf(recipe, authority, createTestRandom(seed));
  for (let turn = 1; table.isOpen && table.match.at < recipe.until; turn++) {
    table.turn(hand);
    if (pauseEvery > 0 && turn % pauseEvery === 0) table.pause();
  }
  if (table.isOpen) table.send({ at: table.match.at, command: frameCommand("abandon", seat) });
  return { header, events: table.events, match: table.match };
}

function nonceOf(seed: number): string {
  return hashText(nodeHash, `nonce ${seed}`).slice(0, 32);
}

function handOf({ player }: GameRecipe, authority: Authority<TetrisTypes>, random: Xoshiro128): Hand {
  if (player.kind === "bot") {
    const bot = botById(player.id);
    invariant(bot !== null, `no bot ${player.id}`);
    return (match) =>
      bot
        .choose(viewMatch(authority, match, seat).game, random)
        .map((command) => ({ at: match.at + player.pace, command }));
  }
  let someone: Person | null = null;
  return (match) => {
    someone ??= new Person(random, player.habits, match.options.handling);
    const edges = someone.plan(viewMatch(authority, match, seat).game, match.at);
    return edges.map(({ at, edge, key }) => ({ at, command: { type: "input", seat, data: { edge, key } } }));
  };
}

/** A match with its log, moved on by hands. */
class Table {
  readonly events: LogEvent[];
  match: MatchState<TetrisTypes>;
  private readonly authority: Authority<TetrisTypes>;

  constructor(authority: Authority<TetrisTypes>, match: MatchState<TetrisTypes>, events: LogEvent[]) {
    this.authority = authority;
    this.match = match;
    this.events = events;
  }

  get isOpen(): boolean {
    return this.match.status === "running";
  }

  /** Someone acts, or, where there is nothing to do, a tenth of a second goes by. */
  turn(hand: Hand): void {
    const commands = hand(this.match);
    if (commands.length === 0) this.send({ at: this.match.at + 60, command: frameCommand("tick", null) });
    for (const timed of commands) if (this.isOpen) this.send(timed);
  }

  /** The telephone rings: all keys go up, and time stands. */
  pause(): void {
    for (const type of ["pause", "resume"] as const) {
      if (this.isOpen) this.send({ at: this.match.at, command: frameCommand(type, seat) });
    }
  }

  /** A command that the rules refuse leaves no trace: a key that time overtook. */
  send({ at, command }: Timed): void {
    const step = execute(this.authority, this.match, command, toTick(Math.max(at, this.match.at)));
    this.events.push(...step.events);
    this.match = step.match;
  }
}
