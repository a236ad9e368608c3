import { assertNever, err, ok, type JsonObject, type Result, type Seat } from "@replayground/kernel";
import type { Policy } from "./policy.ts";
import type { ClockCommand, ClockEvent, Clocked, ClockedState } from "./turn-clock-types.ts";
import type { Draft, GameCommand, GameEvent, GameTypes, Illegal, MomentDetector, Recorded } from "./types.ts";

/** Marks what the clock played in a seat's stead: a consequence, so it is no command of that seat. No game may use it. */
const AUTO = "auto";

export function isClockCommandType(type: string): type is ClockCommand["type"] {
  return type === "hand_over_seat" || type === "take_seat_back";
}

export function isClockCommand<T extends GameTypes>(command: Clocked<T>["command"]): command is ClockCommand {
  return isClockCommandType(command.type);
}

export function isClockEvent<T extends GameTypes>(event: Recorded<Clocked<T>["event"]>): event is Recorded<ClockEvent> {
  return event.type === "turn_timed_out" || event.type === "seat_control_changed";
}

export function parseClockCommand({ type, seat }: GameCommand): Result<ClockCommand, Illegal> {
  if (!isClockCommandType(type)) return illegal("unknown_command");
  return seat === null ? illegal("seat_required") : ok({ type, seat, data: {} });
}

export function decideControl<T extends GameTypes>(
  { seats }: ClockedState<T>,
  { type, seat }: ClockCommand,
): Result<readonly ClockEvent[], Illegal> {
  const by = type === "hand_over_seat" ? "bot" : "person";
  const now = seats[seat]?.by;
  if (now === undefined) return illegal("no_such_seat");
  if (now === by) return illegal(by === "bot" ? "a_bot_plays_already" : "a_person_plays_already");
  return ok([{ type: "seat_control_changed", seat, data: { by, why: "asked" } }]);
}

/** The command a clock's own event records: of the person who asked; null for what time did. */
export function controlCommand(event: Recorded<ClockEvent>): ClockCommand | null {
  switch (event.type) {
    case "turn_timed_out":
      return null;
    case "seat_control_changed": {
      const { by, why } = event.data;
      if (why === "timeouts") return null;
      return { type: by === "bot" ? "hand_over_seat" : "take_seat_back", seat: event.seat, data: {} };
    }
    default:
      return assertNever(event);
  }
}

export function isAuto(event: GameEvent): boolean {
  return AUTO in event.data;
}

/** The draft of a move that nobody made. Its data stay in the order of their keys. */
export function withMark<T extends GameTypes>(draft: Draft<T["event"]>): Draft<T["event"]> {
  const pairs = [...Object.entries(draft.data), [AUTO, true] as const];
  const data: JsonObject = Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  return { ...draft, data };
}

/** The event as the game itself recorded it. */
export function withoutMark<T extends GameTypes>(event: Recorded<Clocked<T>["event"]>): Recorded<T["event"]> {
  if (!isAuto(event)) return event;
  const { [AUTO]: _mark, ...data }: JsonObject = event.data;
  return { ...event, data };
}

/** The game's policies judge what seats do; the clock's own commands are never refused by them. */
export function clockPolicy<T extends GameTypes>(policy: Policy<T>): Policy<Clocked<T>> {
  return {
    id: policy.id,
    window: policy.window,
    penalty: policy.penalty,
    empty: policy.empty,
    observe: (history, command, at) => (isClockCommand<T>(command) ? history : policy.observe(history, command, at)),
    check: (state, history, command, at) =>
      isClockCommand<T>(command) ? null : policy.check(state.game, history, command, at),
  };
}

/** The game's moments, and every turn that ran out. */
export function clockDetector<T extends GameTypes>(inner: MomentDetector<T>): MomentDetector<Clocked<T>> {
  return {
    observe: (event, state) => {
      if (!isClockEvent<T>(event)) return inner.observe(withoutMark<T>(event), state.game);
      const { seq, at, seat, type, data } = event;
      return type === "turn_timed_out" ? [{ seq, at, seat, kind: type, data }] : [];
    },
  };
}

export function describeClock(event: Recorded<ClockEvent>): string {
  switch (event.type) {
    case "turn_timed_out":
      return event.data.command === null
        ? `Time is over for ${seatName(event.seat)}.`
        : `Time is over for ${seatName(event.seat)}: a move is made instead.`;
    case "seat_control_changed":
      return event.data.by === "bot"
        ? `A bot takes over ${seatName(event.seat)}.`
        : `A person plays ${seatName(event.seat)} again.`;
    default:
      return assertNever(event);
  }
}

function seatName(seat: Seat): string {
  return `seat ${seat + 1}`;
}

function illegal(reason: string): { readonly ok: false; readonly error: Illegal } {
  return err({ kind: "illegal", reason });
}
