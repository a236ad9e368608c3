import type { MatchState } from "@replayground/engine";
import type { JsonObject } from "@replayground/kernel";
import { ticksToMs, type Mode, type TetrisTypes } from "@replayground/tetris";
import { formatClock, formatCount, sayCount } from "../../words/numbers.ts";
import type { MatchResult, MatchTitle } from "../face.ts";

const titleByMode: Readonly<Record<Mode, string>> = {
  marathon: "Marathon",
  sprint: "Sprint",
  ultra: "Ultra",
  zen: "Zen",
  cheese: "Cheese",
};

export function modeOf(options: JsonObject): string {
  const { mode } = { ...options };
  return typeof mode === "string" ? mode : "marathon";
}

export function titleOf(options: JsonObject): MatchTitle {
  const mode = modeOf(options);
  const title = Object.entries(titleByMode).find(([known]) => known === mode)?.[1] ?? mode;
  return { title, detail: detailOf(mode, options) };
}

function detailOf(mode: string, options: JsonObject): string {
  switch (mode) {
    case "marathon":
      return "150 lines";
    case "sprint":
      return "40 lines";
    case "ultra":
      return "2 minutes";
    case "cheese":
      return sayCount(Number(options["cheese"]), "garbage row");
    default: // any other mode has no aim
      return "no end";
  }
}

/** Before the first piece has locked. */
export function isBlank({ game }: MatchState<TetrisTypes>): boolean {
  return game.core.tally.pieces === 0;
}

/** Races are ranked by time and only count when finished; everything else by points. */
export function resultOf(match: MatchState<TetrisTypes>): MatchResult {
  const { core, finish } = match.game;
  const { mode } = match.options;
  const isRace = mode === "sprint" || mode === "cheese";
  if (!isRace) return { figure: formatCount(core.score), note: "points", rank: finish === null ? null : -core.score };
  const ms = ticksToMs(core.tick);
  if (finish === "goal") return { figure: formatClock(ms / 1000, 2), note: "time", rank: ms };
  const { lines, garbageLines } = core.tally;
  const done = mode === "sprint" ? lines : garbageLines;
  return { figure: sayCount(done, "line"), note: finish === null ? "so far" : "topped out", rank: null };
}
