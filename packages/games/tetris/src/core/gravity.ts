/** One row in the unit of gravity: 24-bit fixed point rows per tick of 1/600 s. */
export const gravityOne: number = 1 << 24;

/** More rows than the matrix has, in one tick: what any faster gravity is cut to. */
export const gravityMax: number = 40 * gravityOne;

/**
 * Gravity of levels 1..20: round(2^24 / (600 * T)) with T = (0.8 - (L-1) * 0.007)^(L-1) seconds per row.
 * Precomputed, because engines differ in the last bits of a power. Source: guideline formula, tetris.wiki Marathon.
 */
const gravityByLevel: readonly number[] = [
  27962, 35261, 45261, 59150, 78723, 106724, 147419, 207534, 297841, 435874, 650639, 990940, 1540325, 2444374, 3961403,
  6558380, 11095673, 19189680, 33938333, 61401333,
];

/** Rows per tick in 24-bit fixed point; levels above 20 keep the value of 20. */
export function levelGravity(level: number): number {
  return gravityByLevel[Math.min(Math.max(level, 1), gravityByLevel.length) - 1] ?? gravityOne;
}

/** 0.02 rows per frame of 1/60 s, TETR.IO's default: round(2^24 * 0.02 / 10). */
export const gravityTwoPercent = 33554;

/** Soft drop falls at least 0.05 rows per frame times its factor: round(2^24 * 0.05 / 10). */
export const softDropFloor = 83886;

/** Gravity while soft drop is held, by factor. */
export function softGravity(gravity: number, factor: number): number {
  return Math.min(gravityMax, Math.max(gravity, softDropFloor) * factor);
}
