import { type Board, boardHeight, boardWidth } from "./board.ts";
import { type KickTable, kickTests } from "./kicks.ts";
import { type Piece, pieceO } from "./piece.ts";
import { type Rotation, rotations, turned, type Turn } from "./rotation.ts";
import { shapeOf } from "./shape.ts";

/** Where a piece starts and what it may do. */
export interface ReachRules {
  readonly kicks: KickTable;
  readonly spawn: { readonly x: number; readonly y: number };
}

/**
 * All states a piece can reach by shifts, turns and falling, as masks: bit x of `[rotation * rows + y]` is the centre
 * at (x, y). Found by flooding whole rows at once.
 */
export interface Reach {
  /** Rows searched: states above them are open air, and lead nowhere else. */
  readonly rows: number;
  readonly free: readonly number[];
  readonly reached: readonly number[];
  /** Arrivals by a turn, by kick test: `[test]` from 1, each like `reached`. Kept for T only. */
  readonly byTest: readonly (readonly number[])[];
}

const quarterTurns: readonly Turn[] = [1, 3];
const allTurns: readonly Turn[] = [1, 3, 2];
const tests = 6;

/** Bits moved to higher columns by dx, or to lower ones. */
function shifted(mask: number, dx: number): number {
  return dx >= 0 ? mask << dx : mask >>> (0 - dx);
}

/** Centre columns where a shape lies between the walls. */
function betweenWalls(piece: Piece, rotation: Rotation): number {
  const { left, right } = shapeOf(piece, rotation);
  return ((1 << (boardWidth - right)) - 1) & ~((1 << (0 - left)) - 1);
}

/** For each orientation and row the centre columns where the piece fits. */
function freeMasks(board: Board, piece: Piece, rows: number): number[] {
  const free = new Array<number>(4 * rows).fill(0);
  for (const rotation of rotations) {
    const { offsets, bottom, top } = shapeOf(piece, rotation);
    const walls = betweenWalls(piece, rotation);
    for (let y = 0 - bottom; y < rows && y + top < boardHeight; y++) {
      let blocked = 0;
      for (const cell of offsets) blocked |= shifted(board.rows[y + cell.dy] ?? 0, 0 - cell.dx);
      free[rotation * rows + y] = walls & ~blocked;
    }
  }
  return free;
}

class Flood implements Reach {
  readonly rows: number;
  readonly free: number[];
  readonly reached: number[];
  readonly byTest: number[][];
  private readonly fresh: number[];
  private readonly piece: Piece;
  private readonly kicks: KickTable;
  private highest: number;

  constructor(board: Board, piece: Piece, setup: { rules: ReachRules; rows: number; tracksTurns: boolean }) {
    const { rules, rows, tracksTurns } = setup;
    this.rows = rows;
    this.piece = piece;
    this.kicks = rules.kicks;
    this.free = freeMasks(board, piece, rows);
    this.reached = new Array<number>(4 * rows).fill(0);
    this.fresh = new Array<number>(4 * rows).fill(0);
    this.byTest = tracksTurns ? Array.from({ length: tests + 1 }, () => new Array<number>(4 * rows).fill(0)) : [];
    this.highest = rows - 1;
  }

  /** Start from states; those that are not free are left out. */
  add(rotation: Rotation, y: number, mask: number): void {
    if (y < 0 || y >= this.rows) return;
    const index = rotation * this.rows + y;
    const news = mask & (this.free[index] ?? 0) & ~(this.reached[index] ?? 0);
    if (news === 0) return;
    this.reached[index] = (this.reached[index] ?? 0) | news;
    this.fresh[index] = (this.fresh[index] ?? 0) | news;
    if (y > this.highest) this.highest = y;
  }

  run(): void {
    const turns = this.piece === pieceO ? [] : this.kicks.halfTurn === "none" ? quarterTurns : allTurns;
    while (this.highest >= 0) {
      const y = this.highest;
      this.highest -= 1;
      for (const rotation of rotations) this.spread(rotation, y, turns);
    }
  }

  private spread(rotation: Rotation, y: number, turns: readonly Turn[]): void {
    const index = rotation * this.rows + y;
    let news = this.fresh[index] ?? 0;
    if (news === 0) return;
    this.fresh[index] = 0;
    const before = (this.reached[index] ?? 0) & ~news;
    const free = this.free[index] ?? 0;
    for (let grown = 0; grown !== news; ) {
      grown = news;
      news |= ((news << 1) | (news >>> 1)) & free & ~before;
    }
    this.reached[index] = before | news;
    this.add(rotation, y - 1, news);
    for (const turn of turns) this.turn(rotation, y, { news, turn });
  }

  /** Centre columns free in a row. Above the rows searched all are, up to the top of the matrix. */
  private openAt(rotation: Rotation, y: number): number {
    if (y < 0) return 0;
    if (y < this.rows) return this.free[rotation * this.rows + y] ?? 0;
    return this.rows === boardHeight ? 0 : betweenWalls(this.piece, rotation);
  }

  private turn(from: Rotation, y: number, moved: { news: number; turn: Turn }): void {
    const to = turned(from, moved.turn);
    const list = kickTests(this.kicks, this.piece, { from, to });
    let left = moved.news;
    for (let test = 0; left !== 0 && test < list.length; test++) {
      const { dx = 0, dy = 0 } = list[test] ?? {};
      const row = y + dy;
      const landed = shifted(left, dx) & this.openAt(to, row);
      if (landed === 0) continue;
      left &= ~shifted(landed, 0 - dx);
      this.add(to, row, landed);
      const arrivals = this.byTest[test + 1];
      if (arrivals !== undefined && row < this.rows)
        arrivals[to * this.rows + row] = (arrivals[to * this.rows + row] ?? 0) | landed;
    }
  }
}

/** Shapes reach at most two rows below their centre. */
const below = 2;

/** Everything a piece can reach from its place of generation; nothing when that is blocked. */
export function findReach(board: Board, piece: Piece, rules: ReachRules & { readonly tracksTurns: boolean }): Reach {
  const open = board.height + below;
  const isOpenAbove = rules.spawn.y >= open;
  // From rows at and above `open` upward kicks lead nowhere new; from below they end at most one row above it.
  const rows = isOpenAbove ? open + 1 : Math.min(boardHeight, open + 3);
  const flood = new Flood(board, piece, { rules, rows, tracksTurns: rules.tracksTurns });
  if (isOpenAbove) {
    // Generated in open air: every column and orientation can be had before the stack begins.
    const last = piece === pieceO ? rotations.slice(0, 1) : rotations;
    for (const rotation of last) flood.add(rotation, open, betweenWalls(piece, rotation));
  } else {
    flood.add(0, rules.spawn.y, 1 << rules.spawn.x);
  }
  flood.run();
  return flood;
}
