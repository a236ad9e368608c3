import { clearKinds } from "../core/clear.ts";
import type { Core } from "../core/core.ts";

/** Ticks in a second and in a minute. */
const second = 600;
const minute = 36_000;

/**
 * Counts of one board, and rates as integers x 1000, rounded half up: pps pieces a second, kpp keys a piece, lpm lines a
 * minute, ppl pieces a line. Definitions as players use them; finesse as TETR.IO counts it.
 */
export type Statistics = {
  readonly boardResets: number;
  /** Pieces without a finesse fault, of 1000. */
  readonly clean: number;
  /** Locks by kind: `ClearKind` in its order, from `none`. */
  readonly clears: readonly number[];
  readonly faults: number;
  /** Rows cleared that held garbage. */
  readonly garbage: number;
  readonly hardRows: number;
  readonly holds: number;
  readonly keys: number;
  readonly kpp: number;
  readonly level: number;
  readonly lines: number;
  readonly lpm: number;
  /** Time played, rounded half up. */
  readonly ms: number;
  readonly perfectClears: number;
  readonly pieces: number;
  readonly pps: number;
  readonly score: number;
  readonly softRows: number;
  readonly ticks: number;
  readonly topB2b: number;
  readonly topCombo: number;
};

/** The statistics of a board so far; of a log: of the state its fold ends in. */
export function statisticsOf({ core }: { readonly core: Core }): Statistics {
  const { tally, tick } = core;
  const { pieces, lines, keys } = tally;
  return {
    boardResets: tally.boardResets,
    clean: rate(tally.perfectPieces, pieces),
    clears: clearKinds.map((_, code) => tally.clears[code] ?? 0),
    faults: tally.faults,
    garbage: tally.garbageLines,
    hardRows: tally.hardRows,
    holds: tally.holds,
    keys,
    kpp: rate(keys, pieces),
    level: core.level,
    lines,
    lpm: rate(lines * minute, tick),
    ms: ticksToMs(tick),
    perfectClears: tally.perfectClears,
    pieces,
    pps: rate(pieces * second, tick),
    score: core.score,
    softRows: tally.softRows,
    ticks: tick,
    topB2b: Math.max(0, tally.topB2b),
    topCombo: Math.max(0, tally.topCombo),
  };
}

/** 1000 x count / per, rounded half up; 0 where `per` is 0. */
export function rate(count: number, per: number): number {
  if (per === 0) return 0;
  const thousand = count * 1000;
  const whole = Math.floor(thousand / per);
  return 2 * (thousand - whole * per) >= per ? whole + 1 : whole;
}

/** Milliseconds of a number of ticks of 1/600 s, rounded half up. */
export function ticksToMs(ticks: number): number {
  return Math.floor((10 * ticks + 3) / 6);
}
