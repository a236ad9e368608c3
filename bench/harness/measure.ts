/** One of several that do the same work: `batch` does some and says how many units it did. */
export interface Contestant {
  readonly name: string;
  readonly batch: () => number;
}

/** Rounds of every contestant; the median counts. */
const ROUNDS = 7;
/** CPU time of one contestant in one round, in ms. */
const SLICE = 250;
const WARM_UP = 400;

/**
 * Units per second of each contestant, in turn round by round, so that a busy moment of the machine hits all alike.
 * Counted per second of CPU time of this process, all of its threads: other work on the machine does not count, the
 * work of the garbage collector does.
 */
export function race<Name extends string>(
  contestants: readonly (Contestant & { readonly name: Name })[],
): Readonly<Record<Name, number>> {
  const rates = new Map<Name, number[]>(contestants.map(({ name }) => [name, []]));
  for (const { batch } of contestants) unitsPerSecond(batch, WARM_UP);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, batch } of contestants) rates.get(name)?.push(unitsPerSecond(batch, SLICE));
  }
  const medians = [...rates].map(([name, values]) => [name, median(values)]);
  return Object.fromEntries(medians) as Record<Name, number>; // one entry a contestant, as just built
}

function unitsPerSecond(batch: () => number, atLeast: number): number {
  const from = cpuMs();
  let units = 0;
  let spent = 0;
  while (spent < atLeast) {
    units += batch();
    spent = cpuMs() - from;
  }
  return (1000 * units) / spent;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a share of the values lies; of the sorted ones, the nearest. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Milliseconds of wall-clock time of one call. */
export function wallMs(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}
