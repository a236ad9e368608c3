import { type Board, boardHeight, boardWidth } from "../core/board.ts";
import { kickTable, kickTests } from "../core/kicks.ts";
import { type Piece, pieceI, pieceO, pieceT } from "../core/piece.ts";
import { toRotation, turned } from "../core/rotation.ts";
import { shapeOf } from "../core/shape.ts";
import { type Spin, tSpin } from "../core/spin.ts";
import { orientationsOf, type Rest } from "./grid.ts";

/** A piece in play. */
export interface Active extends Rest {
  readonly piece: Piece;
}

/** One step of a path: a logical action, `n` rows for `SD`. */
export type Step =
  | { readonly action: "L" | "R" | "LW" | "RW" | "CW" | "CCW" | "SN" | "HD" }
  | { readonly action: "SD"; readonly n: number };

/** A place to lock and the way there, hard drop last. */
export interface Path extends Rest {
  readonly spin: Spin;
  readonly steps: readonly Step[];
}

const moves = ["L", "R", "LW", "RW", "CW", "CCW", "SN", "D"] as const;
type Move = (typeof moves)[number];

/**
 * Quarter turns that every rule set of ours has: SRS and SRS+ agree on J, L, S, T and Z. They differ in the kicks of I,
 * so I is only turned where it needs none; half turns are left to people.
 */
const kicks = kickTable("SRS", "none");

/** Where a move leads: test 0 for a shift or a fall. Null where nothing moves. */
interface Arrival extends Rest {
  readonly test: number;
}

/** All places where the piece can lock, each with a shortest way; ordered by orientation, column and row. */
export function findPaths(board: Board, active: Active): readonly Path[] {
  const search = new Search(board, active);
  search.run();
  return search.paths();
}

/** Where a path ends and how it got there. */
interface Landing extends Rest {
  readonly spin: Spin;
  readonly from: number;
  /** Null where nothing but the hard drop is needed. */
  readonly move: Move | null;
}

/** Breadth first over (orientation, row, column); every way into a state of a T is looked at, because it may spin in or not. */
class Search {
  private readonly board: Board;
  private readonly active: Active;
  private readonly landings = new Map<number, Landing>();
  /** By state: the state before + 1 (0: not reached), and the move from it. */
  private readonly before: number[] = new Array<number>(4 * boardHeight * boardWidth).fill(0);
  private readonly moveInto: (Move | null)[] = [];
  private readonly open: number[] = [];

  constructor(board: Board, active: Active) {
    this.board = board;
    this.active = active;
  }

  run(): void {
    const start = toState(this.active);
    this.before[start] = start + 1;
    this.moveInto[start] = null;
    this.land({ ...this.active, test: 0 }, start, null);
    this.open.push(start);
    for (let index = 0; index < this.open.length; index++) this.spread(this.open[index] ?? start);
  }

  paths(): readonly Path[] {
    const found: Path[] = [];
    for (const landing of this.landings.values()) {
      const { rotation, x, y, spin } = landing;
      found.push({ rotation, x, y, spin, steps: this.stepsTo(landing) });
    }
    return found.sort((a, b) => a.rotation - b.rotation || a.x - b.x || a.y - b.y || order(a.spin) - order(b.spin));
  }

  private spread(state: number): void {
    const rest = toRest(state);
    for (const move of moves) {
      const arrival = this.arrive(rest, move);
      if (arrival === null) continue;
      const next = toState(arrival);
      const isNew = this.before[next] === 0;
      if (isNew) {
        this.before[next] = state + 1;
        this.moveInto[next] = move;
        this.open.push(next);
      }
      if (isNew || this.active.piece === pieceT) this.land(arrival, state, move);
    }
  }

  private arrive(rest: Rest, move: Move): Arrival | null {
    switch (move) {
      case "L":
        return this.shift(rest, -1, 1);
      case "R":
        return this.shift(rest, 1, 1);
      case "LW":
        return this.shift(rest, -1, boardWidth);
      case "RW":
        return this.shift(rest, 1, boardWidth);
      case "CW":
        return this.turn(rest, 1);
      case "CCW":
        return this.turn(rest, 3);
      case "SN":
        return this.fall(rest, boardHeight);
      case "D":
        return this.fall(rest, 1);
    }
  }

