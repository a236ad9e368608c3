import { bytesEqual, toTick, unwrap, type Header, type LogEvent, type Xoshiro128 } from "@replayground/kernel";
import { commandOf } from "../command-of.ts";
import { createMatch, execute } from "../execute.ts";
import { frameCommand, isFrameCommand } from "../frame.ts";
import type { Authority, GameCommand, GameTypes, MatchState, Outcome, Step } from "../types.ts";
import { difference, show } from "./difference.ts";
import { createTestRandom } from "./headers.ts";
import { Mirror, sameMatch } from "./mirror.ts";
import { nextInput, type Input, type Propose } from "./playout-input.ts";
import { firstDivergence, reexecute } from "./reexecute.ts";
import { checkTimeLaws } from "./time-laws.ts";

export interface PlayoutOptions<T extends GameTypes> {
  readonly seed: number;
  /** Commands to send; the playout ends earlier if the match does. */
  readonly steps: number;
  readonly propose: Propose<T>;
  /** Longest wait between two commands, in ticks. Default: two seconds. */
  readonly span?: number;
  /** How many commands of a hundred are noise. Default 20. */
  readonly noise?: number;
}

/** What a playout did, so that a test can state that it was not vacuous. */
export interface Playout<T extends GameTypes> {
  readonly match: MatchState<T>;
  readonly events: readonly LogEvent[];
  readonly accepted: number;
  /** Refused commands by kind of rejection. */
  readonly refused: Readonly<Record<string, number>>;
  /** Event types whose data was not built with its keys in order: correct, but slower to encode. */
  readonly unsorted: readonly string[];
}

/**
 * Plays at random, with legal and illegal commands at random ticks, and checks every law of the contract after every
 * event. Throws with the seed, the step and the law that broke; the same seed gives the same playout.
 */
export function randomPlayout<T extends GameTypes>(
  authority: Authority<T>,
  header: Header,
  options: PlayoutOptions<T>,
): Playout<T> {
  const { seed, steps } = options;
  let step = 0;
  let input: Input | null = null;
  try {
    const run = new Run(authority, header, options);
    for (; step < steps && !run.over; step++) {
      input = run.next();
      run.play(input);
    }
    return run.finish();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const sent = input === null ? "" : ` after ${show(input.command)} at ${input.at}`;
    throw new Error(`playout of ${header.game}, seed ${seed}, step ${step}${sent}: ${reason}`, { cause: error });
  }
}

class Run<T extends GameTypes> {
  private readonly authority: Authority<T>;
  private readonly mirror: Mirror<T>;
  private readonly random: Xoshiro128;
  private readonly input: { readonly propose: Propose<T>; readonly span: number; readonly noise: number };
  private match: MatchState<T>;
  private accepted = 0;
  private readonly refused: Record<string, number> = {};

  constructor(authority: Authority<T>, header: Header, options: PlayoutOptions<T>) {
    const { seed, propose, span = 2 * authority.game.ticksPerSecond, noise = 20 } = options;
    this.authority = authority;
    this.random = createTestRandom(seed);
    this.input = { propose, span, noise };
    this.mirror = new Mirror(authority, header);
    const created = unwrap(createMatch(authority, header));
    this.match = created.match;
    this.follow(created);
  }

  get over(): boolean {
    return this.match.status === "finalized" || this.match.status === "abandoned";
  }

  next(): Input {
    return nextInput(this.match, this.random, this.input);
  }

  play(input: Input): void {
    const { authority, match, random } = this;
    const { command, at } = input;
    if (match.status === "running" && !match.paused) {
      checkTimeLaws(authority, match, Math.max(at, match.at) + random.below(this.input.span), random);
    }
    const before = authority.game.encodeState(match.game);
    const step = execute(authority, match, command, at);
    if (!bytesEqual(before, authority.game.encodeState(match.game))) {
      throw new Error("a state is never changed: the one before the command is different after it");
    }
    if (step.rejection?.kind === "too_far") throw new Error("elapse makes what is due not due: time stands still");
    this.match = step.match;
    this.follow(step);
    checkRecord(authority, step, command);
    if (random.below(8) === 0) this.checkSplit(match, input, step);
    this.count(step);
  }

