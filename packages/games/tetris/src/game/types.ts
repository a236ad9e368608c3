import type { GameTypes } from "@replayground/engine";
import type { Seat } from "@replayground/kernel";
import type { ClearKind } from "../core/clear.ts";
import type { TopOut } from "../core/core.ts";
import type { Key } from "../core/keys.ts";
import type { PieceName } from "../core/piece.ts";
import type { Spin } from "../core/spin.ts";
import type { Action } from "../core/action.ts";
import type { HandlingOptions, InputMode, Mode, TetrisOptions } from "./options.ts";
import type { TetrisState } from "./state.ts";
import type { Statistics } from "./statistics.ts";
import type { TetrisView } from "./view.ts";

/**
 * The vocabulary of the game.
 * Reading order: InputData -> TetrisCommand -> TetrisEvent, in the order of their emission -> TetrisTypes.
 *
 * Data have their keys in canonical order. What follows from the state is not repeated (the queue, the place of
 * generation): an event is hashed once per piece for ever, the state is one fold away.
 */

/** A raw key edge. Auto-shift happens inside the engine. */
export type EdgeData = { readonly edge: "down" | "up"; readonly key: Key };
/** A logical action; `n` only for `SD`, 1..40 rows. */
export type ActionData = { readonly action: Action; readonly n?: number };
export type InputData = EdgeData | ActionData;

/** The one command of a player. */
export type TetrisCommand = { readonly type: "input"; readonly seat: Seat; readonly data: InputData };

/** Of a board (its seat), or of the authority (no seat). */
type Event<Type extends string, Data, By = Seat> = { readonly type: Type; readonly seat: By; readonly data: Data };

export type GameStart = Event<
  "game_start",
  {
    readonly handling: HandlingOptions;
    readonly inputMode: InputMode;
    readonly mode: Mode;
    /** Id of the frozen rule set that the options vary. */
    readonly profile: string;
  },
  null
>;

export type Input = Event<"input", InputData>;

/** The piece in play went to the hold slot. */
export type Hold = Event<"hold", { readonly piece: PieceName }>;

/** A bag that the authority deals, where the chance is not known to everyone: seven letters, first piece first. */
export type BagDealt = Event<"bag_dealt", { readonly pieces: string }, null>;

/** `index` counts pieces from 1. Place and orientation follow from the rules and the keys held. */
export type PieceSpawn = Event<"piece_spawn", { readonly index: number; readonly piece: PieceName }>;

/** A piece became part of the board, its centre at (x, y), in orientation r. */
export type PieceLock = Event<
  "piece_lock",
  {
    /** Keys beyond the fewest possible. */
    readonly faults: number;
    /** Rows moved by hard drop, and by soft drop. */
    readonly hard: number;
    readonly keys: number;
    readonly piece: PieceName;
    readonly r: number;
    readonly soft: number;
    readonly spin: Spin;
    readonly x: number;
    readonly y: number;
  }
>;

export type LineClear = Event<
  "line_clear",
  {
    /** Counters after the clear: 0 for the first of a chain, -1 without one. */
    readonly b2b: number;
    readonly combo: number;
    readonly count: number;
    /** Rows of these that held garbage. */
    readonly garbage: number;
    /** Kick test of the turn that was the last move, from 1; 0 if it was none. */
    readonly kick: number;
    readonly name: ClearKind;
    readonly perfect: boolean;
    /** Points of the clear, level included, drops excluded. */
    readonly points: number;
    /** From below, as before removal. */
    readonly rows: readonly number[];
  }
>;

/** Attack that left this board: `cancelled` rows of it met the own queue. For several boards. */
export type GarbageSent = Event<
  "garbage_sent",
  {
    readonly cancelled: number;
    readonly id: number;
    readonly reason: "main" | "surge" | "perfect_clear";
    readonly rows: number;
    readonly to: readonly number[];
  }
>;

/** Garbage entered the queue; it may go in from tick `active` on. For several boards. */
export type GarbageReceived = Event<
  "garbage_received",
  { readonly active: number; readonly from: number | null; readonly id: number; readonly rows: number }
>;

/** Garbage rose from below: one hole a row, in the order in which the rows went in. */
export type GarbageInserted = Event<"garbage_inserted", { readonly holes: readonly number[]; readonly id: number }>;

export type LevelUp = Event<"level_up", { readonly level: number }>;

/** Zen: a top out cleared the board, and play goes on. */
export type BoardReset = Event<"board_reset", { readonly cause: TopOut }>;

/** A board is out of the game. `by` is the seat whose garbage did it. */
export type Elimination = Event<
  "elimination",
  { readonly by: number | null; readonly cause: EliminationCause; readonly place: number }
>;

export type EliminationCause = TopOut | "forfeit" | "timeout" | "disconnect";

/** The last event of the game; `finish` tells what ended it. Per-seat lists are in seat order. */
export type GameEnd = Event<
  "game_end",
  { readonly finish: Finish; readonly places: readonly number[]; readonly statistics: readonly Statistics[] },
  null
>;

/** goal: the mode's aim was reached. time: its clock ran out. top_out: neither. */
export type Finish = "goal" | "time" | "top_out";

export type TetrisEvent =
  | GameStart
  | Input
  | Hold
  | BagDealt
  | PieceSpawn
  | PieceLock
  | LineClear
  | GarbageSent
  | GarbageReceived
  | GarbageInserted
  | LevelUp
  | BoardReset
  | Elimination
  | GameEnd;

export interface TetrisTypes extends GameTypes {
  state: TetrisState;
  event: TetrisEvent;
  command: TetrisCommand;
  view: TetrisView;
  options: TetrisOptions;
}
