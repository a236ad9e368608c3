/** Raw keys. A key's code is its place in this list. */
export const keyNames = ["left", "right", "soft", "hard", "cw", "ccw", "r180", "hold"] as const;

export type Key = (typeof keyNames)[number];

/** One bit per key, for the set of keys held down. */
export const keyBit: Readonly<Record<Key, number>> = {
  left: 1,
  right: 2,
  soft: 4,
  hard: 8,
  cw: 16,
  ccw: 32,
  r180: 64,
  hold: 128,
};

export const rotationKeys: number = keyBit.cw | keyBit.ccw | keyBit.r180;
