/** What a reader of files is willing to spend. Every member is refused by name when exceeded. */
export interface FileLimits {
  /** Bytes of the file as it arrives. */
  readonly file: number;
  /** Bytes after decompression, all blocks together. */
  readonly inflated: number;
  /** Bytes after decompression per byte before, beyond the first 64 KiB. */
  readonly ratio: number;
  readonly events: number;
  readonly commands: number;
}

export type LimitName = keyof FileLimits;

/** A ten-minute game has about 12,000 events and 60 kB; these allow a day of play. */
export const DEFAULT_LIMITS: FileLimits = {
  file: 32 * 1024 * 1024,
  inflated: 128 * 1024 * 1024,
  ratio: 200,
  events: 1_000_000,
  commands: 1_000_000,
};

/** Compressed text repeats itself more in a small file: up to here the ratio says nothing. */
const FREE_INFLATED = 64 * 1024;

/** Most bytes that `stored` bytes may become under these limits. */
export function inflatedLimit(
  stored: number,
  limits: FileLimits,
): { readonly name: LimitName; readonly limit: number } {
  const byRatio = FREE_INFLATED + limits.ratio * stored;
  return byRatio < limits.inflated ? { name: "ratio", limit: byRatio } : { name: "inflated", limit: limits.inflated };
}
