import type {
  HashPort,
  Header,
  Hex,
  Json,
  JsonObject,
  LogEvent,
  RandomWords,
  Result,
  Seat,
  Tick,
  Xoshiro128,
} from "@replayground/kernel";
import type { Conduct, Policy } from "./policy.ts";

/**
 * The vocabulary of running a match.
 * Reading order: GameTypes -> Command, Draft, Recorded -> Chance -> Game -> MatchState -> Step.
 */

/** The types of one game, bundled, so that everything else takes one parameter. */
export interface GameTypes {
  /** Immutable at the border: whoever holds a state may keep it. */
  state: unknown;
  event: GameEvent;
  command: GameCommand;
  view: unknown;
  options: JsonObject;
}

/** What a game says has happened. Past tense, snake_case; `data` has its keys in order and canonical bytes. */
export interface GameEvent {
  readonly type: string;
  readonly seat: Seat | null;
  readonly data: JsonObject;
}

/** What someone asks for. Imperative; complete, so that the event that records it can carry all of it. */
export interface GameCommand {
  readonly type: string;
  readonly seat: Seat | null;
  readonly data: JsonObject;
}

/** A part of an event that only one seat may read. The runner seals it; games never touch salts or digests. */
export interface Secret {
  readonly to: Seat;
  readonly value: Json;
}

/** An event as a game proposes it. Number, type, seat, recipients and data must follow from public state alone. */
export type Draft<E extends GameEvent> = E & { readonly secrets?: readonly Secret[] };

/** An event as it stands in a log: a sealed part may be opened or not, depending on who folds. */
export type Recorded<E extends GameEvent> = E & Pick<LogEvent, "seq" | "at" | "sealed">;

/** The chance of one match, as a game may ask for it. Known to the authority only, unless the header is open. */
export interface ChancePort {
  /** Starting words of the stream for one purpose and round. The same question has the same answer. */
  readonly stream: (name: string, round: number) => RandomWords;
}

/** For whom a view is built: a seat, or someone who may see only what everybody sees. */
export type Viewer = Seat | "spectator";

/** Why a game refuses a command. `reason` is a stable snake_case word, for people and tests. */
export interface Illegal {
  readonly kind: "illegal";
  readonly reason: string;
}

export interface OptionsError {
  readonly kind: "bad_options";
  /** Path of the first offending option. */
  readonly path: string;
  readonly reason: string;
}

/** The end of a match: places per seat, 1 for the winner; equal numbers are ties. */
export interface Outcome {
  readonly places: readonly number[];
}

/** A moment worth a glyph on the Tape. */
export interface Moment {
  readonly seq: number;
  readonly at: Tick;
  readonly seat: Seat | null;
  /** snake_case, such as `perfect_clear`. */
  readonly kind: string;
  readonly data: JsonObject;
}

/** Watches a match from its first event on. Pure in the sequence it was shown; no look-ahead. */
export interface MomentDetector<T extends GameTypes> {
  /** @param state the state after the event */
  readonly observe: (event: Recorded<T["event"]>, state: T["state"]) => readonly Moment[];
}

/** What `setup` is given. Options are already parsed. */
export interface Setup<T extends GameTypes> {
  readonly header: Header;
  readonly options: T["options"];
}

/**
 * A game is a pure value. Laws, checked by `@replayground/engine/testing`:
 *
 * - `advance(advance(s, a), b) = advance(s, b)`
 * - everything due at or before `at` happens first, then the command at `at`
 * - the event that records a command carries all of it: `commandOf(event)` gives it back
 * - for every viewer: `view(fold(full log)) = view(fold(redacted log))`
 * - `decodeState(encodeState(s)) = s`
 */
export interface Game<T extends GameTypes> {
  /** snake_case, at most 64 characters. */
  readonly id: string;
  /** Version of the rules. A released version never changes what it does. */
  readonly rules: number;
  readonly seats: { readonly min: number; readonly max: number };
  /** Length of a tick: 600 for Tetris, 1000 where a tick is a millisecond. */
  readonly ticksPerSecond: number;

  /** Fills in defaults; refuses unknown names and values out of range. */
  readonly parseOptions: (value: unknown) => Result<T["options"], OptionsError>;
  /** Well-formed is not yet legal: types and ranges only, no state. */
  readonly parseCommand: (command: GameCommand) => Result<T["command"], Illegal>;

