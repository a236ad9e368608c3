import type { Result } from "@replayground/kernel";

export interface Salvage<T, E> {
  /** Reads what lies between two numbers, both included. */
  readonly read: (from: number, to: number) => Promise<Result<readonly T[], E>>;
  /** Failures worth reading around; any other ends the salvage with what was found so far. */
  readonly isHole: (error: E) => boolean;
  /** Ranges this small are given up when they cannot be read. */
  readonly grain: number;
  /** Failed reads after which the rest is given up, so that a dead store ends the salvage in bounded time. */
  readonly budget: number;
}

export interface Salvaged<T> {
  readonly found: readonly T[];
  /** Ranges that could not be read. */
  readonly holes: readonly (readonly [number, number])[];
}

/** Reads a range that cannot be read whole by halves, halves of halves, and so on around what is damaged. */
export async function salvageRange<T, E>(salvage: Salvage<T, E>, from: number, to: number): Promise<Salvaged<T>> {
  const found: T[] = [];
  const holes: [number, number][] = [];
  const open: [number, number][] = [[from, to]];
  let { budget } = salvage;
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [low, high] = range;
    const part = await salvage.read(low, high);
    if (part.ok) found.push(...part.value);
    else if (!salvage.isHole(part.error)) return { found, holes: [...holes, range, ...open.reverse()] };
    else if (high - low < salvage.grain || --budget < 0) holes.push(range);
    else {
      const middle = low + Math.floor((high - low) / 2);
      open.push([middle + 1, high], [low, middle]); // the lower half is read first: what is found stays in order
    }
  }
  return { found, holes };
}
