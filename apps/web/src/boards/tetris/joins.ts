import { joinDown, joinLeft, joinRight, joinsWithin, joinUp } from "../../art/joins.ts";
import { type BoardCell, cellIndex, columns, rows } from "./types.ts";

/**
 * Which locked cells belong together. The board of the rules is a grid of colours and forgets its pieces; the log does
 * not, so the joins are a small fold of its own over locks, clears and garbage.
 */
export const emptyJoins = (): Uint8Array => new Uint8Array(columns * rows);

/** A locked piece: its cells hold together. */
export function withLock(joins: Uint8Array, cells: readonly BoardCell[]): Uint8Array {
  const next = joins.slice();
  const keys = new Set(cells.map(({ x, y }) => cellIndex(x, y)));
  const has = (x: number, y: number): boolean => x >= 0 && x < columns && keys.has(cellIndex(x, -y));
  // The board counts rows upwards, the outline downwards: mirrored here once.
  for (const { x, y } of cells) next[cellIndex(x, y)] = joinsWithin(has, x, -y);
  return next;
}

/** Cleared rows (any order) cut the blocks they ran through. */
export function withClear(joins: Uint8Array, cleared: readonly number[]): Uint8Array {
  const gone = new Set(cleared);
  const next = emptyJoins();
  let to = 0;
  for (let y = 0; y < rows; y += 1) {
    if (gone.has(y)) continue;
    const keep = ~((gone.has(y - 1) ? joinDown : 0) | (gone.has(y + 1) ? joinUp : 0));
    for (let x = 0; x < columns; x += 1) next[cellIndex(x, to)] = (joins[cellIndex(x, y)] ?? 0) & keep;
    to += 1;
  }
  return next;
}

/** Garbage rows pushed in from below: one slab per row, open at its hole. */
export function withGarbage(joins: Uint8Array, holes: readonly number[]): Uint8Array {
  const next = emptyJoins();
  next.set(joins.subarray(0, (rows - holes.length) * columns), holes.length * columns);
  holes.forEach((hole, y) => {
    for (let x = 0; x < columns; x += 1) {
      if (x === hole) continue;
      const left = x > 0 && x - 1 !== hole ? joinLeft : 0;
      const right = x < columns - 1 && x + 1 !== hole ? joinRight : 0;
      next[cellIndex(x, y)] = left | right;
    }
  });
  return next;
}
