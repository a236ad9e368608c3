import { drawMinstd, minstdSeed, minstdUnit } from "../core/minstd.ts";

const columns = 10;

/**
 * Where garbage has its hole, TETR.IO's way with messiness: a new column for every entry, the same inside one.
 * The order of draws from the stream decides, so draws whose value is not needed are made, too. Mutated in place.
 */
export class Holes {
  private state: number;
  private column: number | null = null;

  constructor(seed: number) {
    this.state = minstdSeed(seed);
  }

  private unit(): number {
    this.state = drawMinstd(this.state);
    return minstdUnit(this.state);
  }

  private reroll(): number {
    this.column = Math.floor(this.unit() * columns);
    return this.column;
  }

  /** The column for one more row. */
  next(): number {
    if (this.column === null) return this.reroll();
    // Messiness inside an entry is 0: the draw is made and never under it.
    this.unit();
    return this.column;
  }

  /** An entry is used up, by insertion or cancelling: messiness between entries is 1, always a new column. */
  endEntry(): void {
    this.unit();
    this.reroll();
  }
}