  /** The first state and the first events. `chance` is null for a reader who does not know the secret. */
  readonly setup: (
    setup: Setup<T>,
    chance: ChancePort | null,
  ) => { readonly state: T["state"]; readonly events: readonly Draft<T["event"]>[] };
  /** Is it legal now, and what happens. The state already stands at the command's tick. */
  readonly decide: (
    state: T["state"],
    command: T["command"],
    chance: ChancePort,
  ) => Result<readonly Draft<T["event"]>[], Illegal>;
  /** Total. The state already stands at the event's tick. A sealed value may be absent: hidden things are slots. */
  readonly evolve: (state: T["state"], event: Recorded<T["event"]>) => T["state"];
  /** The silent motion between events, up to `at`. Never called past `nextDue`. */
  readonly advance: (state: T["state"], at: Tick) => T["state"];
  /** The first tick, not later than `until`, at which time itself causes an event; null if there is none. */
  readonly nextDue: (state: T["state"], until: Tick) => Tick | null;
  /** What time causes now. The state stands at a due tick; the events make it not due. */
  readonly elapse: (state: T["state"], chance: ChancePort) => readonly Draft<T["event"]>[];
  /**
   * The command an event records; null for a consequence. Total: a verifier asks it about events that no game made, so
   * a type it does not know gives null, and what it gives back is parsed like any command.
   */
  readonly commandOf: (event: Recorded<T["event"]>) => T["command"] | null;

  /** Built by allow-list. Boards and bots get this, never the state. */
  readonly view: (state: T["state"], viewer: Viewer) => T["view"];
  /** Complete and exact: snapshots and the state hash. */
  readonly encodeState: (state: T["state"]) => Uint8Array;
  /** The inverse, for the header the state belongs to. Null for bytes that `encodeState` cannot have written. */
  readonly decodeState: (setup: Setup<T>, bytes: Uint8Array) => T["state"] | null;
  /** Null while the match goes on. */
  readonly outcome: (state: T["state"]) => Outcome | null;

  readonly policies: readonly Policy<T>[];
  /** Commands that no policy may refuse, such as letting a key go. */
  readonly isRelease: (command: T["command"]) => boolean;
  /** What a pause undoes: keys that are held. */
  readonly release: (state: T["state"]) => T["state"];

  readonly momentsVersion: number;
  readonly createMomentDetector: () => MomentDetector<T>;
  /** One plain sentence in English, for screen readers, lists and the inspector. */
  readonly describe: (event: Recorded<T["event"]>) => string;
}

/**
 * A personality: sees what its seat sees and acts through commands, like a person. Pure: the same view and the same
 * randomness give the same commands, so a match between bots can be made again from their seeds.
 */
export interface Bot<T extends GameTypes> {
  /** snake_case; stands in the seat's header. */
  readonly id: string;
  /** What to do next, in order; empty if there is nothing to do now. */
  readonly choose: (view: T["view"], random: Xoshiro128) => readonly T["command"][];
}

/** What folding a log needs. `secret` is the chance of a committed match, for whoever knows it. */
export interface Runtime<T extends GameTypes> {
  readonly game: Game<T>;
  readonly hash: HashPort;
  readonly secret?: Hex;
}

/** What deciding needs: the secret is known (of an open match it is the header's own). */
export interface Authority<T extends GameTypes> extends Runtime<T> {
  readonly secret: Hex;
}

export type Status = "idle" | "running" | "finalized" | "abandoned";

/** A match at one moment: the fold of its events, advanced to `at`. */
export interface MatchState<T extends GameTypes> {
  readonly header: Header;
  readonly options: T["options"];
  /** idle until every seat of a committed match has added its nonce. */
  readonly status: Status;
  readonly seq: number;
  readonly at: Tick;
  readonly paused: boolean;
  /** Per seat, null until added; of an open match, those its header carries. */
  readonly nonces: readonly (Hex | null)[];
  readonly conduct: Conduct;
  readonly game: T["state"];
}

/** What one input did. Time may have caused events even where the command was refused. */
export interface Step<T extends GameTypes> {
  readonly match: MatchState<T>;
  readonly events: readonly LogEvent[];
  readonly rejection: Rejection | null;
}

/** Why a command was not carried out. The kind tells the sender what to do. */
export type Rejection =
  /** Fix the request: the rules do not allow it now, or it is not a command of this game. */
  | Illegal
  /** Never resend: the match has not begun or is over. */
  | { readonly kind: "not_running"; readonly status: Status }
  /** Resume first. */
  | { readonly kind: "paused" }
  /** The clock stands at `now` already. */
  | { readonly kind: "late"; readonly now: Tick }
  /** A policy refused it; `recorded` says whether this was the first of its window. */
  | { readonly kind: "violation"; readonly policy: string; readonly recorded: boolean }
  /** The seat's inputs are locked until a tick. */
  | { readonly kind: "penalized"; readonly until: Tick }
  /** Time alone would cause more events before this command than one step may; close or resume the match nearer. */
  | { readonly kind: "too_far"; readonly limit: number };
