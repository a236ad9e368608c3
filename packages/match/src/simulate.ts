import {
  Xoshiro128,
  deriveStream,
  toSeat,
  toTick,
  type Hex,
  type LogEvent,
  type Seat,
  type Tick,
} from "@replayground/kernel";
import {
  execute,
  frameCommand,
  viewMatch,
  type Authority,
  type Bot,
  type GameTypes,
  type MatchState,
  type Step,
} from "@replayground/engine";

/** Bots at the seats they play, by seat index. */
export type BotBySeat<T extends GameTypes> = ReadonlyMap<number, Bot<T>>;

export interface Simulation<T extends GameTypes> {
  readonly bots: BotBySeat<T>;
  /** Where the bots' own randomness comes from; independent of the match's secret. 32 bytes. */
  readonly seed: Hex;
  /** Ticks a bot waits between two commands. */
  readonly pace: number;
  /** Stops there even if the match goes on. */
  readonly maxEvents: number;
}

/** The randomness of one decision, from the bot's own seed, its seat and the position in the log. */
export function botRandom<T extends GameTypes>(
  authority: Authority<T>,
  seed: Hex,
  seat: number,
  seq: number,
): Xoshiro128 {
  return new Xoshiro128(
    deriveStream(authority.hash, { secret: seed, nonces: [] }, { name: `bot:${seat}`, round: seq }),
  );
}

/** What the bot at a seat does now. */
export function botCommands<T extends GameTypes>(
  authority: Authority<T>,
  match: MatchState<T>,
  { bot, seat, seed }: { readonly bot: Bot<T>; readonly seat: Seat; readonly seed: Hex },
): readonly T["command"][] {
  const view = viewMatch(authority, match, seat).game;
  return bot.choose(view, botRandom(authority, seed, seat, match.seq));
}

/** How long bots may wait together for something to happen, in seconds of the match. */
const PATIENCE = 600;

/**
 * Lets bots play a running match to its end. Every command goes through the runner like a person's. Where none of them
 * gets anything done, time runs to what is due next; where nothing is, or the match is paused, it is left as it stands.
 */
export function simulate<T extends GameTypes>(
  authority: Authority<T>,
  start: MatchState<T>,
  simulation: Simulation<T>,
  emit: (event: LogEvent) => void,
): MatchState<T> {
  let match = start;
  let count = 0;
  const take = (step: Step<T>): boolean => {
    for (const event of step.events) emit(event);
    count += step.events.length;
    match = step.match;
    return step.rejection === null;
  };
  while (match.status === "running" && count < simulation.maxEvents) {
    const before = count;
    for (const [seat, bot] of simulation.bots) {
      const commands = botCommands(authority, match, { bot, seat: toSeat(seat), seed: simulation.seed });
      for (const command of commands) {
        if (!take(execute(authority, match, command, toTick(match.at + simulation.pace)))) break;
      }
    }
    if (count > before || match.status !== "running") continue;
    const due = nextDue(authority, match);
    if (due === null || !take(execute(authority, match, frameCommand("tick", null), due))) break;
  }
  return match;
}

function nextDue<T extends GameTypes>({ game }: Authority<T>, match: MatchState<T>): Tick | null {
  return game.nextDue(match.game, toTick(match.at + PATIENCE * game.ticksPerSecond));
}
