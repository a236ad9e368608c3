/** Orientation of a piece: 0 as spawned, 1 clockwise of it, 2 upside down, 3 counter-clockwise of it. */
export type Rotation = 0 | 1 | 2 | 3;

/** A turn, as what it adds to the orientation: 1 clockwise, 2 half turn, 3 counter-clockwise. */
export type Turn = 1 | 2 | 3;

export const rotations: readonly Rotation[] = [0, 1, 2, 3];

/** Any integer as an orientation, modulo 4. */
export function toRotation(quarters: number): Rotation {
  return (quarters & 3) as Rotation; // brand constructor: the mask makes it true
}

/** The orientation after a turn. */
export function turned(rotation: Rotation, turn: Turn): Rotation {
  return toRotation(rotation + turn);
}
