import type { Trouble } from "../../ui/ErrorNotice.tsx";
import type { Rung } from "../../ui/promise.ts";

/** What is known about a match being what it claims to be. */
export interface IntegrityFacts {
  readonly rung: Rung;
  /** Hex, 64 digits. */
  readonly head: string;
  /** Hex; null until the match is over or was verified here. */
  readonly stateHash: string | null;
  /** "tetris 1". */
  readonly rules: string;
  /** "own secret, re-executed". */
  readonly trust: string;
  readonly events: number;
}

/** Re-execution on this device, on request. */
export type Verification =
  | { readonly phase: "idle" }
  | { readonly phase: "running"; readonly done: number; readonly total: number }
  | { readonly phase: "passed"; readonly milliseconds: number; readonly head: string }
  | { readonly phase: "failed"; readonly trouble: Trouble };