  private shift({ rotation, x, y }: Rest, side: -1 | 1, cells: number): Arrival | null {
    const shape = shapeOf(this.active.piece, rotation);
    let moved = 0;
    while (moved < cells && this.board.fits(shape, x + side * (moved + 1), y)) moved += 1;
    return moved === 0 ? null : { rotation, x: x + side * moved, y, test: 0 };
  }

  private fall({ rotation, x, y }: Rest, rows: number): Arrival | null {
    const moved = Math.min(rows, this.board.dropDistance(shapeOf(this.active.piece, rotation), x, y));
    return moved === 0 ? null : { rotation, x, y: y - moved, test: 0 };
  }

  private turn({ rotation, x, y }: Rest, by: 1 | 3): Arrival | null {
    const { piece } = this.active;
    if (piece === pieceO) return null;
    const to = turned(rotation, by);
    const tests = kickTests(kicks, piece, { from: rotation, to });
    const count = piece === pieceI ? 1 : tests.length;
    for (let index = 0; index < count; index++) {
      const { dx, dy } = tests[index] ?? { dx: 0, dy: 0 };
      if (this.board.fits(shapeOf(piece, to), x + dx, y + dy)) {
        return { rotation: to, x: x + dx, y: y + dy, test: index + 1 };
      }
    }
    return null;
  }

  /** Where a hard drop after the move ends, the first way to it kept. */
  private land(arrival: Arrival, from: number, move: Move | null): void {
    const { piece } = this.active;
    const { x, test } = arrival;
    const shape = shapeOf(piece, arrival.rotation);
    const y = arrival.y - this.board.dropDistance(shape, x, arrival.y);
    const last = { test: y === arrival.y ? test : 0, from: toRest(from).rotation };
    const spin = piece === pieceT ? tSpin(this.board, { shape, x, y, last }, "any") : "none";
    const rest = sameCells(piece, { rotation: arrival.rotation, x, y });
    const key = 4 * toState(rest) + order(spin);
    if (!this.landings.has(key)) this.landings.set(key, { ...rest, spin, from, move });
  }

  private stepsTo({ from, move }: Landing): readonly Step[] {
    const backwards: Move[] = move === null ? [] : [move];
    for (let state = from; ; state = (this.before[state] ?? 1) - 1) {
      const into = this.moveInto[state] ?? null;
      if (into === null) break;
      backwards.push(into);
    }
    return toSteps(backwards.reverse());
  }
}

/** Single rows of soft drop become one action; a hard drop follows, so nothing needs to be said about the last fall. */
function toSteps(path: readonly Move[]): readonly Step[] {
  const steps: Step[] = [];
  let rows = 0;
  for (const move of path) {
    if (move === "D") {
      rows += 1;
      continue;
    }
    if (rows > 0) steps.push({ action: "SD", n: rows });
    rows = 0;
    steps.push({ action: move });
  }
  return [...steps, { action: "HD" }];
}

/** I, S and Z are the same upside down: written in their first orientations. */
function sameCells(piece: Piece, rest: Rest): Rest {
  if (orientationsOf(piece).includes(rest.rotation)) return rest;
  const shown = shapeOf(piece, rest.rotation);
  const rotation = piece === pieceO ? 0 : toRotation(rest.rotation & 1);
  const same = shapeOf(piece, rotation);
  return { rotation, x: rest.x + shown.left - same.left, y: rest.y + shown.bottom - same.bottom };
}

function toState({ rotation, x, y }: Rest): number {
  return (rotation * boardHeight + y) * boardWidth + x;
}

function toRest(state: number): Rest {
  const row = Math.floor(state / boardWidth);
  return { rotation: toRotation(Math.floor(row / boardHeight)), x: state % boardWidth, y: row % boardHeight };
}

function order(spin: Spin): number {
  return spin === "none" ? 0 : spin === "mini" ? 1 : 2;
}
