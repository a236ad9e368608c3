import type { JsonError } from "@replayground/kernel";

/**
 * Why bytes from outside are not a log, or not the log they claim to be. `seq` names the first wrong event
 * (0: the header) where there is one.
 */
export type LogFault =
  | { readonly kind: "not_a_log"; readonly reason: string }
  | { readonly kind: "too_large"; readonly limit: number }
  | { readonly kind: "unsupported_version"; readonly version: number }
  | { readonly kind: "bad_header"; readonly path: string; readonly reason: string }
  | { readonly kind: "bad_event"; readonly seq: number; readonly path: string; readonly reason: string }
  | { readonly kind: "bad_sequence"; readonly seq: number; readonly found: number }
  | { readonly kind: "time_goes_back"; readonly seq: number }
  | { readonly kind: "truncated"; readonly seq: number }
  | { readonly kind: "chain_broken"; readonly seq: number }
  | { readonly kind: "false_seal"; readonly seq: number; readonly index: number }
  | JsonError;
