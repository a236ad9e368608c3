import { Board } from "../core/board.ts";
import { type KickTable, kickTable } from "../core/kicks.ts";
import { minstdSeed } from "../core/minstd.ts";
import { type Piece, pieceI } from "../core/piece.ts";
import { Queue } from "../core/queue.ts";
import type { Rotation } from "../core/rotation.ts";
import { type Shape, shapeOf } from "../core/shape.ts";
import type { Spin } from "../core/spin.ts";
import { Incoming } from "./incoming.ts";
import type { CompatHandling, CompatLock, CompatReplay } from "./types.ts";

/** Heights are integers in millionths of a row. */
export const row = 1_000_000;

/** Rows the centre of I moves inside its box when it turns; the others turn about their centre. */
export function centreInBox(piece: Piece, rotation: Rotation): number {
  return piece === pieceI && rotation >= 2 ? -1 : 0;
}

/**
 * One recorded player's game, mutated in place. Doubles, but only + - * / and tables: the same on every engine, and
 * the same as the recorded client's.
 */
export class CompatGame {
  readonly handling: CompatHandling;
  readonly mode: CompatReplay["mode"];
  readonly kicks: KickTable = kickTable("SRS+", "tetrio");
  readonly board: Board = new Board();
  readonly queue: Queue;
  readonly incoming: Incoming;
  readonly locks: CompatLock[] = [];

  frame = 0;
  /** Rows per frame, and what garbage is multiplied by. */
  gravity: number;
  multiplier = 1;
  isDead = false;

  piece: Piece = 0;
  rotation: Rotation = 0;
  shape: Shape = shapeOf(0, 0);
  x = 4;
  /** Height in millionths of a row of the box that the piece turns in: of its centre in orientation 0. */
  height = 0;
  hold: Piece | null = null;
  holdUsed = false;
  /** Lowest row reached, moves and turns since, turns in all, frames on the ground. */
  lowest = 21;
  resets = 0;
  turns = 0;
  totalTurns = 0;
  lockTime = 0;
  mustLock = false;
  spin: Spin = "none";
  keys = 0;
  softReleased = false;

  leftHeld = false;
  rightHeld = false;
  softHeld = false;
  side: -1 | 1 = -1;
  leftCharge = 0;
  rightCharge = 0;
  leftWait = 0;
  rightWait = 0;
  againstWall = false;
  /** Counts down while hard drops are ignored. */
  safelock = 0;

  lines = 0;
  combo = -1;
  b2b = -1;
  lastLines = 0;
  level = 1;
  levelProgress = 0;
  score = 0;
  faults = 0;
  garbageCleared = 0;

  constructor(replay: CompatReplay) {
    this.handling = replay.handling;
    this.mode = replay.mode;
    this.gravity = replay.gravity;
    this.queue = new Queue({ kind: "minstd", state: minstdSeed(replay.seed), stride: replay.stride });
    this.queue.fill();
    this.incoming = new Incoming(replay.seed);
  }

  /** The row of the piece's centre. */
  get y(): number {
    return this.rowAt(this.height);
  }

  /** The row of the centre when the box of the piece is at a height. */
  rowAt(height: number): number {
    return Math.floor(height / row) + centreInBox(this.piece, this.rotation);
  }

  fits(shape: Shape, x: number, y: number): boolean {
    return this.board.fits(shape, x, y);
  }
}
