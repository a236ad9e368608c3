import type { Board } from "./board.ts";
import { type Piece, pieceI, pieceO, pieceT } from "./piece.ts";
import type { Profile } from "./profile.ts";
import { kickTable } from "./kicks.ts";
import { findReach, type Reach, type ReachRules } from "./reach.ts";
import { type Rotation, rotations, toRotation } from "./rotation.ts";
import { shapeOf } from "./shape.ts";
import { isKick5Upgrade, type LastTurn, type Spin } from "./spin.ts";

/** A state in which a piece can lock. Equal cells count once; a T once per spin class. */
export interface Placement {
  readonly piece: Piece;
  readonly rotation: Rotation;
  /** Centre. */
  readonly x: number;
  readonly y: number;
  readonly spin: Spin;
}

export interface PlacementRules extends ReachRules {
  /** Whether a turn by this kick makes a mini a full T-spin; null: T-spins are not told apart. */
  readonly upgrades: ((to: Rotation, last: LastTurn) => boolean) | null;
}

/** The rules of a profile, from the piece's place right after generation. */
export function placementRules(profile: Profile): PlacementRules {
  const { x, y, freeStep } = profile.spawn;
  return {
    kicks: kickTable(profile.kicks, profile.halfTurn),
    spawn: { x, y: freeStep ? y - 1 : y },
    upgrades: (to, last) => isKick5Upgrade(profile.kick5, to, last),
  };
}

/** All placements of a piece, ordered by orientation, row and column. */
export function findPlacements(board: Board, piece: Piece, rules: PlacementRules): Placement[] {
  const found: Placement[] = [];
  for (const rest of restMasks(board, piece, rules)) {
    for (let x = 0, mask = rest.mask; mask !== 0; x++, mask >>>= 1) {
      if ((mask & 1) === 1) found.push({ piece, rotation: rest.rotation, x, y: rest.y, spin: rest.spin });
    }
  }
  return found;
}

/** How many placements there are. */
export function countPlacements(board: Board, piece: Piece, rules: PlacementRules): number {
  let count = 0;
  for (const rest of restMasks(board, piece, rules)) {
    for (let mask = rest.mask; mask !== 0; mask &= mask - 1) count += 1;
  }
  return count;
}

/** Placements of one orientation, row and spin class: bit x is the centre column. */
interface Rest {
  readonly rotation: Rotation;
  readonly y: number;
  readonly spin: Spin;
  readonly mask: number;
}

function restMasks(board: Board, piece: Piece, rules: PlacementRules): Rest[] {
  const tracksTurns = piece === pieceT && rules.upgrades !== null;
  const reach = findReach(board, piece, { kicks: rules.kicks, spawn: rules.spawn, tracksTurns });
  if (piece === pieceT && rules.upgrades !== null) return spinRests(board, reach, rules.upgrades);
  return piece === pieceO || isSymmetric(piece) ? mergedRests(piece, reach) : plainRests(reach);
}

/** I, S, Z have the same cells in opposite orientations. */
function isSymmetric(piece: Piece): boolean {
  return piece === pieceI || piece === 4 || piece === 6;
}

/** Reached states that cannot move down. */
function restingAt(reach: Reach, rotation: Rotation, y: number): number {
  const index = rotation * reach.rows + y;
  const below = y === 0 ? 0 : (reach.free[index - 1] ?? 0);
  return (reach.reached[index] ?? 0) & ~below;
}

function plainRests(reach: Reach): Rest[] {
  const rests: Rest[] = [];
  for (const rotation of rotations) {
    for (let y = 0; y < reach.rows; y++) {
      const mask = restingAt(reach, rotation, y);
      if (mask !== 0) rests.push({ rotation, y, spin: "none", mask });
    }
  }
  return rests;
}

