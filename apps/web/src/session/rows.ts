import { isCount, isObject } from "@replayground/log";
import type { MatchSummary } from "@replayground/log-dexie";
import { type GameId, gameNames } from "../art/games.ts";
import type { UnfinishedMatch } from "../screens/home/HomeScreen.tsx";
import type { MatchRow } from "../screens/match-row.ts";
import { formatClock } from "../words/numbers.ts";
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

/** A list entry from what is stored beside the match. No event is read. */
export function rowOf(summary: MatchSummary, now: number): MatchRow {
  const { match, labels, position, startedAt } = summary;
  const game = isGame(summary.game) ? summary.game : "tetris";
  const title = text(labels["title"]) || gameNames[game];
  const { closed, seq } = position;
  const isAbandoned = labels["status"] === "abandoned";
  return {
    matchId: match,
    href: closed ? `/replay/${match}` : `/play/${match}`,
    game,
    title: isObject(labels["parent"]) ? `${title}, branch` : title,
    detail: text(labels["detail"]),
    result: text(labels["figure"]) || "–",
    resultNote: isAbandoned ? "given up" : text(labels["note"]),
    standing: closed ? { status: "kept", rung: "device" } : { status: "unfinished" },
    when: formatWhen(startedAt, now),
    tape: tapeOfSummary(labels["tape"], { game, ticksPerSecond: ticksPerSecondByGame[game], length: seq }),
    tapeState: closed ? { status: "kept", rung: "device" } : { status: "recording" },
  };
}

export function unfinishedRow(summary: MatchSummary, now: number): UnfinishedMatch {
  const row = rowOf(summary, now);
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
