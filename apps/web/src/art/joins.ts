/** Bits of a join mask, clockwise as the rules have them: there a cell continues into a neighbour of the same block. */
export const joinUp = 1;
export const joinRight = 2;
export const joinDown = 4;
export const joinLeft = 8;

/** Bits for corners where two joined sides meet an empty cell: the block has an inner corner there. */
export const innerUpLeft = 16;
export const innerUpRight = 32;
export const innerDownRight = 64;
export const innerDownLeft = 128;

/** Join mask of one cell within a set of cells given by a membership test, y downwards. */
export function joinsWithin(has: (x: number, y: number) => boolean, x: number, y: number): number {
  return (
    (has(x - 1, y) ? joinLeft : 0) |
    (has(x + 1, y) ? joinRight : 0) |
    (has(x, y - 1) ? joinUp : 0) |
    (has(x, y + 1) ? joinDown : 0)
  );
}

/** A join mask with its inner corners, from the masks of the cells above and below. */
export function withInnerCorners(mask: number, above: number, below: number): number {
  const both = (a: number, b: number): boolean => (mask & a) !== 0 && (mask & b) !== 0;
  return (
    mask |
    (both(joinUp, joinLeft) && !(above & joinLeft) ? innerUpLeft : 0) |
    (both(joinUp, joinRight) && !(above & joinRight) ? innerUpRight : 0) |
    (both(joinDown, joinRight) && !(below & joinRight) ? innerDownRight : 0) |
    (both(joinDown, joinLeft) && !(below & joinLeft) ? innerDownLeft : 0)
  );
}

/** The full mask of one cell within a set of cells. */
export const shapeMask = (has: (x: number, y: number) => boolean, x: number, y: number): number =>
  withInnerCorners(joinsWithin(has, x, y), joinsWithin(has, x, y - 1), joinsWithin(has, x, y + 1));
