import type { LogEvent } from "@replayground/kernel";
import type { Raise } from "./signals.ts";
import type { TetrisState } from "./state.ts";

/** A note and a warning each; human play stays below the notes (99.9 % of pieces: 6 turns, 3 reversals). */
const turnNote = 8;
const turnWarn = 15;
const reversalNote = 4;
const reversalWarn = 8;
/** 20 seconds. */
const stallTicks = 12_000;

type Seen = Pick<LogEvent, "type" | "at"> & { readonly data: object };

/** How one piece is handled between its generation and its lock. */
export class PieceConduct {
  private spawnedAt = 0;
  private turns = 0;
  private side = 0;
  private reversals = 0;

  observe({ type, at, data }: Seen, state: TetrisState, raise: Raise): void {
    if (type === "piece_spawn") {
      this.spawnedAt = at;
      this.turns = 0;
      this.side = 0;
      this.reversals = 0;
    } else if (type === "piece_lock") {
      const alive = at - this.spawnedAt;
      if (alive > stallTicks && state.core.gravity > 0) raise("stall", "warn", alive, stallTicks);
    } else if (type === "input") {
      this.turned(state, raise);
      this.shifted(sideOf(data), state, raise);
    }
  }

  private turned({ core }: TetrisState, raise: Raise): void {
    const before = this.turns;
    this.turns = core.turns;
    if (this.turns <= before) return;
    if (this.turns === turnNote + 1) raise("rotation", "note", this.turns, turnNote);
    if (this.turns === turnWarn + 1) raise("rotation", "warn", this.turns, turnWarn);
  }

  /** A blocked shift leaves the core against the wall and does not count. */
  private shifted(side: number, { core }: TetrisState, raise: Raise): void {
    if (side === 0 || core.phase !== "falling" || core.againstWall) return;
    if (this.side !== 0 && side !== this.side) {
      this.reversals += 1;
      if (this.reversals === reversalNote + 1) raise("backtrack", "note", this.reversals, reversalNote);
      if (this.reversals === reversalWarn + 1) raise("backtrack", "warn", this.reversals, reversalWarn);
    }
    this.side = side;
  }
}

/** The direction of an input: -1 left, 1 right, 0 neither. To the wall always ends against it, so it is not judged. */
function sideOf(data: object): number {
  if ("edge" in data && data.edge === "up") return 0;
  const input = "key" in data ? data.key : "action" in data ? data.action : null;
  if (input === "left" || input === "L") return -1;
  return input === "right" || input === "R" ? 1 : 0;
}
