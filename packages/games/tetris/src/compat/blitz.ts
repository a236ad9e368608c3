/**
 * Rows per frame of BLITZ levels 1..20: 1 / (60 * (0.65 - 0.007 (L-1))^(L-1)). Precomputed, because engines differ in
 * the last bits of a power.
 */
const gravityByLevel: readonly number[] = [
  0.016666666666666666, 0.02592016588906169, 0.04120353888954814, 0.06697254662842003, 0.11134922812764769,
  0.1894406480644541, 0.3299341532207246, 0.5884742249637246, 1.075368200182835, 2.014215058079242, 3.868733498825457,
  7.62338596007366, 15.418835510000614, 32.02545045870265, 68.34419955104546, 149.93437562913732, 338.3236355180556,
  785.6731131613747, 1878.8217707676656, 4629.439691388225,
];

/** Rows per frame; levels above 20 keep the value of 20. */
export function blitzGravity(level: number): number {
  return gravityByLevel[Math.min(level, gravityByLevel.length) - 1] ?? 1;
}
