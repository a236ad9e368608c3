import { rate, type TetrisView } from "@replayground/tetris";
import type { BoardCall, BoardPanel, BoardStat } from "../../boards/tetris/types.ts";
import { formatClock, formatCount } from "../../words/numbers.ts";
import { sayBoard } from "./say.ts";
import { letterOf } from "./view.ts";

const TICKS_PER_SECOND = 600;
/** The clock on the wall shows tenths of a second. */
const TICKS_PER_TENTH = 60;

/** What hangs on the walls of the board: hold, queue, figures, and what counts next. */
export function panelOf(view: TetrisView): BoardPanel {
  return {
    hold: view.hold === null ? null : letterOf(view.hold),
    holdSpent: !view.canHold,
    next: view.next.map(letterOf),
    stats: statsOf(view),
    call: callOf(view),
    state: sayBoard(view),
  };
}

/** The panel of a match that goes on: made anew only when something on it reads otherwise. */
export class Panels {
  private seen: TetrisView | null = null;
  private panel: BoardPanel | null = null;

  of(view: TetrisView): BoardPanel {
    const { seen, panel } = this;
    if (seen !== null && panel !== null && readsAlike(seen, view)) return panel;
    const made = panelOf(view);
    // The queue changes once a piece: keeping it lets its pictures stand.
    this.panel = panel !== null && sameItems(panel.next, made.next) ? { ...made, next: panel.next } : made;
    this.seen = view;
    return this.panel;
  }
}

/** Scores, levels and lines change with the board or the falling piece; only the clock runs by itself. */
function readsAlike(a: TetrisView, b: TetrisView): boolean {
  return (
    Math.floor(a.tick / TICKS_PER_TENTH) === Math.floor(b.tick / TICKS_PER_TENTH) &&
    a.board === b.board &&
    a.score === b.score &&
    a.hold === b.hold &&
    a.canHold === b.canHold &&
    a.pieces === b.pieces &&
    a.faults === b.faults &&
    a.finish === b.finish &&
    sameItems(a.next, b.next)
  );
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

/** The first figure is what the mode is played for. */
function statsOf(view: TetrisView): readonly BoardStat[] {
  const time: BoardStat = { value: formatClock(view.tick / TICKS_PER_SECOND), word: "time" };
  const score: BoardStat = { value: formatCount(view.score), word: "score" };
  const level: BoardStat = { value: String(view.level), word: "level" };
  const pace: BoardStat = { value: paceOf(view), word: "pieces/s" };
  const lines: BoardStat = { value: formatCount(view.lines), word: "lines" };
  switch (view.mode) {
    case "marathon":
      return [goalStat(view, "lines"), time, score, level, pace];
    case "sprint":
      return [goalStat(view, "lines"), time, { value: String(view.pieces), word: "pieces" }, faultsOf(view), pace];
    case "ultra":
      return [score, timeLeft(view), lines, level, pace];
    case "zen":
      return [lines, time, score, pace];
    case "cheese":
      return [goalStat(view, "garbage rows"), time, { value: String(view.pieces), word: "pieces" }, pace];
  }
}

function goalStat({ goal, lines }: TetrisView, word: string): BoardStat {
  if (goal === null) return { value: String(lines), word };
  return { value: String(goal.done), word: `of ${goal.target} ${word}` };
}

function timeLeft({ goal, tick }: TetrisView): BoardStat {
  const left = goal === null ? 0 : Math.max(0, goal.target - tick);
  return { value: formatClock(left / TICKS_PER_SECOND), word: "left" };
}

function faultsOf({ faults }: TetrisView): BoardStat {
  return { value: String(faults), word: "finesse faults" };
}

function paceOf({ pieces, tick }: TetrisView): string {
  return (rate(pieces * TICKS_PER_SECOND, tick) / 1000).toFixed(2);
}

/** Only what is true now and counts for the next clear. */
function callOf({ b2b, combo }: TetrisView): BoardCall | null {
  if (combo >= 1) return { title: `Combo ${combo}`, detail: "The next clear in a row adds more." };
  if (b2b >= 0) return { title: "Back-to-back ready", detail: "A tetris or T-spin now scores half as much again." };
  return null;
}
