import type { Recorded } from "@replayground/engine";
import { clearKinds, isDifficult } from "../core/clear.ts";
import { clearAttack } from "../versus/attack.ts";
import { type AttackRules, versusRules } from "../versus/rules.ts";
import { rate } from "./statistics.ts";
import type { LineClear, TetrisEvent } from "./types.ts";

/** What a board would send, or sent. Rates as integers x 1000, rounded half up; definitions as TETR.IO and Jstris use them. */
export interface AttackStatistics {
  /** Rows before cancelling. */
  readonly attack: number;
  /** Attack a minute, and a piece. */
  readonly apm: number;
  readonly app: number;
  /** Rows cleared that held garbage. */
  readonly garbage: number;
  /** Rows that left the board, in all and a minute. */
  readonly sent: number;
  readonly spm: number;
  /** Most rows sent with less than a second between one send and the next. */
  readonly maxSpike: number;
  /** 100 x (attack + garbage) a second. */
  readonly vs: number;
}

const second = 600;
const minute = 36_000;

/** Gathers them from the events of one board, live or from a log. Solo logs do not carry attacks: they follow from the clears. */
export class AttackTally {
  private readonly rules: AttackRules;
  private pieces = 0;
  private attack = 0;
  private garbage = 0;
  private sent = 0;
  private spike = 0;
  private maxSpike = 0;
  private lastSent = -second;

  constructor(rules: AttackRules = versusRules.attack) {
    this.rules = rules;
  }

  observe(event: Recorded<TetrisEvent>): void {
    if (event.type === "piece_lock") this.pieces += 1;
    else if (event.type === "line_clear") {
      this.attack += attackOf(event.data, this.rules);
      this.garbage += event.data.garbage;
    } else if (event.type === "garbage_sent") this.send(event.at, event.data.rows);
  }

  private send(at: number, rows: number): void {
    this.sent += rows;
    this.spike = at - this.lastSent < second ? this.spike + rows : rows;
    this.lastSent = at;
    this.maxSpike = Math.max(this.maxSpike, this.spike);
  }

  /** @param ticks time played, in ticks of 1/600 s */
  result(ticks: number): AttackStatistics {
    const { attack, garbage, sent, maxSpike, pieces } = this;
    return {
      attack,
      apm: rate(attack * minute, ticks),
      app: rate(attack, pieces),
      garbage,
      sent,
      spm: rate(sent * minute, ticks),
      maxSpike,
      vs: rate(100 * (attack + garbage) * second, ticks),
    };
  }
}

/** Rows that a clear sends, before anything cancels them. A season that charges chains needs the chain before, too. */
export function attackOf(clear: LineClear["data"], rules: AttackRules): number {
  const { combo, b2b, count, perfect, name } = clear;
  const code = clearKinds.indexOf(name);
  const isB2b = b2b >= 1 && isDifficult(code);
  const parts = clearAttack(rules, { code, lines: count, combo, b2b, isB2b, brokenB2b: -1, isPerfect: perfect });
  return parts.reduce((rows, part) => rows + part.rows, 0);
}
