import { Xoshiro128 } from "@replayground/kernel";

/** Chance of a test: the same seed draws the same. TEST_SEED repeats a run. */
export const SEED: number = Number(process.env["TEST_SEED"] ?? "20261120");

export class Dice {
  private readonly random: Xoshiro128;

  constructor(seed: number = SEED) {
    this.random = new Xoshiro128([seed, 0x9e3779b9, 0x243f6a88, 0xb7e15162]);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.random.below(high - low + 1);
  }
}
