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
  /** Commands recorded by up to 256 consecutive events. */
  commands: 2,
  /** What came of them: a prefix of the head for each, and the full head after the 256th event. */
  heads: 3,
  /** Where the log ends. */
  end: 4,
} as const;
export type BlockKind = (typeof BLOCK)[keyof typeof BLOCK];

/** Bytes of each command's head that a file keeps; they pinpoint, the full heads prove. */
export const PREFIX_BYTES = 2;

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

/** The commands recorded by events `256 n + 1` to `256 n + 256`, and the heads that must come of them. */
export interface Stretch {
  /** Block number of the commands, for messages. */
  readonly block: number;
  readonly commands: readonly TimedCommand[];
  /** `PREFIX_BYTES` for each command: the start of the head after the event that records it. */
  readonly prefixes: Uint8Array;
  /** The full head after the last event; null in the last stretch unless that is full. */
  readonly head: Head | null;
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
