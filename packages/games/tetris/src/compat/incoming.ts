import type { Board } from "../core/board.ts";
import { Holes } from "./holes.ts";
import type { CompatGarbage } from "./types.ts";

/** Rows per insertion, and frames from confirmation until an entry may go in. */
const cap = 8;
const travel = 20;

interface Entry {
  readonly id: number;
  rows: number;
  /** Frame of the confirmation, null before it. */
  confirmed: number | null;
}

interface Sent {
  readonly id: number;
  rows: number;
}

/** Garbage between two players: what waits for us, and what we sent that the other has not seen yet. */
export class Incoming {
  private queue: Entry[] = [];
  private sent: Sent[] = [];
  private sends = 0;
  private readonly holes: Holes;

  constructor(seed: number) {
    this.holes = new Holes(seed);
  }

  /** Attacks that cross in flight cancel each other; what is left of this one waits. */
  announce(event: CompatGarbage): void {
    let rows = event.rows;
    this.sent = this.sent.filter((record) => record.id > event.acknowledged);
    for (const record of this.sent) {
      const met = Math.min(record.rows, rows);
      record.rows -= met;
      rows -= met;
    }
    this.sent = this.sent.filter((record) => record.rows > 0);
    if (rows > 0) this.queue.push({ id: event.id, rows, confirmed: null });
  }

  confirm(event: CompatGarbage): void {
    for (const entry of this.queue) if (entry.id === event.id) entry.confirmed = event.frame;
  }

  /** Cancel an attack against what waits, oldest first; the rows left over. */
  cancel(attack: number): number {
    let rows = attack;
    for (let entry = this.queue[0]; entry !== undefined && rows > 0; entry = this.queue[0]) {
      const met = Math.min(entry.rows, rows);
      entry.rows -= met;
      rows -= met;
      if (entry.rows > 0) break;
      this.queue.shift();
      this.holes.endEntry();
    }
    return rows;
  }

  /** Number the rows that really leave. */
  send(rows: readonly number[]): void {
    for (const count of rows) {
      this.sends += 1;
      this.sent.push({ id: this.sends, rows: count });
    }
  }

  /** Put what may go in by `frame` into the board, row by row; null on a top out. */
  insert(board: Board, frame: number): { rows: number; column: number }[] | null {
    this.queue.sort((a, b) => (a.confirmed ?? Number.MAX_SAFE_INTEGER) - (b.confirmed ?? Number.MAX_SAFE_INTEGER));
    const inserted: { rows: number; column: number }[] = [];
    for (let left = cap; left > 0; ) {
      const entry = this.queue[0];
      if (entry === undefined || entry.confirmed === null || entry.confirmed + travel > frame) break;
      const rows = Math.min(left, entry.rows);
      const column = this.insertRows(board, rows);
      if (column === null) return null;
      inserted.push({ rows, column });
      left -= rows;
      entry.rows -= rows;
      if (entry.rows > 0) continue;
      this.queue.shift();
      this.holes.endEntry();
    }
    return inserted;
  }

  private insertRows(board: Board, rows: number): number | null {
    let column = 0;
    for (let row = 0; row < rows; row++) {
      column = this.holes.next();
      if (!board.insertGarbage(1, column)) return null;
    }
    return column;
  }
}
