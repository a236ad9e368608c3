import type { Features } from "./features.ts";

/**
 * Published one-piece controllers: the placement with the largest weighted sum is chosen. Weights are integers in units
 * of 1/scale, `landing2` (twice the landing height) already halved; so sums are exact and the same on every engine.
 */
export interface Controller {
  /** snake_case. */
  readonly id: string;
  /** The published weights times this; exact, except where said. */
  readonly scale: number;
  readonly weights: Readonly<Record<keyof Features, number>>;
}

const none: Controller["weights"] = {
  landing2: 0,
  lines: 0,
  eroded: 0,
  rowTransitions: 0,
  columnTransitions: 0,
  holes: 0,
  holeDepth: 0,
  holeRows: 0,
  wells: 0,
  height: 0,
  bumpiness: 0,
};

/** Made by hand by Pierre Dellacherie: -1, +1, -1, -1, -4, -1. Source: Fahey, "Tetris AI". */
export const dellacherie: Controller = {
  id: "dellacherie",
  scale: 2,
  weights: { ...none, landing2: -1, eroded: 2, rowTransitions: -2, columnTransitions: -2, holes: -8, wells: -2 },
};

/**
 * El-Tetris (Islam El-Ashi): -4.500158825082766, +3.4181268101392694, -3.2178882868487753, -9.348695305445199,
 * -7.899265427351652, -3.3855972247263626; rounded to seven digits, which changes no decision (checked by a test).
 */
export const elTetris: Controller = {
  id: "el_tetris",
  scale: 10_000_000,
  weights: {
    ...none,
    landing2: -22_500_794,
    lines: 34_181_268,
    rowTransitions: -32_178_883,
    columnTransitions: -93_486_953,
    holes: -78_992_654,
    wells: -33_855_972,
  },
};

/** Thiery and Scherrer, "Building Controllers for Tetris" (2009), the eight weights of BCTS. */
export const bcts: Controller = {
  id: "bcts",
  scale: 200,
  weights: {
    ...none,
    landing2: -1263,
    eroded: 1320,
    rowTransitions: -1844,
    columnTransitions: -3954,
    holes: -2616,
    wells: -2098,
    holeDepth: -322,
    holeRows: -4808,
  },
};

/** Yiyuan Lee, "Tetris AI - The (Near) Perfect Bot" (2013); meant to look one piece ahead. */
export const lee: Controller = {
  id: "lee",
  scale: 1_000_000,
  weights: { ...none, height: -510_066, lines: 760_666, holes: -356_630, bumpiness: -184_483 },
};

export const controllers: readonly Controller[] = [dellacherie, elTetris, bcts, lee];

/** What a controller thinks of a placement. */
export function valueOf({ weights }: Controller, features: Features): number {
  return (
    weights.landing2 * features.landing2 +
    weights.lines * features.lines +
    weights.eroded * features.eroded +
    weights.rowTransitions * features.rowTransitions +
    weights.columnTransitions * features.columnTransitions +
    weights.holes * features.holes +
    weights.holeDepth * features.holeDepth +
    weights.holeRows * features.holeRows +
    weights.wells * features.wells +
    weights.height * features.height +
    weights.bumpiness * features.bumpiness
  );
}
