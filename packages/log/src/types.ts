import type { Header, Hex, LogEvent } from "@replayground/kernel";

/**
 * Trust is a type. Each level is reached only through a function that returns a `Result`:
 *
 *     unknown -> parseLogLines, readMatchFile -> WellFormedLog -> checkChain -> ChainedLog -> verifyLog -> VerifiedLog
 *
 * (`verifyLog` needs the rules and lives in `@replayground/replay`.)
 */

/** Header and events have the right shape, sequence numbers run from 1 without gaps, ticks never go back. */
export interface WellFormedLog {
  readonly header: Header;
  readonly events: readonly LogEvent[];
  /** Head that the source claims for the last event; null if it claims none. */
  readonly claimed: Hex | null;
  /**
   * The first four bytes of the head after each event, as one number, where the source gives them: with them the first
   * wrong event is named even if the rules allow it. They pinpoint; the claimed head proves.
   */
  readonly marks?: readonly number[];
}

declare const chained: unique symbol;

/** The chain holds: recomputing it from the header gives the claimed head. */
export interface ChainedLog extends WellFormedLog {
  readonly head: Hex;
  readonly [chained]: true;
}

/** A point at which a chain was seen: the head after event `seq` (0: the header). */
export interface Checkpoint {
  readonly seq: number;
  readonly head: Hex;
}

/** A checkpoint is kept after every this many events. */
export const CHECKPOINT_EVERY = 256;
