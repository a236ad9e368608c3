import { commandsOf, endOf, Replay, type VerifiedLog } from "@replayground/replay";
import { unwrap } from "@replayground/kernel";
import type { Cli, CliGame } from "./types.ts";
import { formatTime } from "./time.ts";
import { lastWords } from "./words.ts";

/** What is said of a verified log, as data. */
export interface Summary {
  readonly match: string;
  readonly game: string;
  readonly rules: number;
  readonly seats: number;
  readonly status: string;
  readonly places: readonly number[] | null;
  /** How the game itself tells its end; null while the match is open. */
  readonly ending: string | null;
  readonly events: number;
  readonly commands: number;
  readonly moments: number;
  readonly ticks: number;
  readonly time: string;
  readonly head: string;
  readonly state: string | null;
  readonly parent: { readonly match: string; readonly seq: number } | null;
}

export function summarize(cli: Cli, { game }: CliGame, log: VerifiedLog): Summary {
  const { header, events } = log;
  const replay = unwrap(Replay.open({ game, hash: cli.hash }, log));
  const ticks = endOf(events);
  return {
    match: header.match,
    game: header.game,
    rules: header.rules,
    seats: header.seats.length,
    status: log.status,
    places: log.outcome?.places ?? null,
    ending: log.outcome === null ? null : lastWords(game, events),
    events: events.length,
    commands: commandsOf(game, events).length,
    moments: replay.moments.length,
    ticks,
    time: formatTime(ticks, game.ticksPerSecond),
    head: log.head,
    state: log.state,
    parent: header.parent === null ? null : { match: header.parent.match, seq: header.parent.seq },
  };
}

export function summaryText(name: string, summary: Summary): string {
  const { seats, events, commands, moments, time, status, places, ending, head, state, match, rules, parent } = summary;
  const result = places === null ? "" : `, places ${places.join(" ")}`;
  const lines = [
    `  game    ${name}, rules ${rules}, ${seats} ${seats === 1 ? "seat" : "seats"}`,
    `  match   ${match}`,
    ...(parent === null ? [] : [`  branch  of ${parent.match}, after event ${parent.seq}`]),
    `  result  ${status}${result}`,
    ...(ending === null ? [] : [`  ending  ${ending}`]),
    `  stats   ${events} events, ${commands} commands, ${moments} ${moments === 1 ? "moment" : "moments"}, ${time}`,
    `  head    ${head}`,
    `  state   ${state ?? "none: the match is still open"}`,
  ];
  return lines.join("\n");
}
