import { toTick, type Header } from "@replayground/kernel";
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
  readonly type: string;
  readonly seat?: number | null;
  readonly at?: number;
  readonly data?: unknown;
}

export interface Given<T extends GameTypes> {
  readonly match: MatchState<T>;
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
  return from(authority, created.value.match);
}

function from<T extends GameTypes>(authority: Authority<T>, match: MatchState<T>): Given<T> {
  return {
    match,
    after: (commands) =>
      from(
        authority,
        commands.reduce((now, next) => accepted(authority, now, next), match),
      ),
    when: (command, at) => whenDone(authority, execute(authority, match, command, toTick(at)), command, at),
  };
}

function accepted<T extends GameTypes>(
  authority: Authority<T>,
  match: MatchState<T>,
  { command, at }: TimedCommand,
): MatchState<T> {
  const step = execute(authority, match, command, toTick(at));
  if (step.rejection === null) return step.match;
  throw new Error(`after: ${show(command)} at ${at} is refused: ${show(step.rejection)}`);
}

function whenDone<T extends GameTypes>(
  authority: Authority<T>,
  step: Step<T>,
  command: GameCommand,
  at: number,
): When<T> {
  const fail = (message: string): never => {
    throw new Error(`when ${show(command)} at ${at}: ${message}`);
  };
  const sameEvents = (expected: readonly ExpectedEvent[]): void => {
    const found = eventsDiffer(expected, step);
    if (found !== null) fail(`${found}; events: ${show(step.events.map(({ type }) => type))}`);
  };
  return {
    step,
    gives: (expected) => {
      if (step.rejection !== null) fail(`refused: ${show(step.rejection)}`);
      sameEvents(expected);
      return from(authority, step.match);
    },
    refuses: (expected, events) => {
      const found = difference(step.rejection, expected, ".rejection");
      if (found !== null) fail(found);
      sameEvents(events ?? step.events);
      return from(authority, step.match);
    },
  };
}

function eventsDiffer<T extends GameTypes>(expected: readonly ExpectedEvent[], { events }: Step<T>): string | null {
  const actual = events.map((event, i) => {
    const names: Readonly<Record<string, unknown>> = { ...expected[i] };
    return Object.fromEntries(Object.entries(event).filter(([key]) => key in names));
  });
  return difference(
    actual,
    expected.map((event) => ({ ...event })),
    ".events",
  );
}
