import { bytesEqual, err, invariant, ok, type Tick } from "@replayground/kernel";
import {
  clockDetector,
  clockPolicy,
  controlCommand,
  decideControl,
  describeClock,
  isAuto,
  isClockCommand,
  isClockCommandType,
  isClockEvent,
  parseClockCommand,
  withMark,
  withoutMark,
} from "./turn-clock-events.ts";
import { parseTurnClock } from "./turn-clock-options.ts";
import {
  clearTimeouts,
  decodeClocks,
  encodeClocks,
  evolveClocks,
  restartClocks,
  startClocks,
  viewClock,
} from "./turn-clock-state.ts";
import type { Clocked, ClockedState, TurnHooks } from "./turn-clock-types.ts";
import type { ChancePort, Draft, Game, GameTypes, Recorded } from "./types.ts";

/**
 * Gives a turn-based game its clock: the option `turnClock`, timeout moves, bot takeover and hand-back. Events
 * `turn_timed_out` and `seat_control_changed`; commands `hand_over_seat` and `take_seat_back`. Laws stay the game's own.
 */
export function withTurnClock<T extends GameTypes>(game: Game<T>, hooks: TurnHooks<T>): Game<Clocked<T>> {
  return {
    id: game.id,
    rules: game.rules,
    seats: game.seats,
    ticksPerSecond: game.ticksPerSecond,
    parseOptions: (value) => parseOptions(game, value),
    parseCommand: (command) =>
      isClockCommandType(command.type) ? parseClockCommand(command) : game.parseCommand(command),
    setup: ({ header, options }, chance) => {
      const inner = game.setup({ header, options: options.game }, chance);
      return { state: startClocks(hooks, header, options.turnClock, inner.state), events: inner.events };
    },
    decide: (state, command, chance) =>
      isClockCommand<T>(command) ? decideControl(state, command) : game.decide(state.game, command, chance),
    evolve: (state, event) => evolve(game, hooks, state, event),
    advance: (state, at) => (at <= state.at ? state : { ...state, at, game: game.advance(state.game, at) }),
    nextDue: (state, until) => {
      const own = firstDeadline(state);
      const inner = game.nextDue(state.game, own === null || own > until ? until : own);
      return inner ?? (own !== null && own <= until ? own : null);
    },
    elapse: (state, chance) =>
      game.nextDue(state.game, state.at) === null
        ? timeOut(game, hooks, state, chance)
        : game.elapse(state.game, chance),
    commandOf: (event) => {
      if (isClockEvent<T>(event)) return controlCommand(event);
      return isAuto(event) ? null : game.commandOf(event);
    },
    view: (state, viewer) => ({
      game: game.view(state.game, viewer),
      seats: state.seats.map((clock) => viewClock(clock, state.settings)),
    }),
    encodeState: (state) => encodeClocks(state, game.encodeState(state.game)),
    decodeState: ({ header, options }, bytes) => {
      const clocks = decodeClocks(bytes, header.seats.length);
      if (clocks === null) return null;
      const inner = game.decodeState({ header, options: options.game }, clocks.rest);
      if (inner === null) return null;
      const state = { at: clocks.at, seats: clocks.seats, settings: options.turnClock, game: inner };
      return bytesEqual(encodeClocks(state, clocks.rest), bytes) ? state : null;
    },
    outcome: (state) => game.outcome(state.game),
    policies: game.policies.map((policy) => clockPolicy(policy)),
    isRelease: (command) => isClockCommand<T>(command) || game.isRelease(command),
    release: (state) => ({ ...state, game: game.release(state.game) }),
    momentsVersion: game.momentsVersion,
    createMomentDetector: () => clockDetector(game.createMomentDetector()),
    describe: (event) => (isClockEvent<T>(event) ? describeClock(event) : game.describe(withoutMark(event))),
  };
}

function parseOptions<T extends GameTypes>(
  game: Game<T>,
  value: unknown,
): ReturnType<Game<Clocked<T>>["parseOptions"]> {
  if (typeof value !== "object" || value === null)
    return err({ kind: "bad_options", path: "", reason: "not_an_object" });
  const given: Readonly<Record<string, unknown>> = { ...value };
  const { turnClock, ...rest } = given;
  const clock = parseTurnClock(turnClock, game.ticksPerSecond);
  if (!clock.ok) return clock;
  const options = game.parseOptions(rest);
  return options.ok ? ok({ game: options.value, turnClock: clock.value }) : options;
}

function evolve<T extends GameTypes>(
  game: Game<T>,
  hooks: TurnHooks<T>,
  state: ClockedState<T>,
  event: Recorded<Clocked<T>["event"]>,
): ClockedState<T> {
  if (isClockEvent<T>(event)) return evolveClocks(state, event);
  const inner = game.evolve(state.game, withoutMark(event));
  const by = isAuto(event) ? null : (game.commandOf(event)?.seat ?? null);
  return clearTimeouts(restartClocks(hooks, state, inner, event.at), by);
}

function firstDeadline<T extends GameTypes>({ seats }: ClockedState<T>): Tick | null {
  let first: Tick | null = null;
  for (const { deadline } of seats) if (deadline !== null && (first === null || deadline < first)) first = deadline;
  return first;
}

/** What is played for the first seat whose time is over, and the bot that takes a seat left alone. */
function timeOut<T extends GameTypes>(
  game: Game<T>,
  hooks: TurnHooks<T>,
  state: ClockedState<T>,
  chance: ChancePort,
): readonly Draft<Clocked<T>["event"]>[] {
  const index = state.seats.findIndex(({ deadline }) => deadline !== null && deadline <= state.at);
  const clock = state.seats[index];
  const { settings } = state;
  invariant(clock !== undefined && settings !== null, "a deadline has passed");
  const seat = hooks.toMove(state.game).find((awaited) => awaited === index);
  invariant(seat !== undefined, "only a seat to move has a deadline");
  const command = hooks.timeoutCommand(state.game, seat);
  const played = command === null ? null : { data: command.data, type: command.type };
  const drafts: Draft<Clocked<T>["event"]>[] = [{ type: "turn_timed_out", seat, data: { command: played } }];
  if (clock.by === "person" && clock.timeouts + 1 === settings.botAfter) {
    drafts.push({ type: "seat_control_changed", seat, data: { by: "bot", why: "timeouts" } });
  }
  if (command === null) return drafts;
  const decided = game.decide(state.game, command, chance);
  invariant(decided.ok, "what is played after a timeout is legal");
  return [...drafts, ...decided.value.map((draft) => withMark<T>(draft))];
}
