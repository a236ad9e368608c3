import {
  assertNever,
  err,
  ok,
  parseHex,
  toTick,
  type Header,
  type LogEvent,
  type Result,
  type Tick,
} from "@replayground/kernel";
import { chanceOf } from "./chance.ts";
import { isFrameEvent, type FrameEventType } from "./frame.ts";
import { emptyConduct, observeCommand, recordViolation } from "./policy.ts";
import type { GameTypes, MatchState, OptionsError, Recorded, Runtime } from "./types.ts";

/** Why a header cannot be run by this game. */
export type HeaderError =
  | { readonly kind: "wrong_game"; readonly game: string }
  /** Not invalid: rules this program does not have. */
  | { readonly kind: "unknown_rules"; readonly rules: number }
  | { readonly kind: "wrong_seats"; readonly seats: number }
  | OptionsError;

/** The fold of an empty log. A committed match stays idle until every person's seat has added its nonce. */
export function emptyMatch<T extends GameTypes>(
  runtime: Runtime<T>,
  header: Header,
): Result<MatchState<T>, HeaderError> {
  const { game } = runtime;
  const seats = header.seats.length;
  if (header.game !== game.id) return err({ kind: "wrong_game", game: header.game });
  if (header.rules !== game.rules) return err({ kind: "unknown_rules", rules: header.rules });
  if (seats < game.seats.min || seats > game.seats.max) return err({ kind: "wrong_seats", seats });
  const options = game.parseOptions(header.options);
  if (!options.ok) return options;
  const nonces = header.chance.kind === "open" ? header.chance.nonces : header.seats.map(() => null);
  const ready = header.chance.kind === "open" || !awaitsNonce(header, nonces);
  const chance = ready ? chanceOf(runtime, { header, nonces }) : null;
  return ok({
    header,
    options: options.value,
    status: ready ? "running" : "idle",
    seq: 0,
    at: toTick(0),
    paused: false,
    nonces,
    conduct: emptyConduct(game.policies, seats),
    game: game.setup({ header, options: options.value }, chance).state,
  });
}

/**
 * The state after one more event. Total: what may stand in a log is decided by `execute`, so only logs that were
 * re-executed, or that come from the authority, are folded.
 */
export function foldEvent<T extends GameTypes>(
  runtime: Runtime<T>,
  match: MatchState<T>,
  event: LogEvent,
): MatchState<T> {
  if (isFrameEvent(event.type)) {
    return foldFrame(runtime, { ...advanceTo(runtime, match, event.at), seq: event.seq }, event, event.type);
  }
  const { game } = runtime;
  const recorded = asGameEvent<T>(event);
  const isLater = event.at > match.at;
  const at = isLater ? event.at : match.at;
  const state = isLater ? game.advance(match.game, at) : match.game;
  const conduct = observe(runtime, match, recorded, at);
  return changed(match, { seq: event.seq, at, conduct, game: game.evolve(state, recorded) });
}

type Change<T extends GameTypes> = Pick<MatchState<T>, "seq" | "at" | "conduct" | "game">;

/** Written out: a spread costs more, and this runs once an event. */
function changed<T extends GameTypes>(match: MatchState<T>, { seq, at, conduct, game }: Change<T>): MatchState<T> {
  const { header, options, status, paused, nonces } = match;
  return { header, options, status, seq, at, paused, nonces, conduct, game };
}

/** The same moment later. The caller has made sure that nothing is due before. */
export function advanceTo<T extends GameTypes>(runtime: Runtime<T>, match: MatchState<T>, at: number): MatchState<T> {
  if (at <= match.at) return match;
  const tick = toTick(at);
  const { seq, conduct } = match;
  return changed(match, { seq, at: tick, conduct, game: runtime.game.advance(match.game, tick) });
}

/** The one place where an event of a log is read as an event of its game: its type was decided by that game. */
export function asGameEvent<T extends GameTypes>(event: LogEvent): Recorded<T["event"]> {
  const recorded: unknown = event;
  return recorded as Recorded<T["event"]>; // the reason is the docstring: types of a log are its game's own
}

function observe<T extends GameTypes>(
  runtime: Runtime<T>,
  match: MatchState<T>,
  event: Recorded<T["event"]>,
  at: Tick,
): MatchState<T>["conduct"] {
  if (runtime.game.policies.length === 0) return match.conduct;
  const command = runtime.game.commandOf(event);
  return command === null ? match.conduct : observeCommand(runtime.game.policies, match.conduct, command, at);
}

function foldFrame<T extends GameTypes>(
  runtime: Runtime<T>,
  match: MatchState<T>,
  event: LogEvent,
  type: FrameEventType,
): MatchState<T> {
  switch (type) {
    case "nonce_added":
      return foldNonce(runtime, match, event);
    case "match_paused":
      return { ...match, paused: true, game: runtime.game.release(match.game) };
    case "match_resumed":
      return { ...match, paused: false };
    case "policy_violation":
      return foldViolation(runtime, match, event);
    case "match_closed":
      return { ...match, paused: false, status: event.data["how"] === "finalized" ? "finalized" : "abandoned" };
    default:
      return assertNever(type);
  }
}

function foldNonce<T extends GameTypes>(runtime: Runtime<T>, match: MatchState<T>, event: LogEvent): MatchState<T> {
  const nonce = parseHex(event.data["nonce"], 16);
  if (!nonce.ok) return match;
  const nonces = match.nonces.map((known, seat) => (seat === event.seat ? nonce.value : known));
  if (awaitsNonce(match.header, nonces)) return { ...match, nonces };
  const { header, options } = match;
  const chance = chanceOf(runtime, { header, nonces });
  return { ...match, nonces, status: "running", game: runtime.game.setup({ header, options }, chance).state };
}

function awaitsNonce({ seats }: Header, nonces: MatchState<GameTypes>["nonces"]): boolean {
  return seats.some(({ bot }, seat) => bot === null && nonces[seat] === null);
}

function foldViolation<T extends GameTypes>(runtime: Runtime<T>, match: MatchState<T>, event: LogEvent): MatchState<T> {
  const policy = event.data["policy"];
  if (event.seat === null || typeof policy !== "string") return match;
  const violation = { policy, seat: event.seat, at: event.at };
  return { ...match, conduct: recordViolation(runtime.game.policies, match.conduct, violation) };
}
