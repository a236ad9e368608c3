import { invariant } from "@replayground/kernel";
import { applyAction } from "../core/action.ts";
import type { Bag } from "../core/bag.ts";
import { insertGarbage, resetBoard } from "../core/garbage.ts";
import { type Lock, lockPiece } from "../core/lock.ts";
import { pressKey, releaseKey } from "../core/press.ts";
import { type Piece, parsePiece } from "../core/piece.ts";
import { type Spawn, spawnPiece } from "../core/spawn.ts";
import { joinGarbage, joinLock, noJoins } from "./joins.ts";
import type { Position } from "./position.ts";
import type { GarbageReceived, GarbageSent, InputData } from "./types.ts";

/**
 * What each event does to a state that may be changed. Deciding runs these on a scratch copy to learn what happens;
 * folding runs the same ones on each event: so the fold of a log is the live position.
 */

export function applyInput({ core }: Position, data: InputData): void {
  if ("action" in data) applyAction(core, data.action, data.n);
  else if (data.edge === "down") pressKey(core, data.key);
  else releaseKey(core, data.key);
}

/** The piece that is due locks: cells, rows, points, level. `line_clear` and `level_up` only tell of it. */
export function applyLock(position: Position): Lock {
  const { core } = position;
  const { shape } = core;
  const lock = lockPiece(core);
  position.joins = joinLock(position.joins, {
    shape,
    x: lock.x,
    y: lock.y,
    rows: lock.rows,
    height: core.board.height,
  });
  return lock;
}

export function applySpawn({ core }: Position): Spawn {
  return spawnPiece(core);
}

export function applyBag(position: Position, bag: Bag): void {
  position.core.queue.deal(bag);
  position.bagsDealt += 1;
}

/** Seven letters as a bag. */
export function parseBag(letters: string): Bag {
  const bag: Piece[] = [];
  for (const letter of letters) {
    const piece = parsePiece(letter);
    invariant(piece !== null, "a bag is made of pieces");
    bag.push(piece);
  }
  return bag;
}

/** Rows rise one by one; a cell over the top ends it. */
export function applyGarbage(position: Position, id: number, holes: readonly number[]): void {
  const { core } = position;
  let risen = 0;
  while (risen < holes.length && insertGarbage(core, 1, holes[risen] ?? 0)) risen += 1;
  position.joins = joinGarbage(position.joins, risen);
  position.insertions += 1;
  position.cheeseLeft = Math.max(0, position.cheeseLeft - holes.length);
  position.pending = position.pending.filter((entry) => entry.id !== id);
}

export function applyReceived(position: Position, { id, rows, active }: GarbageReceived["data"]): void {
  position.pending = [...position.pending, { id, rows, active }];
}

export function applySent(position: Position, { rows }: GarbageSent["data"]): void {
  position.sent += rows;
}

/** A piece that found no room is gone with the event that says so. */
function spendBlocked({ core }: Position): void {
  if (core.phase === "spawning") spawnPiece(core);
}

/** An empty board; a piece that found no room is generated again, as the same one of the game. */
export function applyReset(position: Position): void {
  const { core } = position;
  spendBlocked(position);
  const blocked = core.topOut === "block_out" ? core.piece : null;
  resetBoard(core);
  if (blocked !== null) {
    core.incoming = blocked;
    core.spawns -= 1;
  }
  position.joins = noJoins;
}

export function applyElimination(position: Position): void {
  spendBlocked(position);
  position.core.phase = "over";
  position.isEliminated = true;
}