  finish(): Playout<T> {
    const { authority, mirror, match } = this;
    if (this.over) this.checkClosed();
    mirror.finish();
    const again = reexecute(authority, match.header, mirror.events);
    const found = firstDivergence(mirror.events, again.events);
    if (found !== null) throw new Error(`a log re-executes from its own commands: ${found}`);
    if (this.over) sameMatch(authority, match, again.match, "a log re-executes to the same state");
    const { accepted, refused } = this;
    return { match, events: mirror.events, accepted, refused, unsorted: [...mirror.unsorted] };
  }

  private follow(step: Step<T>): void {
    for (const event of step.events) this.mirror.take(event);
    this.mirror.compare(step.match);
    const { status } = step.match;
    const ended = status === "finalized" || status === "abandoned";
    const outcome = this.authority.game.outcome(step.match.game);
    if (outcome !== null) checkOutcome(outcome, step.match.header);
    const over = outcome !== null;
    if (over !== (status === "finalized") && status !== "abandoned")
      throw new Error(`lifecycle: ${status}, over ${over}`);
    const last = this.mirror.events[this.mirror.events.length - 1];
    if (ended !== (last?.type === "match_closed")) throw new Error(`lifecycle: ${status}, last ${last?.type}`);
  }

  /** The same question has the same answer, and time that passes in two steps is the same time. */
  private checkSplit(match: MatchState<T>, { command, at }: Input, step: Step<T>): void {
    const { authority, random } = this;
    // What is not well-formed is refused before any time is spent on it.
    const waits = step.match.at > match.at;
    const middle = waits ? toTick(match.at + random.below(at - match.at + 1)) : at;
    const first = waits ? execute(authority, match, frameCommand("tick", null), middle) : null;
    const second = execute(authority, first?.match ?? match, command, at);
    const law = "the same command gives the same events, however its time was spent";
    const found =
      firstDivergence(step.events, [...(first?.events ?? []), ...second.events]) ??
      (command.type === "tick" ? null : difference(step.rejection, second.rejection, ".rejection"));
    if (found !== null) throw new Error(`${law}: ${found}`);
  }

  private count({ rejection }: Step<T>): void {
    if (rejection === null) this.accepted++;
    else this.refused[rejection.kind] = (this.refused[rejection.kind] ?? 0) + 1;
  }

  private checkClosed(): void {
    const { authority, match } = this;
    for (const command of [frameCommand("tick", null), frameCommand("abandon", null)]) {
      const step = execute(authority, match, command, toTick(match.at + 1));
      if (step.rejection?.kind !== "not_running" || step.events.length > 0) {
        throw new Error(`lifecycle: a closed match accepts ${command.type}`);
      }
    }
  }
}

function checkOutcome({ places }: Outcome, { seats }: Header): void {
  const fair = places.length === seats.length && places.every((place) => place >= 1 && place <= seats.length);
  if (!fair || !places.includes(1)) throw new Error(`an outcome gives every seat its place: ${show(places)}`);
}

/** An accepted command, and one whose violation was recorded, stands in exactly one event; nothing else records any. */
function checkRecord<T extends GameTypes>({ game }: Authority<T>, step: Step<T>, command: GameCommand): void {
  const { rejection } = step;
  const recorded = step.events.map((event) => commandOf(game, event)).filter((found) => found !== null);
  const expected = rejection === null ? command.type !== "tick" : rejection.kind === "violation" && rejection.recorded;
  if (recorded.length !== Number(expected)) {
    const outcome = rejection === null ? "accepted" : `refused (${rejection.kind})`;
    throw new Error(`commandOf: the ${outcome} command stands in ${recorded.length} events: ${show(command)}`);
  }
  const [given] = recorded;
  if (given === undefined) return;
  const found = difference(wellFormed(game, command), wellFormed(game, given), ".command");
  if (found !== null) throw new Error(`commandOf gives back the whole command: ${found}`);
}

function wellFormed<T extends GameTypes>(game: Authority<T>["game"], command: GameCommand): GameCommand {
  return isFrameCommand(command.type) ? command : unwrap(game.parseCommand(command));
}
