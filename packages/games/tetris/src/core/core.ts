import type { BagSource } from "./bag.ts";
import { Board } from "./board.ts";
import { levelGravity } from "./gravity.ts";
import type { Handling } from "./handling.ts";
import { type KickTable, kickTable } from "./kicks.ts";
import type { Piece } from "./piece.ts";
import type { Profile } from "./profile.ts";
import { Queue } from "./queue.ts";
import type { Rotation } from "./rotation.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { Tally } from "./tally.ts";

/**
 * spawning: a piece must be generated now. falling: in the player's hands. locking: the piece must be locked now.
 * waiting: the delay after a lock runs until `spawnAt`. over: topped out.
 */
export type Phase = "spawning" | "falling" | "locking" | "waiting" | "over";

export type TopOut = "block_out" | "lock_out" | "top_out";

/** What made the piece in phase `locking` lock. */
export type LockCause = "hard_drop" | "timer";

/** What a new game starts from. */
export interface CoreSetup {
  readonly profile: Profile;
  readonly handling: Handling;
  readonly bags: BagSource;
  /** Instead of the profile's start level. */
  readonly level?: number;
}

/**
 * One board in play: the whole state between two events, mutated in place by the functions of this folder.
 * `clone` is cheap (the board is shared until one of the two writes to it), so a persistent layer clones, then mutates.
 *
 * Clock: `tick` k means that the steps 0..k-1 of 1/600 s are done. What step k causes is due at k+1;
 * a key pressed at k sees the steps before k only.
 */
export class Core {
  readonly profile: Profile;
  readonly handling: Handling;
  readonly kicks: KickTable;
  queue: Queue;
  tally: Tally;

  board: Board;
  /** Whether another core looks at the same board: copy before writing. */
  boardShared = false;

  tick = 0;
  phase: Phase = "spawning";
  topOut: TopOut | null = null;
  lockCause: LockCause = "hard_drop";
  /** When phase `waiting` ends. */
  spawnAt = 0;
  /** A hard drop before this tick is ignored. */
  safeUntil = 0;

  piece: Piece = 0;
  rotation: Rotation = 0;
  x = 4;
  y = 20;
  shape: Shape = shapeOf(0, 0);
  hold: Piece | null = null;
  holdUsed = false;
  /** The piece to generate next when it comes out of the hold slot. */
  incoming: Piece | null = null;
  /** Pieces generated so far. */
  spawns = 0;

  /** Rows per tick of this level, and the fraction of a row already fallen; 24-bit fixed point. */
  gravity = 0;
  fallen = 0;
  lockTimer = 0;
  resets = 0;
  /** Lowest centre row this piece has reached, and its successful turns since. */
  lowest = 20;
  turns = 0;
  /** Kick test (from 1) and start of the turn that was the last move; test 0 when the last move was none. */
  turnTest = 0;
  turnFrom: Rotation = 0;

  /** Keys held down, bits of `keyBit`. */
  held = 0;
  /** Rotation and hold keys pressed while no piece was in play, for `tap`. */
  tapped = 0;
  /** The direction pressed last: -1 left, 1 right. */
  side: -1 | 1 = -1;
  leftCharge = 0;
  rightCharge = 0;
  leftWait = 0;
  rightWait = 0;
  /** Whether the last shift attempt was blocked. */
  againstWall = false;

  /** Of the piece in play: rows moved by soft and hard drop, finesse keys, whether the soft drop key was released. */
  pieceSoftRows = 0;
  pieceHardRows = 0;
  pieceKeys = 0;
  softReleased = false;

  score = 0;
  level: number;
  levelProgress = 0;
  combo = -1;
  b2b = -1;
  /** Rows the last lock cleared. */
  lastLines = 0;

  /** `from`: a core of the same rules whose parts are copied; scalars are not. */
  constructor(setup: CoreSetup, from: Core | null = null) {
    this.profile = setup.profile;
    this.handling = setup.handling;
    this.kicks = from === null ? kickTable(setup.profile.kicks, setup.profile.halfTurn) : from.kicks;
    this.queue = from === null ? new Queue(setup.bags) : from.queue.clone();
    this.tally = from === null ? new Tally() : from.tally.clone();
    this.board = from === null ? new Board() : from.board;
    this.level = setup.level ?? setup.profile.levels.start;
    this.leftWait = setup.handling.arr;
    this.rightWait = setup.handling.arr;
    if (from === null) updateGravity(this);
  }
}

/** A new game, its first piece due at tick 0. */
export function createCore(setup: CoreSetup): Core {
  const core = new Core(setup);
  core.queue.fill();
  return core;
}

/** Set the gravity that level and time ask for. */
export function updateGravity(core: Core): void {
  const rule = core.profile.gravity;
  if (rule.kind === "level") {
    core.gravity = levelGravity(core.level);
    return;
  }
  const ramped = rule.rampEvery > 0 && core.tick >= rule.rampFrom;
  const steps = ramped ? Math.floor((core.tick - rule.rampFrom) / rule.rampEvery) + 1 : 0;
  core.gravity = rule.perTick + steps * rule.rampAdd;
}

/** The tick at which gravity next changes by itself, or null. */
export function nextRamp(core: Core): number | null {
  const rule = core.profile.gravity;
  if (rule.kind === "level" || rule.rampEvery === 0) return null;
  if (core.tick < rule.rampFrom) return rule.rampFrom;
  return rule.rampFrom + (Math.floor((core.tick - rule.rampFrom) / rule.rampEvery) + 1) * rule.rampEvery;
}

/** The board of a core for writing: its own copy if another core shares it. */
export function ownBoard(core: Core): Board {
  if (core.boardShared) {
    core.board = core.board.clone();
    core.boardShared = false;
  }
  return core.board;
}

/** An independent copy. */
export function cloneCore(core: Core): Core {
  core.boardShared = true;
  const copy = new Core({ profile: core.profile, handling: core.handling, bags: core.queue.source }, core);
  copy.boardShared = true;
  copyScalars(core, copy);
  return copy;
}

function copyScalars(from: Core, to: Core): void {
  to.tick = from.tick;
  to.phase = from.phase;
  to.topOut = from.topOut;
  to.lockCause = from.lockCause;
  to.spawnAt = from.spawnAt;
  to.safeUntil = from.safeUntil;
  to.piece = from.piece;
  to.rotation = from.rotation;
  to.x = from.x;
  to.y = from.y;
  to.shape = from.shape;
  to.hold = from.hold;
  to.holdUsed = from.holdUsed;
  to.incoming = from.incoming;
  to.spawns = from.spawns;
  to.gravity = from.gravity;
  to.fallen = from.fallen;
  to.lockTimer = from.lockTimer;
  to.resets = from.resets;
  to.lowest = from.lowest;
  to.turns = from.turns;
  to.turnTest = from.turnTest;
  to.turnFrom = from.turnFrom;
  to.held = from.held;
  to.tapped = from.tapped;
  to.side = from.side;
  to.leftCharge = from.leftCharge;
  to.rightCharge = from.rightCharge;
  to.leftWait = from.leftWait;
  to.rightWait = from.rightWait;
  to.againstWall = from.againstWall;
  to.pieceSoftRows = from.pieceSoftRows;
  to.pieceHardRows = from.pieceHardRows;
  to.pieceKeys = from.pieceKeys;
  to.softReleased = from.softReleased;
  to.score = from.score;
  to.level = from.level;
  to.levelProgress = from.levelProgress;
  to.combo = from.combo;
  to.b2b = from.b2b;
  to.lastLines = from.lastLines;
}
