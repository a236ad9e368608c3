import type { CannotVerify, FalseSecret, VerifyError } from "@replayground/replay";
import type { LogFault } from "@replayground/log";
import type { LimitName } from "./limits.ts";

/** What is wrong with the bytes of a file. Blocks are counted from 0, the header. */
export type DamageFault =
  /** Some other kind of file. */
  | { readonly kind: "not_a_match_file" }
  /** Made by a later version of this program: upgrade, the file may be fine. */
  | { readonly kind: "unsupported_version"; readonly version: number }
  /** More than the reader is willing to spend. */
  | { readonly kind: "over_limit"; readonly what: LimitName; readonly limit: number }
  | { readonly kind: "damaged_block"; readonly block: number; readonly reason: string }
  /** The file ends inside or before this block. */
  | { readonly kind: "cut_off"; readonly block: number };

/**
 * The bytes are whole, but the rules do not make what the file claims. The wrong event is among `from` to `seq`; under
 * `wrong_result` it may stand earlier with a chance of 1 in 65,536 per prefix, never before the last full head.
 */
export type ResultFault =
  /** Command `command`, counted from 1, gives another head than the file says. */
  | { readonly kind: "wrong_result"; readonly command: number; readonly from: number; readonly seq: number }
  /** Every prefix fits, the full head does not. */
  | { readonly kind: "wrong_head"; readonly from: number; readonly seq: number }
  | {
      readonly kind: "refused_command";
      readonly command: number;
      readonly seq: number;
      readonly reason: string;
    }
  /** Every event fits, the end does not: `seq` is the last event the rules make. */
  | {
      readonly kind: "wrong_end";
      readonly what: "length" | "commands" | "time" | "head" | "state";
      readonly seq: number;
    };

/** Why a match file is refused. `CannotVerify` and `cancelled` say nothing against it. */
export type FileFault =
  | DamageFault
  | ResultFault
  | LogFault
  | FalseSecret
  | CannotVerify
  | { readonly kind: "cancelled"; readonly seq: number };

/** Why a file of any accepted kind is refused. */
export type ImportFault = FileFault | VerifyError | { readonly kind: "unknown_format" } | ForeignFormat;

/** A file of another program: `replayground import` reports on it. */
export interface ForeignFormat {
  readonly kind: "foreign_format";
  readonly format: "ttr" | "ttrm";
}

/** Why a log cannot be written as a match file: it does not verify, or its secret is still sealed. */
export type WriteError =
  | VerifyError
  /** The log stops in the middle of what one tick causes; its lines can still be exported. */
  | { readonly kind: "not_expandable"; readonly seq: number };
