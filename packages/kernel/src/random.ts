import { asciiToBytes } from "./bytes.ts";
import type { HashPort } from "./hash.ts";
import type { Hex } from "./types.ts";

/** The state of a generator: four unsigned 32-bit words, not all zero. */
export type RandomWords = readonly [number, number, number, number];

/** Which stream of chance: one per purpose, so that garbage draws never disturb pieces. */
export interface StreamName {
  readonly name: string;
  readonly round: number;
}

/** What the chance of a match follows from: its secret, and the nonces of its seats in seat order. */
export interface ChanceSource {
  readonly secret: Hex;
  readonly nonces: readonly Hex[];
}

/**
 * xoshiro128** 1.1 (Blackman, Vigna): integers only, the same on every engine.
 * Mutable on purpose: it stands inside hot loops; `words` and the constructor carry it in and out of state.
 */
export class Xoshiro128 {
  private s0: number;
  private s1: number;
  private s2: number;
  private s3: number;

  constructor(words: RandomWords) {
    this.s0 = words[0] | 0;
    this.s1 = words[1] | 0;
    this.s2 = words[2] | 0;
    this.s3 = words[3] | 0;
  }

  /** The next unsigned 32-bit integer. */
  next(): number {
    const product = Math.imul(this.s1, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = this.s1 << 9;
    this.s2 ^= this.s0;
    this.s3 ^= this.s1;
    this.s1 ^= this.s2;
    this.s0 ^= this.s3;
    this.s2 ^= shifted;
    this.s3 = (this.s3 << 11) | (this.s3 >>> 21);
    return result >>> 0;
  }

  /** A uniform integer in 0..n-1, for 1 <= n <= 2^32: values over the last multiple of n are drawn again. */
  below(n: number): number {
    const limit = n * Math.floor(0x1_0000_0000 / n);
    let value = this.next();
    while (value >= limit) value = this.next();
    return value % n;
  }

  words(): RandomWords {
    return [this.s0 >>> 0, this.s1 >>> 0, this.s2 >>> 0, this.s3 >>> 0];
  }
}

/** Four little-endian words from the first 16 bytes; an all-zero state, which would never move, becomes 1,0,0,0. */
export function bytesToWords(bytes: Uint8Array): RandomWords {
  const word = (i: number): number =>
    ((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16) | ((bytes[i + 3] ?? 0) << 24)) >>> 0;
  const words: RandomWords = [word(0), word(4), word(8), word(12)];
  return words.every((w) => w === 0) ? [1, 0, 0, 0] : words;
}

/** The starting words of one stream: SHA-256("replayground/rng/1\n" secret "|" nonces joined by "," "|" name "|" round). */
export function deriveStream(hash: HashPort, source: ChanceSource, stream: StreamName): RandomWords {
  const text = `replayground/rng/1\n${source.secret}|${source.nonces.join(",")}|${stream.name}|${stream.round}`;
  return bytesToWords(hash.sha256(asciiToBytes(text)));
}

/** Fisher-Yates from the end, in place. */
export function shuffle<T>(random: Xoshiro128, items: T[]): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = items[i];
    const other = items[j];
    if (held === undefined || other === undefined) continue;
    items[i] = other;
    items[j] = held;
  }
}
