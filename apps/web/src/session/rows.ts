import type { Json } from "@replayground/kernel";
import { isCount, isObject } from "@replayground/log";
import type { MatchSummary } from "@replayground/log-dexie";
import { type GameId, gameNames } from "../art/games.ts";
import type { UnfinishedMatch } from "../screens/home/HomeScreen.tsx";
import type { Lineage, MatchRow } from "../screens/match-row.ts";
import { formatClock, formatCount } from "../words/numbers.ts";
import { formatMoment, formatWhen } from "../words/when.ts";
import { tapeOfSummary } from "./tape-summary.ts";

/** How long a tick of each game is; lists know games by name only and load no rules. */
const ticksPerSecondByGame: Readonly<Record<GameId, number>> = {
  tetris: 600,
  golf: 1000,
  caravan: 1000,
  intrigue: 1000,
};

function isGame(game: string): game is GameId {
  return Object.hasOwn(gameNames, game);
}

/** A list entry from what is stored beside the match. No event is read. `known` are the ids of all matches here. */
export function rowOf(summary: MatchSummary, now: number, known: ReadonlySet<string>): MatchRow {
  const { match, labels, position, startedAt } = summary;
  const game = isGame(summary.game) ? summary.game : "tetris";
  const title = text(labels["title"]) || gameNames[game];
  const { closed, seq } = position;
  return {
    matchId: match,
    href: closed ? `/replay/${match}` : `/play/${match}`,
    game,
    title,
    detail: text(labels["detail"]),
    lineage: lineageOf(labels["parent"], title, known),
    result: text(labels["figure"]) || "–",
    resultNote: noteOf(summary),
    standing: closed ? { status: "kept", rung: "device" } : { status: "unfinished" },
    when: formatWhen(startedAt, now),
    tape: tapeOfSummary(labels["tape"], { game, ticksPerSecond: ticksPerSecondByGame[game], length: seq }),
    tapeState: closed ? { status: "kept", rung: "device" } : { status: "recording" },
  };
}

function noteOf({ labels, position }: MatchSummary): string {
  if (labels["status"] === "abandoned") return "given up";
  return position.closed ? text(labels["note"]) : "so far";
}

/** A branch has the options of its parent, so it has its title too. */
function lineageOf(parent: Json | undefined, title: string, known: ReadonlySet<string>): Lineage | null {
  if (!isObject(parent)) return null;
  const { match, seq } = parent;
  if (typeof match !== "string" || !isCount(seq)) return null;
  const href = known.has(match) ? `/replay/${match}?at=${seq}` : null;
  return { words: `branch from ${title}, event ${formatCount(seq)}`, href };
}

/** What lists say has fallen behind the log: the tab was killed before it could say more, or never said anything. */
export function isStale({ labels, position }: MatchSummary): boolean {
  const tape = isObject(labels["tape"]) ? labels["tape"]["length"] : 0;
  return text(labels["title"]) === "" || !isCount(tape) || tape < position.seq;
}

export function unfinishedRow(summary: MatchSummary, now: number, known: ReadonlySet<string>): UnfinishedMatch {
  const row = rowOf(summary, now, known);
  const { ticks } = summary.labels;
  const clock = isCount(ticks) ? `Paused at ${formatClock(ticks / row.tape.ticksPerSecond, 0)}, since ` : "Since ";
  return { ...row, since: clock + formatMoment(summary.startedAt, now) };
}

/** The best finished match of a mode: the smallest rank. */
export function bestOf(summaries: readonly MatchSummary[], mode: string): MatchSummary | null {
  let best: MatchSummary | null = null;
  for (const summary of summaries) {
    const isBetter = summary.mode === mode && rankOf(summary) < (best === null ? Infinity : rankOf(best));
    if (isBetter) best = summary;
  }
  return best;
}

/** Infinity where a match does not count for a best. */
export function rankOf({ labels, position }: MatchSummary): number {
  const { rank } = labels;
  return position.closed && typeof rank === "number" ? rank : Infinity;
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
