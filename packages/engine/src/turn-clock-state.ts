import {
  asciiToBytes,
  assertNever,
  bytesToAscii,
  concatBytes,
  toTick,
  type Header,
  type Tick,
} from "@replayground/kernel";
import {
  CONTROLS,
  type ClockEvent,
  type ClockedState,
  type SeatClock,
  type SeatClockView,
  type TurnClockOptions,
  type TurnHooks,
} from "./turn-clock-types.ts";
import type { GameTypes, Recorded } from "./types.ts";

/** The clocks before the first event: those to move have a full turn. */
export function startClocks<T extends GameTypes>(
  hooks: TurnHooks<T>,
  header: Header,
  settings: TurnClockOptions | null,
  game: T["state"],
): ClockedState<T> {
  const seats = header.seats.map(({ bot }): SeatClock => {
    return { by: bot === null ? "person" : "bot", deadline: null, timeouts: 0 };
  });
  const at = toTick(0);
  return restartClocks(hooks, { at, game, seats, settings }, game, at);
}

/** The state with the game after an event: whoever is newly waited for gets a full turn. */
export function restartClocks<T extends GameTypes>(
  hooks: TurnHooks<T>,
  state: ClockedState<T>,
  game: T["state"],
  at: Tick,
): ClockedState<T> {
  const { settings } = state;
  if (settings === null) return { ...state, game };
  const awaited = hooks.toMove(game);
  const newTurn = hooks.turnNumber !== undefined && hooks.turnNumber(state.game) !== hooks.turnNumber(game);
  const seats = state.seats.map((clock, index): SeatClock => {
    const waits = awaited.some((seat) => seat === index);
    if (!waits) return clock.deadline === null ? clock : { ...clock, deadline: null };
    const running = clock.deadline !== null && !newTurn;
    return running ? clock : { ...clock, deadline: toTick(at + settings.perTurn) };
  });
  return { ...state, game, seats };
}

/** The clocks after one of their own events. */
export function evolveClocks<T extends GameTypes>(
  state: ClockedState<T>,
  event: Recorded<ClockEvent>,
): ClockedState<T> {
  switch (event.type) {
    case "turn_timed_out": {
      const deadline = state.settings === null ? null : toTick(event.at + state.settings.perTurn);
      return mapClock(state, event.seat, (clock) => ({ ...clock, deadline, timeouts: clock.timeouts + 1 }));
    }
    case "seat_control_changed":
      return mapClock(state, event.seat, (clock) => ({ ...clock, by: event.data.by, timeouts: 0 }));
    default:
      return assertNever(event);
  }
}

/** The seat has done something itself. */
export function clearTimeouts<T extends GameTypes>(state: ClockedState<T>, seat: number | null): ClockedState<T> {
  if (seat === null || state.seats[seat]?.timeouts === 0) return state;
  return mapClock(state, seat, (clock) => ({ ...clock, timeouts: 0 }));
}

export function viewClock({ by, deadline, timeouts }: SeatClock, settings: TurnClockOptions | null): SeatClockView {
  const warnAt = deadline === null || settings === null ? null : toTick(deadline - settings.warn);
  return { by, deadline, timeouts, warnAt };
}

/** One line of integers, then the game's own bytes. */
export function encodeClocks<T extends GameTypes>({ at, seats }: ClockedState<T>, game: Uint8Array): Uint8Array {
  const words = seats.flatMap(({ by, deadline, timeouts }) => [CONTROLS.indexOf(by), deadline ?? -1, timeouts]);
  return concatBytes(asciiToBytes(`${[at, ...words].join(" ")}\n`), game);
}

/** The clocks and what is left for the game; null for bytes that are not of this form. */
export function decodeClocks(
  bytes: Uint8Array,
  count: number,
): { readonly at: Tick; readonly seats: readonly SeatClock[]; readonly rest: Uint8Array } | null {
  const end = bytes.indexOf(0x0a);
  const line = bytesToAscii(bytes.subarray(0, Math.max(0, end)));
  if (!/^\d+(?: (?:-1|\d+))*$/.test(line)) return null;
  const words = line.split(" ").map(Number);
  if (words.length !== 1 + 3 * count) return null;
  const seats: SeatClock[] = [];
  for (let i = 1; i < words.length; i += 3) {
    const by = CONTROLS[words[i] ?? -1];
    const [deadline = -1, timeouts = -1] = words.slice(i + 1, i + 3);
    if (by === undefined || timeouts < 0) return null;
    seats.push({ by, deadline: deadline < 0 ? null : toTick(deadline), timeouts });
  }
  return { at: toTick(words[0] ?? 0), seats, rest: bytes.slice(end + 1) };
}

function mapClock<T extends GameTypes>(
  state: ClockedState<T>,
  seat: number,
  change: (clock: SeatClock) => SeatClock,
): ClockedState<T> {
  return { ...state, seats: state.seats.map((clock, index) => (index === seat ? change(clock) : clock)) };
}
