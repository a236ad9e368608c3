import { toTick, type Header, type LogEvent, type Result } from "@replayground/kernel";
import {
  createMatch,
  execute,
  frameCommand,
  type Authority,
  type GameTypes,
  type HeaderError,
  type MatchState,
  type Rejection,
  type Step,
} from "@replayground/engine";
import type { TimedCommand } from "./commands.ts";

/** What re-execution made of a header and its commands. */
export interface ReExecuted<T extends GameTypes> {
  readonly match: MatchState<T>;
  /** The first command the rules refuse, where there is one: nothing after it was carried out. */
  readonly refused: { readonly index: number; readonly rejection: Rejection } | null;
}

export type ReExecuteError = HeaderError | { readonly kind: "wrong_secret" };

/** All that is needed to make a whole log again. */
export interface Recipe {
  readonly header: Header;
  readonly commands: Iterable<TimedCommand>;
  /** Tick up to which time runs on after the last command. */
  readonly endAt: number;
}

/** Makes the events of a match again from its commands, handing each to `emit` in order. */
export function reExecute<T extends GameTypes>(
  authority: Authority<T>,
  { header, commands, endAt }: Recipe,
  emit: (event: LogEvent) => void,
): Result<ReExecuted<T>, ReExecuteError> {
  const created = createMatch(authority, header);
  if (!created.ok) return created;
  let match = take(created.value, emit);
  let index = 0;
  for (const { at, command } of commands) {
    const step = execute(authority, match, command, at);
    match = take(step, emit);
    if (isRefused(step)) return { ok: true, value: { match, refused: { index, rejection: step.rejection } } };
    index++;
  }
  if (isOpen(match) && endAt > match.at) {
    match = take(execute(authority, match, frameCommand("tick", null), toTick(endAt)), emit);
  }
  return { ok: true, value: { match, refused: null } };
}

/** A recorded violation carries the refused command: then the refusal is what the log says. */
function isRefused<T extends GameTypes>(step: Step<T>): step is Step<T> & { readonly rejection: Rejection } {
  const { rejection } = step;
  return rejection !== null && !(rejection.kind === "violation" && rejection.recorded);
}

function isOpen<T extends GameTypes>(match: MatchState<T>): boolean {
  return match.status === "running" && !match.paused;
}

function take<T extends GameTypes>(step: Step<T>, emit: (event: LogEvent) => void): MatchState<T> {
  for (const event of step.events) emit(event);
  return step.match;
}
