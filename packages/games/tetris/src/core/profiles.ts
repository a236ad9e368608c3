import { gravityTwoPercent } from "./gravity.ts";
import type { GravityRule, Profile } from "./profile.ts";
import { flatScoring, guidelineScoring, tetrioScoring } from "./scoring.ts";

const steadyGravity: GravityRule = {
  kind: "constant",
  perTick: gravityTwoPercent,
  rampFrom: 0,
  rampEvery: 0,
  rampAdd: 0,
};

/** After two minutes +0.0035 G per second: TETR.IO's margin, in steps of a second. round(2^24 * 0.0035 / 10). */
const marginGravity: GravityRule = {
  kind: "constant",
  perTick: gravityTwoPercent,
  rampFrom: 72_000,
  rampEvery: 600,
  rampAdd: 5872,
};

/** 150 lines, levels 1 to 15. */
export const marathon: Profile = {
  id: "marathon",
  kicks: "SRS",
  halfTurn: "none",
  kick5: "any",
  spins: "t",
  spawn: { x: 4, y: 20, freeStep: true, secondChance: false },
  bag: "native",
  hold: "once",
  previews: 5,
  gravity: { kind: "level" },
  lockDown: { kind: "extended", ticks: 300, resets: 15 },
  softDrop: 20,
  are: 0,
  lineDelay: 0,
  topOut: { lockOut: true, partialLockOut: false, clutch: false, effect: "end" },
  scoring: guidelineScoring,
  levels: { kind: "fixed", start: 1, cap: 15, lines: 10 },
  perfectClearB2b: 0,
  finesseHalfTurn: 1,
  goal: { kind: "lines", lines: 150 },
};

/** 40 lines against the clock. */
export const sprint40: Profile = {
  ...marathon,
  id: "sprint40",
  gravity: steadyGravity,
  softDrop: "player",
  scoring: flatScoring,
  levels: { kind: "constant", start: 1 },
  goal: { kind: "lines", lines: 40 },
};

/** The best score in two minutes. */
export const ultra: Profile = {
  ...marathon,
  id: "ultra",
  softDrop: "player",
  levels: { kind: "fixed", start: 1, cap: 20, lines: 10 },
  goal: { kind: "ticks", ticks: 72_000 },
};

/** Endless; a top out clears the board. */
export const zen: Profile = {
  ...sprint40,
  id: "zen",
  kicks: "SRS+",
  halfTurn: "tetrio",
  topOut: { ...marathon.topOut, effect: "reset" },
  goal: { kind: "none" },
};

/** Clear ten rows of garbage. */
export const cheese: Profile = {
  ...sprint40,
  id: "cheese",
  goal: { kind: "garbage", rows: 10 },
};

/** The last one alive. Attack and garbage rules stand in the versus folder. */
export const versus: Profile = {
  ...zen,
  id: "versus",
  gravity: marginGravity,
  topOut: marathon.topOut,
  goal: { kind: "last_alive" },
};

/** TETR.IO's rules, as far as the core's clock can express them; recorded games run in the compat folder. */
export const tetrioCompat: Profile = {
  ...versus,
  id: "tetrio-compat",
  kick5: "down",
  spawn: { x: 4, y: 21, freeStep: false, secondChance: false },
  bag: "minstd",
  lockDown: { kind: "extended", ticks: 301, resets: 15 },
  topOut: { lockOut: false, partialLockOut: false, clutch: true, effect: "end" },
  scoring: { ...tetrioScoring, level: "one" },
  finesseHalfTurn: 2,
};

/** All profiles by id. */
export const profileById: Readonly<Record<string, Profile>> = {
  marathon,
  sprint40,
  ultra,
  zen,
  cheese,
  versus,
  "tetrio-compat": tetrioCompat,
};
