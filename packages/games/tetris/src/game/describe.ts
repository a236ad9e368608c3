import type { Recorded } from "@replayground/engine";
import { assertNever } from "@replayground/kernel";
import type { ClearKind } from "../core/clear.ts";
import type { Key } from "../core/keys.ts";
import type { Action } from "../core/action.ts";
import type { EliminationCause, Finish, InputData, LineClear, TetrisEvent } from "./types.ts";

/** One plain sentence for screen readers, lists and the inspector. */
export function describe(event: Recorded<TetrisEvent>): string {
  switch (event.type) {
    case "game_start":
      return `A game of ${event.data.mode} begins.`;
    case "input":
      return describeInput(event.data);
    case "hold":
      return `${event.data.piece} goes to hold.`;
    case "bag_dealt":
      return "A new bag of seven is dealt.";
    case "piece_spawn":
      return `Piece ${event.data.index}: ${event.data.piece}.`;
    case "piece_lock":
      return `${event.data.piece} locks at column ${event.data.x + 1}, row ${event.data.y + 1}${spinWords[event.data.spin]}.`;
    case "line_clear":
      return describeClear(event.data);
    case "garbage_sent":
      return `${rowWords(event.data.rows)} of garbage sent, ${event.data.cancelled} cancelled.`;
    case "garbage_received":
      return `${rowWords(event.data.rows)} of garbage on the way.`;
    case "garbage_inserted":
      return `${rowWords(event.data.holes.length)} of garbage rise.`;
    case "level_up":
      return `Level ${event.data.level}.`;
    case "board_reset":
      return `${causeWords[event.data.cause]}: the board is cleared and play goes on.`;
    case "elimination":
      return `Out of the game: ${causeWords[event.data.cause].toLowerCase()}.`;
    case "game_end":
      return describeEnd(event.data.finish, event.data.statistics[0]);
    default:
      return assertNever(event);
  }
}

const keyWords: Readonly<Record<Key, string>> = {
  left: "Left",
  right: "Right",
  soft: "Soft drop",
  hard: "Hard drop",
  cw: "Turn right",
  ccw: "Turn left",
  r180: "Half turn",
  hold: "Hold",
};

const actionWords: Readonly<Record<Action, string>> = {
  L: "One left",
  R: "One right",
  LW: "Left to the wall",
  RW: "Right to the wall",
  CW: "Turn right",
  CCW: "Turn left",
  F: "Half turn",
  SD: "Soft drop",
  SN: "Soft drop to the floor",
  HD: "Hard drop",
  H: "Hold",
};

const spinWords = { none: "", mini: ", a small spin", full: ", a spin" } as const;

const causeWords: Readonly<Record<EliminationCause, string>> = {
  block_out: "No room for the next piece",
  lock_out: "Locked above the visible rows",
  top_out: "Garbage pushed cells over the top",
  forfeit: "Given up",
  timeout: "Time ran out",
  disconnect: "Connection lost",
};

/** Names of clears for people; also the words of the clears' key moments. */
export const clearWords: Readonly<Record<ClearKind, string>> = {
  none: "No clear",
  single: "Single",
  double: "Double",
  triple: "Triple",
  tetris: "Tetris",
  t_spin_zero: "T-spin",
  t_spin_single: "T-spin single",
  t_spin_double: "T-spin double",
  t_spin_triple: "T-spin triple",
  mini_zero: "Mini T-spin",
  mini_single: "Mini T-spin single",
  mini_double: "Mini T-spin double",
};

function describeInput(data: InputData): string {
  if ("edge" in data) return data.edge === "down" ? `${keyWords[data.key]} pressed.` : `${keyWords[data.key]} let go.`;
  return data.n === undefined
    ? `${actionWords[data.action]}.`
    : `${actionWords[data.action]} by up to ${rowWords(data.n)}.`;
}

function describeClear({ name, b2b, combo, perfect, points }: LineClear["data"]): string {
  const chain = b2b > 0 && isChained(name) ? ", back-to-back" : "";
  const run = combo > 0 ? `, combo ${combo}` : "";
  return `${clearWords[name]}${chain}${run}${perfect ? ", perfect clear" : ""}, ${points} points.`;
}

function isChained(name: ClearKind): boolean {
  return name !== "single" && name !== "double" && name !== "triple";
}

function rowWords(rows: number): string {
  return rows === 1 ? "1 row" : `${rows} rows`;
}

const finishWords: Readonly<Record<Finish, string>> = {
  goal: "Goal reached",
  time: "Time is up",
  top_out: "Topped out",
};

function describeEnd(finish: Finish, result: { readonly lines: number; readonly score: number } | undefined): string {
  if (result === undefined) return `${finishWords[finish]}.`;
  return `${finishWords[finish]}: ${result.lines} lines, ${result.score} points.`;
}