/** Orientations 2 and 3 written as 0 and 1 with the same cells (O: all as 0). */
function mergedRests(piece: Piece, reach: Reach): Rest[] {
  const rests: Rest[] = [];
  const kept: readonly Rotation[] = piece === pieceO ? [0] : [0, 1];
  for (const rotation of kept) {
    const twin = toRotation(rotation + 2);
    const a = shapeOf(piece, rotation);
    const b = shapeOf(piece, twin);
    const up = b.bottom - a.bottom;
    const right = b.left - a.left;
    for (let y = 0; y < reach.rows; y++) {
      const row = y - up;
      const other = piece === pieceO || row < 0 || row >= reach.rows ? 0 : restingAt(reach, twin, row);
      const mask = restingAt(reach, rotation, y) | (right >= 0 ? other << right : other >>> (0 - right));
      if (mask !== 0) rests.push({ rotation, y, spin: "none", mask });
    }
  }
  return rests;
}

/** Corner masks of a T with its centre in row y: where at least three are filled, and where both front ones are. */
function cornerMasks(board: Board, rotation: Rotation, y: number): { three: number; front: number } {
  const above = board.rows[y + 1] ?? 0;
  const under = y === 0 ? 1023 : (board.rows[y - 1] ?? 0);
  const ul = (above << 1) | 1;
  const ur = (above >>> 1) | 512;
  const dl = (under << 1) | 1;
  const dr = (under >>> 1) | 512;
  const three = (ul & ur & (dl | dr)) | (dl & dr & (ul | ur));
  switch (rotation) {
    case 0:
      return { three, front: ul & ur };
    case 1:
      return { three, front: ur & dr };
    case 2:
      return { three, front: dl & dr };
    case 3:
      return { three, front: ul & dl };
  }
}

function spinRests(board: Board, reach: Reach, upgrades: NonNullable<PlacementRules["upgrades"]>): Rest[] {
  const rests: Rest[] = [];
  for (const rotation of rotations) {
    for (let y = 0; y < reach.rows; y++) {
      const resting = restingAt(reach, rotation, y);
      if (resting === 0) continue;
      const spun = spinsAt(board, reach, { rotation, y, upgrades });
      const none = resting & (spun.plain | movedTo(reach, rotation, y));
      if (none !== 0) rests.push({ rotation, y, spin: "none", mask: none });
      if ((resting & spun.mini) !== 0) rests.push({ rotation, y, spin: "mini", mask: resting & spun.mini });
      if ((resting & spun.full) !== 0) rests.push({ rotation, y, spin: "full", mask: resting & spun.full });
    }
  }
  return rests;
}

/** States that a shift or a fall leads to (and open air, where the search begins). */
function movedTo(reach: Reach, rotation: Rotation, y: number): number {
  const index = rotation * reach.rows + y;
  const here = reach.reached[index] ?? 0;
  if (y === reach.rows - 1) return here;
  const above = reach.reached[index + 1] ?? 0;
  return ((here << 1) | (here >>> 1) | above) & (reach.free[index] ?? 0);
}

interface SpinQuery {
  readonly rotation: Rotation;
  readonly y: number;
  readonly upgrades: NonNullable<PlacementRules["upgrades"]>;
}

/** Arrivals by a turn, by the class they have. The upgrade depends on the way only through test and parity of the turn. */
function spinsAt(board: Board, reach: Reach, query: SpinQuery): { plain: number; mini: number; full: number } {
  const { rotation, y, upgrades } = query;
  const { three, front } = cornerMasks(board, rotation, y);
  let plain = 0;
  let mini = 0;
  let full = 0;
  for (let test = 1; test < reach.byTest.length; test++) {
    const arrived = reach.byTest[test]?.[rotation * reach.rows + y] ?? 0;
    const byKick = upgrades(rotation, { test, from: toRotation(rotation + 1) }) ? arrived & three : 0;
    plain |= arrived & ~three;
    full |= (arrived & three & front) | byKick;
    mini |= arrived & three & ~front & ~byKick;
  }
  return { plain, mini, full };
}
