import type { Recorded } from "@replayground/engine";
import type { Found } from "./moments.ts";
import type { GarbageSent } from "./types.ts";

/** A window stays open for a second after each send. */
const openTicks = 600;
/** Rows that make a surge: of two sends or more, or of a single one. */
const surgeRows = 3;
const singleRows = 6;

/** Much garbage sent in a short time: told once per window, at the send that makes it one, with the sums so far. */
export class Surge {
  private opened = 0;
  private last = -openTicks - 1;
  private rows = 0;
  private sends = 0;
  private isTold = false;

  observe({ at, data }: Recorded<GarbageSent>): readonly Found[] {
    if (at - this.last > openTicks) this.open(at);
    this.last = at;
    this.rows += data.rows;
    this.sends += 1;
    const found: Found[] = [];
    if (!this.isTold && ((this.sends >= 2 && this.rows >= surgeRows) || data.rows >= singleRows)) {
      this.isTold = true;
      found.push({ kind: "garbage_surge", data: { duration: at - this.opened, rows: this.rows, to: data.to } });
    }
    if (data.reason === "surge") found.push({ kind: "surge_release", data: { rows: data.rows } });
    return found;
  }

  private open(at: number): void {
    this.opened = at;
    this.rows = 0;
    this.sends = 0;
    this.isTold = false;
  }
}
