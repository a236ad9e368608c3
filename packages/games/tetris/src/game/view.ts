import { type Cell, boardWidth, cellSolid } from "../core/board.ts";
import type { Phase, TopOut } from "../core/core.ts";
import { canHold } from "../core/hold.ts";
import { dropDistance } from "../core/move.ts";
import type { Piece } from "../core/piece.ts";
import type { Rotation } from "../core/rotation.ts";
import { type Offset, shapeOf } from "../core/shape.ts";
import { type Joins, joinsAt } from "./joins.ts";
import type { Mode } from "./options.ts";
import type { Position } from "./position.ts";
import type { TetrisState } from "./state.ts";
import type { Finish } from "./types.ts";

/**
 * Locked cells, as the state has them: not copied, so a view costs the same whatever the board. The same object from
 * lock to lock: a renderer that drew it need not draw it again. Read it with `cellAt` and `joinsOf`.
 */
export interface BoardView {
  /** Rows from the floor, 40 of them and a margin: bits 0-9 occupied, 10-19 solid. */
  readonly rows: readonly number[];
  /** Colour code of each occupied cell in three planes of ten bits: 0..6 a piece, 7 garbage. */
  readonly tints: readonly number[];
  /** Highest occupied row + 1. */
  readonly height: number;
}

/** The piece in play: its cells are `pieceCells(piece, rotation)` around (x, y); the ghost's around (x, ghostY). */
export interface ActiveView {
  readonly piece: Piece;
  readonly rotation: Rotation;
  readonly x: number;
  readonly y: number;
  readonly ghostY: number;
}

/** What everyone may see of a board: of the future, only the visible part of the queue. */
export interface TetrisView {
  readonly mode: Mode;
  readonly phase: Phase;
  readonly board: BoardView;
  readonly joins: Joins;
  /** Null between a lock and the next piece, and when the game is over. */
  readonly active: ActiveView | null;
  readonly hold: Piece | null;
  /** Whether the piece in play may be held now. */
  readonly canHold: boolean;
  /** Keys held down, bits of `keyBit`: inputs are open, and a replay shows the hands. */
  readonly held: number;
  /** First comes first; as many as the rules show. */
  readonly next: readonly Piece[];
  readonly tick: number;
  readonly score: number;
  readonly level: number;
  readonly lines: number;
  /** What is aimed at, in lines, garbage rows or ticks; null where there is no aim. */
  readonly goal: GoalView | null;
  readonly combo: number;
  readonly b2b: number;
  readonly pieces: number;
  readonly faults: number;
  readonly garbageLines: number;
  readonly boardResets: number;
  /** Garbage rows that wait to rise. */
  readonly pendingGarbage: number;
  /** Ticks the piece in play has rested, of the ticks until it locks. */
  readonly lockTimer: number;
  readonly lockTicks: number;
  readonly topOut: TopOut | null;
  readonly finish: Finish | null;
}

export interface GoalView {
  readonly kind: "lines" | "garbage" | "ticks";
  readonly target: number;
  readonly done: number;
}

/** Costs a few small objects; safe to call every frame. */
export function viewOf({ position }: TetrisState): TetrisView {
  const { core, rules } = position;
  const { tally } = core;
  return {
    mode: rules.options.mode,
    phase: core.phase,
    board: core.board,
    joins: position.joins,
    active: activeView(position),
    hold: core.hold,
    canHold: canHold(core),
    held: core.held,
    next: nextPieces(position),
    tick: core.tick,
    score: core.score,
    level: core.level,
    lines: tally.lines,
    goal: goalView(position),
    combo: core.combo,
    b2b: core.b2b,
    pieces: tally.pieces,
    faults: tally.faults,
    garbageLines: tally.garbageLines,
    boardResets: tally.boardResets,
    pendingGarbage: pendingRows(position),
    lockTimer: core.lockTimer,
    lockTicks: rules.profile.lockDown.ticks,
    topOut: core.topOut,
    finish: position.finish,
  };
}

function activeView({ core, finish }: Position): ActiveView | null {
  if (finish !== null || (core.phase !== "falling" && core.phase !== "locking")) return null;
  const { piece, rotation, x, y } = core;
  return { piece, rotation, x, y, ghostY: y - dropDistance(core) };
}

function nextPieces({ core, rules }: Position): readonly Piece[] {
  const next: Piece[] = [];
  for (let index = 0; index < rules.profile.previews; index++) {
    const piece = core.queue.peek(index);
    if (piece !== null) next.push(piece);
  }
  return next;
}

function goalView({ core, rules }: Position): GoalView | null {
  const { goal } = rules.profile;
  switch (goal.kind) {
    case "lines":
      return { kind: "lines", target: goal.lines, done: core.tally.lines };
    case "garbage":
      return { kind: "garbage", target: goal.rows, done: core.tally.garbageLines };
    case "ticks":
      return { kind: "ticks", target: goal.ticks, done: core.tick };
    case "last_alive":
    case "none":
      return null;
  }
}

function pendingRows({ pending, cheeseLeft }: Position): number {
  let rows = cheeseLeft;
  for (const entry of pending) rows += entry.rows;
  return rows;
}

/** What is in a cell: 0..6 a piece, 7 garbage, 8 solid, null empty. */
export function cellAt(board: BoardView, x: number, y: number): Cell | null {
  const row = (board.rows[y] ?? 0) >>> x;
  if ((row & 1) === 0) return null;
  if (((row >>> boardWidth) & 1) === 1) return cellSolid;
  const tint = (board.tints[y] ?? 0) >>> x;
  const code = (tint & 1) | ((tint >>> 9) & 2) | ((tint >>> 18) & 4);
  return code as Cell; // three bits of the planes: 0..7
}

/** Which neighbours of a cell belong to the same piece: bits of `joinBit`. */
export function joinsOf(view: TetrisView, x: number, y: number): number {
  return joinsAt(view.joins, x, y);
}

/** The four cells of a piece around its centre, the same list every time. */
export function pieceCells(piece: Piece, rotation: Rotation): readonly Offset[] {
  return shapeOf(piece, rotation).offsets;
}
