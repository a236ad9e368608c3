import { toTick, type LogEvent, type Tick } from "@replayground/kernel";
import { commandOf, type Game, type GameCommand, type GameTypes } from "@replayground/engine";

/** A command and the tick at which it was given. */
export interface TimedCommand {
  readonly at: Tick;
  readonly command: GameCommand;
}

/** The commands a log records: all that is needed to make the whole log again. */
export function commandsOf<T extends GameTypes>(game: Game<T>, events: readonly LogEvent[]): readonly TimedCommand[] {
  const commands: TimedCommand[] = [];
  for (const event of events) {
    const command = commandOf(game, event);
    if (command !== null) commands.push({ at: event.at, command });
  }
  return commands;
}

/** Tick of the last event; 0 for an empty log. */
export function endOf(events: readonly LogEvent[]): Tick {
  return events[events.length - 1]?.at ?? toTick(0);
}
