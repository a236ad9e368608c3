/**
 * Kick vectors as published: x right, y up, for the piece's bounding box.
 * One line per turn: from, to, then the tests in order. The first test that fits wins.
 */
export interface KickData {
  readonly jlstz: string;
  readonly i: string;
}

/** Guideline rotation system. Source: published tables, equal in four independent implementations. */
export const srs: KickData = {
  jlstz: `
    01 +0+0 -1+0 -1+1 +0-2 -1-2
    10 +0+0 +1+0 +1-1 +0+2 +1+2
    12 +0+0 +1+0 +1-1 +0+2 +1+2
    21 +0+0 -1+0 -1+1 +0-2 -1-2
    23 +0+0 +1+0 +1+1 +0-2 +1-2
    32 +0+0 -1+0 -1-1 +0+2 -1+2
    30 +0+0 -1+0 -1-1 +0+2 -1+2
    03 +0+0 +1+0 +1+1 +0-2 +1-2`,
  i: `
    01 +0+0 -2+0 +1+0 -2-1 +1+2
    10 +0+0 +2+0 -1+0 +2+1 -1-2
    12 +0+0 -1+0 +2+0 -1+2 +2-1
    21 +0+0 +1+0 -2+0 +1-2 -2+1
    23 +0+0 +2+0 -1+0 +2+1 -1-2
    32 +0+0 -2+0 +1+0 -2-1 +1+2
    30 +0+0 +1+0 -2+0 +1-2 -2+1
    03 +0+0 -1+0 +2+0 -1+2 +2-1`,
};

/** TETR.IO's default: as SRS, but the I table is symmetric left to right. */
export const srsPlus: KickData = {
  jlstz: srs.jlstz,
  i: `
    01 +0+0 +1+0 -2+0 -2-1 +1+2
    10 +0+0 -1+0 +2+0 -1-2 +2+1
    12 +0+0 -1+0 +2+0 -1+2 +2-1
    21 +0+0 -2+0 +1+0 -2+1 +1-2
    23 +0+0 +2+0 -1+0 +2+1 -1-2
    32 +0+0 +1+0 -2+0 +1+2 -2-1
    30 +0+0 +1+0 -2+0 +1-2 -2+1
    03 +0+0 -1+0 +2+0 +2-1 -1+2`,
};

/** Half turns of TETR.IO; its I piece has two tests only. */
export const halfTurnTetrio: KickData = {
  jlstz: `
    02 +0+0 +0+1 +1+1 -1+1 +1+0 -1+0
    13 +0+0 +1+0 +1+2 +1+1 +0+2 +0+1
    20 +0+0 +0-1 -1-1 +1-1 -1+0 +1+0
    31 +0+0 -1+0 -1+2 -1+1 +0+2 +0+1`,
  i: `
    02 +0+0 +0+1
    13 +0+0 +1+0
    20 +0+0 +0-1
    31 +0+0 -1+0`,
};

/** Half turns of Jstris, as in solution-finder's jstris180.properties. */
export const halfTurnJstris: KickData = { jlstz: halfTurnTetrio.i, i: halfTurnTetrio.i };
