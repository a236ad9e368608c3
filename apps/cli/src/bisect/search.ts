import type { HashPort, Header, LogEvent } from "@replayground/kernel";
import { Chain, type WellFormedLog } from "@replayground/log";
import {
  commandsOf,
  firstDivergence,
  reExecute,
  shrinkCommands,
  type AnyGame,
  type Divergence,
  type TimedCommand,
} from "@replayground/replay";
import type { KnownRecipe } from "./commands-in.ts";

/** What a search comes to: a log as it should be, whose last event our rules make otherwise. */
export interface Finding {
  /** The first wrong event of the log that was searched. */
  readonly found: number;
  /** The same in `log`, which ends with it. */
  readonly seq: number;
  readonly what: string;
  readonly log: WellFormedLog;
  /** Commands up to the difference, before and after shrinking. */
  readonly before: number;
  readonly commands: number;
}

/** Two implementations of the same rules. */
export interface TwoRules {
  readonly hash: HashPort;
  readonly ours: AnyGame;
  readonly theirs: AnyGame;
  readonly recipe: KnownRecipe;
}

/** Where two implementations part under the same commands; null where they make the same log. */
export function compareRules(rules: TwoRules, commands: readonly TimedCommand[]): Divergence | null {
  const { ours, theirs } = rules;
  return firstDivergence(make(rules, theirs, commands), make(rules, ours, commands));
}

/** The shortest list of commands that still parts them, and the log that the other implementation makes of it. */
export function shrinkDifference(rules: TwoRules): Finding {
  const { recipe, theirs, hash } = rules;
  const kept = shrinkCommands(recipe.commands, (commands) => compareRules(rules, commands) !== null);
  const events = make(rules, theirs, kept);
  const found = compareRules(rules, recipe.commands)?.seq ?? events.length;
  const seq = Math.min(compareRules(rules, kept)?.seq ?? events.length, events.length);
  const what = `The two rules part at event ${found}.`;
  const log = closeLog(hash, recipe.header, events.slice(0, seq));
  return { found, seq, what, log, before: recipe.commands.length, commands: kept.length };
}

/** The log up to its first wrong event: without another judge every command before it may matter. */
export function trimLog(hash: HashPort, game: AnyGame, { header, events }: WellFormedLog, seq: number): Finding {
  const log = closeLog(hash, header, events.slice(0, seq));
  const commands = commandsOf(game, log.events).length;
  return { found: seq, seq, what: "", log, before: commands, commands };
}

/** The shortest list after which our rules still refuse the last recorded command for the same reason. */
export function shrinkRefusal(hash: HashPort, game: AnyGame, finding: Finding, reason: string): Finding {
  const { log, found } = finding;
  const { header } = log;
  const all = commandsOf(game, log.events);
  const last = all[all.length - 1];
  const recorded = log.events[log.events.length - 1];
  if (header.chance.kind !== "open" || last === undefined || recorded === undefined) return finding;
  const recipe = { header, commands: all, endAt: 0, secret: header.chance.secret };
  const rules = { hash, ours: game, theirs: game, recipe };
  const before = all.slice(0, -1);
  const kept = shrinkCommands(before, (commands) => refusalOf(rules, [...commands, last]) === reason);
  const made = make(rules, game, kept, recorded.at);
  const events = [...made, { ...recorded, seq: (made.length + 1) as LogEvent["seq"] }]; // it follows the made ones
  const shorter = closeLog(hash, header, events);
  return { found, seq: events.length, what: "", log: shorter, before: all.length, commands: kept.length + 1 };
}

function make(
  { hash, recipe }: TwoRules,
  game: AnyGame,
  commands: readonly TimedCommand[],
  endAt?: number,
): LogEvent[] {
  const { header, secret } = recipe;
  const events: LogEvent[] = [];
  const until = endAt ?? recipe.endAt;
  reExecute({ game, hash, secret }, { header, commands, endAt: until }, (event) => events.push(event));
  return events;
}

/** Why our rules refuse the last of these commands; null where they refuse none, or an earlier one. */
function refusalOf({ hash, ours, recipe }: TwoRules, commands: readonly TimedCommand[]): string | null {
  const { header, secret } = recipe;
  const made = reExecute({ game: ours, hash, secret }, { header, commands, endAt: 0 }, () => undefined);
  const refused = made.ok ? made.value.refused : null;
  if (refused?.index !== commands.length - 1) return null;
  return refused.rejection.kind === "illegal" ? refused.rejection.reason : refused.rejection.kind;
}

function closeLog(hash: HashPort, header: Header, events: readonly LogEvent[]): WellFormedLog {
  const chain = Chain.from(hash, header);
  for (const event of events) chain.append(event);
  return { header, events, claimed: chain.hex };
}
