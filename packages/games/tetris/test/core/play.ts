import type { Bag } from "../../src/core/bag.ts";
import { type Core, createCore } from "../../src/core/core.ts";
import { defaultHandling, type Handling } from "../../src/core/handling.ts";
import type { Key } from "../../src/core/keys.ts";
import { type Lock, lockPiece } from "../../src/core/lock.ts";
import { pieceByName, type PieceName } from "../../src/core/piece.ts";
import { pressKey, releaseKey } from "../../src/core/press.ts";
import type { Profile } from "../../src/core/profile.ts";
import { marathon } from "../../src/core/profiles.ts";
import { spawnPiece } from "../../src/core/spawn.ts";
import { boardFromPicture } from "../fixtures.ts";

/** What a test game starts from: the board as a picture, the pieces as letters (a bag's worth at least). */
export interface Start {
  readonly profile?: Profile;
  readonly handling?: Partial<Handling>;
  readonly board?: readonly string[];
  readonly pieces?: string;
  readonly level?: number;
}

/** Seven pieces beginning with the given letters. */
export function bagOf(letters: string): Bag {
  const names = [...letters, ..."IJLOSTZ"].slice(0, 7);
  return names.map((name) => pieceByName[name as PieceName]); // letters written in the tests
}

/** A game with chosen pieces and board, its first piece due. */
export function startGame(start: Start = {}): Core {
  const core = createCore({
    profile: start.profile ?? marathon,
    handling: { ...defaultHandling, ...start.handling },
    bags: { kind: "dealt" },
    ...(start.level === undefined ? {} : { level: start.level }),
  });
  const letters = start.pieces ?? "T";
  core.queue.deal(bagOf(letters));
  core.queue.deal(bagOf(letters.slice(7)));
  if (start.board !== undefined) core.board = boardFromPicture(start.board);
  return core;
}

/** The same with the first piece in play. */
export function startPiece(start: Start = {}): Core {
  const core = startGame(start);
  spawnPiece(core);
  return core;
}

export function tap(core: Core, ...keys: readonly Key[]): void {
  for (const key of keys) {
    pressKey(core, key);
    releaseKey(core, key);
  }
}

/** Taps, then hard drop and lock. */
export function drop(core: Core, ...keys: readonly Key[]): Lock {
  tap(core, ...keys, "hard");
  return lockPiece(core);
}
