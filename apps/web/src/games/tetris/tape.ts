import type { Moment } from "@replayground/engine";
import type { LogEvent } from "@replayground/kernel";
import { momentWords, type MomentKind } from "@replayground/tetris";
import type { GlyphName } from "../../art/glyphs.ts";
import type { IconName } from "../../art/icons.ts";
import { cut, type TapeFace, type TapeMoment } from "../../tape/types.ts";

interface Look {
  readonly icon: IconName;
  readonly word: string;
  readonly height: number;
}

const PLAIN: Look = { icon: "tick", word: "Event", height: cut.faint };

const lookByType: Readonly<Record<string, Look>> = {
  game_start: { icon: "first", word: "The game begins", height: cut.middle },
  piece_spawn: { icon: "spawn", word: "Piece enters", height: cut.faint },
  piece_lock: { icon: "lock", word: "Piece locks", height: cut.middle },
  line_clear: { icon: "clear", word: "Lines clear", height: cut.long },
  hold: { icon: "hold", word: "Piece is held", height: cut.short },
  level_up: { icon: "level", word: "Next level", height: cut.middle },
  garbage_inserted: { icon: "import", word: "Garbage rises", height: cut.middle },
  board_reset: { icon: "restart", word: "The board is cleared", height: cut.through },
  elimination: { icon: "close", word: "Topped out", height: cut.long },
  game_end: { icon: "last", word: "The game ends", height: cut.through },
  match_paused: { icon: "pause", word: "Paused", height: cut.faint },
  match_resumed: { icon: "play", word: "Played on", height: cut.faint },
  match_closed: { icon: "last", word: "The log is closed", height: cut.through },
  policy_violation: { icon: "warn", word: "Input refused", height: cut.long },
};

/** By raw key, and by logical action. */
const lookByInput: Readonly<Record<string, Omit<Look, "height">>> = {
  left: { icon: "left", word: "Left" },
  right: { icon: "right", word: "Right" },
  soft: { icon: "down", word: "Soft drop" },
  hard: { icon: "drop", word: "Hard drop" },
  cw: { icon: "cw", word: "Turn right" },
  ccw: { icon: "ccw", word: "Turn left" },
  r180: { icon: "half", word: "Half turn" },
  hold: { icon: "hold", word: "Hold" },
  L: { icon: "left", word: "One left" },
  R: { icon: "right", word: "One right" },
  LW: { icon: "left", word: "Left to the wall" },
  RW: { icon: "right", word: "Right to the wall" },
  CW: { icon: "cw", word: "Turn right" },
  CCW: { icon: "ccw", word: "Turn left" },
  F: { icon: "half", word: "Half turn" },
  SD: { icon: "down", word: "Soft drop" },
  SN: { icon: "down", word: "To the floor" },
  HD: { icon: "drop", word: "Hard drop" },
  H: { icon: "hold", word: "Hold" },
};

/** An input is a short cut, a key let go a faint one. */
function lookOf({ type, data }: LogEvent): Look {
  if (type !== "input") return lookByType[type] ?? PLAIN;
  const name = data["key"] ?? data["action"];
  const known = typeof name === "string" ? lookByInput[name] : undefined;
  if (known === undefined) return PLAIN;
  const isUp = data["edge"] === "up";
  return { ...known, word: isUp ? `${known.word}, let go` : known.word, height: isUp ? cut.faint : cut.short };
}

export function cutOf(event: LogEvent): number {
  return lookOf(event).height;
}

export function faceOf(event: LogEvent): TapeFace {
  const { icon, word } = lookOf(event);
  const note = noteOf(event);
  return note === undefined ? { icon, word } : { icon, word, note };
}

function noteOf({ data }: LogEvent): string | undefined {
  const { piece, count, level } = { ...data };
  if (typeof piece === "string") return piece;
  if (typeof count === "number") return `${count} ${count === 1 ? "line" : "lines"}`;
  return typeof level === "number" ? `level ${level}` : undefined;
}

const glyphByKind: Readonly<Record<MomentKind, GlyphName>> = {
  tetris: "tetris",
  t_spin_single: "tspin",
  t_spin_double: "tspin",
  t_spin_triple: "tspin",
  back_to_back: "backToBack",
  perfect_clear: "perfectClear",
  max_combo: "combo",
  near_death_survival: "nearDeath",
  garbage_surge: "surge",
  surge_release: "surge",
  first_blood: "elimination",
  elimination: "elimination",
  comeback: "comeback",
};

function isKnown(kind: string): kind is MomentKind {
  return Object.hasOwn(glyphByKind, kind);
}

export function markOf(moment: Moment): TapeMoment {
  const { seq, seat, kind } = moment;
  const mark = { seq, glyph: isKnown(kind) ? glyphByKind[kind] : "claim", label: labelOf(moment) } as const;
  return seat === null ? mark : { ...mark, seat };
}

/** Alone nobody eliminates: the board was full. */
function labelOf({ kind, data }: Moment): string {
  if (kind === "elimination" && data["by"] === null) return "Topped out";
  return isKnown(kind) ? momentWords[kind] : kind;
}
