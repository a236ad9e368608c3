import { bytesToHex, toSeat, toTick, type Seat, type Tick, type Xoshiro128 } from "@replayground/kernel";
import { frameCommand } from "../frame.ts";
import type { GameCommand, GameTypes, MatchState } from "../types.ts";

/** What a game's author writes to be played at random: a command for this position, mostly legal; null to wait. */
export type Propose<T extends GameTypes> = (match: MatchState<T>, random: Xoshiro128) => GameCommand | null;

export interface InputOptions<T extends GameTypes> {
  readonly propose: Propose<T>;
  /** Longest wait between two commands, in ticks. */
  readonly span: number;
  /** How many commands of a hundred are noise: frame commands, nonsense, the past. */
  readonly noise: number;
}

export interface Input {
  readonly command: GameCommand;
  readonly at: Tick;
}

/** The next input of a random playout. */
export function nextInput<T extends GameTypes>(
  match: MatchState<T>,
  random: Xoshiro128,
  { propose, span, noise }: InputOptions<T>,
): Input {
  const noisy = random.below(100) < noise;
  if (match.status === "idle") return { command: noisy ? nonsense(match, random) : nonce(match, random), at: match.at };
  if (match.paused) {
    const command = noisy ? nonsense(match, random) : frameCommand("resume", null);
    return { command, at: noisy ? someTick(match, random, span) : match.at };
  }
  const command = noisy ? nonsense(match, random) : (propose(match, random) ?? frameCommand("tick", null));
  return { command, at: someTick(match, random, span) };
}

function someTick<T extends GameTypes>({ at }: MatchState<T>, random: Xoshiro128, span: number): Tick {
  const kind = random.below(20);
  if (kind < 8) return at;
  if (kind === 8) return toTick(Math.max(0, at - 1 - random.below(span)));
  return toTick(at + 1 + random.below(kind < 16 ? Math.max(1, span >> 3) : span));
}

function nonce<T extends GameTypes>({ nonces, header }: MatchState<T>, random: Xoshiro128): GameCommand {
  const missing = nonces.findIndex((known, seat) => known === null && header.seats[seat]?.bot === null);
  const bytes = Uint8Array.from({ length: 16 }, () => random.below(256));
  return frameCommand("add_nonce", toSeat(Math.max(0, missing)), bytesToHex(bytes));
}

function nonsense<T extends GameTypes>(match: MatchState<T>, random: Xoshiro128): GameCommand {
  const seat = anySeat(match, random);
  switch (random.below(9)) {
    case 0:
    case 1:
      return frameCommand("pause", seat);
    case 2:
      return frameCommand("resume", seat);
    case 3:
      return frameCommand("tick", seat);
    case 4:
      return frameCommand("add_nonce", seat, "00".repeat(random.below(18)));
    case 5:
      return { type: "no_such_command", seat, data: {} };
    case 6:
      // Rare: it ends the match.
      return frameCommand(random.below(20) === 0 ? "abandon" : "tick", seat);
    case 7:
      return { type: `match_closed`, seat, data: { how: "finalized", secret: null } };
    default:
      return { type: "", seat: null, data: { at: -1 } };
  }
}

function anySeat<T extends GameTypes>({ header }: MatchState<T>, random: Xoshiro128): Seat | null {
  const seat = random.below(header.seats.length + 1);
  return seat === header.seats.length ? null : toSeat(seat);
}
