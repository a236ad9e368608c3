import { boardHeight } from "./board.ts";
import type { Phase, TopOut } from "./core.ts";

/** The format of a snapshot, in its first byte. */
export const snapshotVersion = 2;

/**
 * Where each part of a core stands in its snapshot, in bytes: a head of fixed places in little-endian words of 32 bits,
 * two words for each row of the board, and, if any cell is solid, one more for each row.
 */
export const place = {
  /** Bits of `statusBit`. */
  status: 0,
  /** Bits of `pieceBit`. */
  piece: 4,
  /** Doubles: what a long or a forged game takes past 31 bits. */
  tick: 8,
  spawnAt: 16,
  safeUntil: 24,
  score: 32,
  /** The generator's state: four words, or one, or none. */
  random: 40,
  /** From here to the rows no word is negative: small ranges, and counts of which each takes an input or a lock. */
  source: 56,
  fallen: 60,
  lockTimer: 64,
  /** Keys held in bits 0-7, tapped in bits 8-15, resets of the lock timer above. */
  keys: 68,
  turns: 72,
  spawns: 76,
  /** Of the left side in the lower half, of the right side in the upper one: 0..300 ticks each. */
  charges: 80,
  waits: 84,
  pieceSoftRows: 88,
  pieceHardRows: 92,
  pieceKeys: 96,
  level: 100,
  levelProgress: 104,
  /** Plus one, both. */
  combo: 108,
  b2b: 112,
  /** Bits of `queueBit`; the first word has the rows that the last lock cleared as well. */
  current: 116,
  next: 120,
  pieces: 124,
  lines: 128,
  garbageLines: 132,
  holds: 136,
  tallyKeys: 140,
  faults: 144,
  perfectPieces: 148,
  softRows: 152,
  hardRows: 156,
  perfectClears: 160,
  topCombo: 164,
  topB2b: 168,
  boardResets: 172,
  /** Locks, one word for each of the twelve `ClearCode`s. */
  clears: 176,
  rows: 224,
} as const;

/** Two words. The first: ten bits of cells, and twenty that another layer keeps beside the row. The second: the tint. */
export const rowBytes = 8;
export const besideBits = 0xf_ffff;
export const tintBits = 0x3fff_ffff;

/** No snapshot of a core is longer, in bytes. */
export const maxCoreBytes: number = place.rows + (rowBytes + 4) * boardHeight;

/** Lowest bits of parts of a word. Bits 0-7 of the status are the version, bits 0-2 of the piece its letter. */
export const statusBit = {
  phase: 8,
  topOut: 11,
  timer: 13,
  holdUsed: 14,
  againstWall: 15,
  softReleased: 16,
  rightward: 17,
  solid: 18,
  height: 19,
} as const;
export const pieceBit = {
  rotation: 3,
  x: 5,
  y: 9,
  lowest: 15,
  turnTest: 21,
  turnFrom: 24,
  hold: 26,
  incoming: 29,
} as const;
/** Bits 0-20 are packed pieces; how many stands at `left`. */
export const queueBit = { left: 21, lastLines: 24 } as const;

/** Codes are places in these lists. */
export const phases: readonly Phase[] = ["spawning", "falling", "locking", "waiting", "over"];
export const topOuts: readonly (TopOut | null)[] = [null, "block_out", "lock_out", "top_out"];
/** `minstd_stride`: before its first bag, which does not start with S, Z or O. */
export const sourceCode = { native: 0, minstd: 1, minstd_stride: 2, dealt: 3 } as const;
export const noPiece = 7;
