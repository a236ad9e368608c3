import { bytesToAscii, canonicalBytes, toTick, unwrap, type Header, type LogEvent } from "@replayground/kernel";
import { commandOf } from "../command-of.ts";
import { createMatch, execute } from "../execute.ts";
import { frameCommand } from "../frame.ts";
import type { Authority, GameTypes, MatchState } from "../types.ts";

export interface Reexecution<T extends GameTypes> {
  readonly match: MatchState<T>;
  readonly events: readonly LogEvent[];
}

/** Plays the commands that a log records again, up to the tick of its last event. Throws if the header is refused. */
export function reexecute<T extends GameTypes>(
  authority: Authority<T>,
  header: Header,
  log: readonly LogEvent[],
): Reexecution<T> {
  const first = unwrap(createMatch(authority, header));
  const events = [...first.events];
  let { match } = first;
  const last = log[log.length - 1];
  const inputs = log.map((event) => ({ command: commandOf(authority.game, event), at: event.at }));
  inputs.push({ command: frameCommand("tick", null), at: toTick(last?.at ?? 0) });
  for (const { command, at } of inputs) {
    if (command === null) continue;
    const step = execute(authority, match, command, at);
    match = step.match;
    events.push(...step.events);
  }
  return { match, events };
}

/** The first event that two logs do not share, with both spellings; null if they are equal. */
export function firstDivergence(expected: readonly LogEvent[], actual: readonly LogEvent[]): string | null {
  for (let i = 0; i < Math.max(expected.length, actual.length); i++) {
    const [left, right] = [eventText(expected[i]), eventText(actual[i])];
    if (left !== right) return `event ${i + 1}: expected ${left}, re-executed ${right}`;
  }
  return null;
}

/** The canonical text of an event, opened parts included. */
export function eventText(event: LogEvent | undefined): string {
  return event === undefined ? "nothing" : bytesToAscii(unwrap(canonicalBytes(event)));
}
