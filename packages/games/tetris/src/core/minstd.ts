const modulus = 2147483647;

/** A seed as generator state: 1 .. 2^31-2. Park-Miller "minimal standard", as TETR.IO uses it. */
export function minstdSeed(seed: number): number {
  const state = seed % modulus;
  return state <= 0 ? state + modulus - 1 : state;
}

/** The next state. The product stays below 2^53, so plain numbers are exact. */
export function drawMinstd(state: number): number {
  return (16807 * state) % modulus;
}

/** A state as a number in [0, 1): the double that TETR.IO computes, kept for its sake. */
export function minstdUnit(state: number): number {
  return (state - 1) / (modulus - 1);
}
