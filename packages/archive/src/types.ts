import type { Head, Header, Hex } from "@replayground/kernel";
import type { TimedCommand } from "@replayground/replay";

/**
 * The vocabulary of match files.
 * Reading order: bytes -> Frame (checksums hold) -> MatchFile (well-formed) -> VerifiedLog (expanded by the rules).
 */

/** The first bytes of every match file; a version byte follows. */
export const MAGIC = "RPG";
export const FILE_VERSION = 1;

/** What a block of a file holds. */
export const BLOCK = {
  /** Canonical JSON of the header. */
  header: 1,
  /** Commands recorded by up to 1,024 consecutive events. */
  commands: 2,
  /** What came of them: a prefix of the head for each, and the full heads after every 256 events. */
  heads: 3,
  /** Where the log ends. */
  end: 4,
} as const;
export type BlockKind = (typeof BLOCK)[keyof typeof BLOCK];

/** Bytes of each command's head that a file keeps; they pinpoint, the full heads prove. */
export const PREFIX_BYTES = 2;

/**
 * Events per pair of blocks. Longer runs compress better: with 256 events key edges cost 14 bytes a piece, with 1,024
 * 9.4 (a recorded Sprint); shorter ones say more exactly where damage is.
 */
export const EVENTS_PER_STRETCH = 1024;

/** A block as it stands in a file; its checksum holds. */
export interface Frame {
  /** Counted from 0, the header. */
  readonly index: number;
  readonly kind: BlockKind;
  /** Length before compression, in bytes. */
  readonly rawLength: number;
  /** Compressed (raw deflate), unless its length is `rawLength`. */
  readonly stored: Uint8Array;
}

/** The commands recorded by events `1024 n + 1` to `1024 n + 1024`, and the heads that must come of them. */
export interface Stretch {
  /** Block number of the commands, for messages. */
  readonly block: number;
  readonly commands: readonly TimedCommand[];
  /** `PREFIX_BYTES` for each command: the start of the head after the event that records it. */
  readonly prefixes: Uint8Array;
  /** The full heads after every 256 of its events. */
  readonly heads: readonly Head[];
}

/** Where the log ends. */
export interface FileEnd {
  /** Number of events. */
  readonly seq: number;
  /** Tick of the last event. */
  readonly at: number;
  readonly head: Hex;
  /** Hash of the final state; null while the match is open. */
  readonly state: Hex | null;
  /** The secret of a committed match, which its closing event reveals; null where the header has it. */
  readonly secret: Hex | null;
}

/** A decoded file. Nothing in it is believed before the rules have made the same log. */
export interface MatchFile {
  readonly header: Header;
  readonly stretches: readonly Stretch[];
  readonly end: FileEnd;
}
