import type { Key } from "../core/keys.ts";
import type { Piece } from "../core/piece.ts";
import type { Rotation } from "../core/rotation.ts";
import type { Spin } from "../core/spin.ts";

/** A recorded player's settings, in frames of 1/60 s (fractions allowed). */
export interface CompatHandling {
  readonly das: number;
  readonly arr: number;
  readonly dcd: number;
  /** Soft drop factor; 41 reaches the floor at once. */
  readonly sdf: number;
  readonly safelock: boolean;
  readonly cancel: boolean;
}

/** A key edge: frame, and tenths of a frame inside it. */
export interface CompatKey {
  readonly kind: "key";
  readonly frame: number;
  readonly subframe: number;
  readonly isDown: boolean;
  readonly key: Key;
  /** Down before the piece came. */
  readonly hoisted: boolean;
}

/** Garbage on its way (`announce`) and the moment its travel time starts (`confirm`). */
export interface CompatGarbage {
  readonly kind: "announce" | "confirm";
  readonly frame: number;
  readonly rows: number;
  readonly id: number;
  /** The last of our own sends that the opponent had seen. */
  readonly acknowledged: number;
}

export type CompatEvent = CompatKey | CompatGarbage;

/** Everything that determines a recorded game. */
export interface CompatReplay {
  readonly seed: number;
  /** The first bag does not start with S, Z or O. */
  readonly stride: boolean;
  /** Rows per frame at the start; BLITZ takes its own table instead. */
  readonly gravity: number;
  readonly mode: "solo" | "blitz" | "versus";
  readonly handling: CompatHandling;
  /** Length of the game in frames. */
  readonly frames: number;
  /** In the order of the file. */
  readonly events: readonly CompatEvent[];
}

/** One lock as the recorded game had it. */
export interface CompatLock {
  readonly frame: number;
  readonly piece: Piece;
  readonly rotation: Rotation;
  readonly x: number;
  readonly y: number;
  /** Finesse keys used. */
  readonly keys: number;
  readonly faults: number;
  readonly lines: number;
  readonly spin: Spin;
  readonly combo: number;
  readonly b2b: number;
  readonly isPerfect: boolean;
  readonly level: number;
  /** Rows of each attack, before and after cancelling; zeros left out. */
  readonly attacks: readonly number[];
  readonly sent: readonly number[];
  /** Garbage that came in: rows and column of the hole. */
  readonly inserted: readonly { readonly rows: number; readonly column: number }[];
}

/** What a recorded game comes to. */
export interface CompatResult {
  readonly locks: readonly CompatLock[];
  readonly score: number;
  readonly level: number;
  readonly lines: number;
  readonly faults: number;
  /** Rows cleared that held garbage. */
  readonly garbageCleared: number;
  readonly isDead: boolean;
  /** Rows from the floor up, as `formatBoard` writes them. */
  readonly board: readonly string[];
}
