import type { JsonObject, Seat, Tick } from "@replayground/kernel";
import type { GameTypes } from "./types.ts";

/**
 * The vocabulary of the turn clock: one wrapper for every turn-based game.
 * Reading order: TurnHooks -> TurnClockOptions -> ClockCommand, ClockEvent -> ClockedState -> Clocked.
 */

/** What a game tells its clock. Both follow from public state: everyone sees who is waited for. */
export interface TurnHooks<T extends GameTypes> {
  /** Whose decision is awaited, none at the end. */
  readonly toMove: (state: T["state"]) => readonly Seat[];
  /** What is played for a seat whose time is over, legal now; null where nothing can be: it gets the time again. */
  readonly timeoutCommand: (state: T["state"], seat: Seat) => T["command"] | null;
  /** Changes where a new turn begins for a seat that has just moved. Without it, a seat keeps its time until others move. */
  readonly turnNumber?: (state: T["state"]) => number;
}

/** The option `turnClock`; null or absent plays without. A type and not an interface, so that it is a `JsonObject`. */
export type TurnClockOptions = {
  /** Time for one turn, in ticks, at most 30 days. */
  readonly perTurn: number;
  /** Views name the tick that is this long before the end, in ticks. Default: a quarter of the turn. */
  readonly warn: number;
  /** After so many timeouts in a row a bot takes the seat; 0 for never. Default 2. */
  readonly botAfter: number;
};

export const CONTROLS = ["person", "bot"] as const;
/** Who plays a seat now. Bots send commands like anyone; the host chooses which bot. */
export type Control = (typeof CONTROLS)[number];

/** A person leaves the seat to a bot, or takes it again. */
export type ClockCommand = {
  readonly type: "hand_over_seat" | "take_seat_back";
  readonly seat: Seat;
  readonly data: JsonObject;
};

export type ClockEvent =
  /** Time is over. `command` is what the rules play instead, or null for nothing. */
  | {
      readonly type: "turn_timed_out";
      readonly seat: Seat;
      readonly data: { readonly command: { readonly data: JsonObject; readonly type: string } | null };
    }
  | {
      readonly type: "seat_control_changed";
      readonly seat: Seat;
      readonly data: { readonly by: Control; readonly why: "asked" | "timeouts" };
    };

export interface SeatClock {
  /** The tick at which the turn is over; null while nobody waits for the seat. */
  readonly deadline: Tick | null;
  /** Timeouts since the seat last did something itself. */
  readonly timeouts: number;
  readonly by: Control;
}

export interface ClockedState<T extends GameTypes> {
  readonly at: Tick;
  readonly seats: readonly SeatClock[];
  readonly settings: TurnClockOptions | null;
  readonly game: T["state"];
}

export interface SeatClockView extends SeatClock {
  /** From this tick on the interface warns. */
  readonly warnAt: Tick | null;
}

/** The types of a game with a turn clock. */
export interface Clocked<T extends GameTypes> extends GameTypes {
  state: ClockedState<T>;
  event: T["event"] | ClockEvent;
  command: T["command"] | ClockCommand;
  view: { readonly game: T["view"]; readonly seats: readonly SeatClockView[] };
  options: { readonly game: T["options"]; readonly turnClock: TurnClockOptions | null };
}
