/** Bits of a join mask: on these sides a cell continues into a neighbour of the same block. */
export const joinLeft = 1;
export const joinRight = 2;
export const joinUp = 4;
export const joinDown = 8;

/** Join mask of one cell within a set of cells given by a membership test, y downwards. */
export function joinsWithin(has: (x: number, y: number) => boolean, x: number, y: number): number {
  return (
    (has(x - 1, y) ? joinLeft : 0) |
    (has(x + 1, y) ? joinRight : 0) |
    (has(x, y - 1) ? joinUp : 0) |
    (has(x, y + 1) ? joinDown : 0)
  );
}
