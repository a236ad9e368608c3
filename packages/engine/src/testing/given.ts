import { toTick, type Header, type LogEvent } from "@replayground/kernel";
import { createMatch, execute } from "../execute.ts";
import type { Authority, GameCommand, GameTypes, MatchState, Rejection, Step } from "../types.ts";
import { difference, show } from "./difference.ts";

/** A command and the tick at which it arrives. */
export interface TimedCommand {
  readonly command: GameCommand;
  readonly at: number;
}

/** What a test says about an event: only the named members are compared. */
export interface ExpectedEvent {
  readonly seq?: number;
  readonly at?: number;
  readonly type: string;
  readonly seat?: number | null;
  readonly data?: unknown;
}

export interface Given<T extends GameTypes> {
  readonly match: MatchState<T>;
  /** The log so far. */
  readonly events: readonly LogEvent[];
  /** Commands that must be accepted, in order. */
  readonly after: (commands: readonly TimedCommand[]) => Given<T>;
  readonly when: (command: GameCommand, at: number) => When<T>;
}

/** The words are not "then": an object with that method would be taken for a promise. */
export interface When<T extends GameTypes> {
  readonly step: Step<T>;
  /** Exactly these events, and no refusal. */
  readonly gives: (expected: readonly ExpectedEvent[]) => Given<T>;
  /** This refusal; events that time caused meanwhile may be named. */
  readonly refuses: (expected: Rejection, events?: readonly ExpectedEvent[]) => Given<T>;
}

/** Opens a specification: `given(authority, header).after([...]).when(command, at).gives([...])`. */
export function given<T extends GameTypes>(authority: Authority<T>, header: Header): Given<T> {
  const created = createMatch(authority, header);
  if (!created.ok) throw new Error(`given: the header is refused: ${show(created.error)}`);
  return from(authority, [], created.value);
}

function from<T extends GameTypes>(authority: Authority<T>, before: readonly LogEvent[], step: Step<T>): Given<T> {
  const { match } = step;
  const events = [...before, ...step.events];
  return {
    match,
    events,
    after: (commands) => commands.reduce((now, next) => accepted(authority, now, next), from(authority, before, step)),
    when: (command, at) => {
      const next = execute(authority, match, command, toTick(at));
      return whenDone(next, `when ${show(command)} at ${at}`, () => from(authority, events, next));
    },
  };
}

function accepted<T extends GameTypes>(
  authority: Authority<T>,
  { match, events }: Given<T>,
  { command, at }: TimedCommand,
): Given<T> {
  const step = execute(authority, match, command, toTick(at));
  if (step.rejection === null) return from(authority, events, step);
  throw new Error(`after: ${show(command)} at ${at} is refused: ${show(step.rejection)}`);
}

function whenDone<T extends GameTypes>(step: Step<T>, title: string, next: () => Given<T>): When<T> {
  const types = (): string => show(step.events.map(({ type }) => type));
  const check = (found: string | null): void => {
    if (found !== null) throw new Error(`${title}: ${found}; events: ${types()}`);
  };
  return {
    step,
    gives: (expected) => {
      check(difference(step.rejection, null, ".rejection"));
      check(eventsDiffer(expected, step));
      return next();
    },
    refuses: (expected, events) => {
      check(difference(step.rejection, expected, ".rejection"));
      if (events !== undefined) check(eventsDiffer(events, step));
      return next();
    },
  };
}

/** Compares what is named; of an event too many, its type is shown. */
function eventsDiffer<T extends GameTypes>(expected: readonly ExpectedEvent[], { events }: Step<T>): string | null {
  const actual = events.map((event, i) => {
    const named: object = expected[i] ?? { type: event.type };
    return Object.fromEntries(Object.entries(event).filter(([key]) => key in named));
  });
  return difference(actual, expected, ".events");
}
