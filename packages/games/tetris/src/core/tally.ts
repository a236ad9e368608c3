import { type ClearCode, clearKinds } from "./clear.ts";

/** Running counts of one game, mutated in place. Rates are made from them elsewhere. */
export class Tally {
  pieces = 0;
  lines = 0;
  /** Rows cleared that held garbage. */
  garbageLines = 0;
  holds = 0;
  /** Presses of any key while a piece was in play. */
  keys = 0;
  /** Finesse: keys beyond the minimum, and pieces without any. */
  faults = 0;
  perfectPieces = 0;
  softRows = 0;
  hardRows = 0;
  perfectClears = 0;
  topCombo = 0;
  topB2b = 0;
  /** Boards lost and cleared (Zen). */
  boardResets = 0;
  /** Locks by `ClearCode`. Shared with copies until one of them writes: see `ownClears`. */
  clears: readonly number[];
  #own: number[] | null = null;

  constructor(clears: readonly number[] = clearKinds.map(() => 0)) {
    this.clears = clears;
  }

  countClear(code: ClearCode): void {
    const clears = this.ownClears();
    clears[code] = (clears[code] ?? 0) + 1;
  }

  /** The locks by `ClearCode` for writing: a copy of its own, if another tally may look at them. */
  ownClears(): number[] {
    if (this.#own !== null) return this.#own;
    const own = this.clears.slice();
    this.#own = own;
    this.clears = own;
    return own;
  }

  clone(): Tally {
    this.#own = null;
    const copy = new Tally(this.clears);
    copy.pieces = this.pieces;
    copy.lines = this.lines;
    copy.garbageLines = this.garbageLines;
    copy.holds = this.holds;
    copy.keys = this.keys;
    copy.faults = this.faults;
    copy.perfectPieces = this.perfectPieces;
    copy.softRows = this.softRows;
    copy.hardRows = this.hardRows;
    copy.perfectClears = this.perfectClears;
    copy.topCombo = this.topCombo;
    copy.topB2b = this.topB2b;
    copy.boardResets = this.boardResets;
    return copy;
  }
}
