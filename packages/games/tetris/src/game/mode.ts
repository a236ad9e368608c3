import { levelGravity } from "../core/gravity.ts";
import type { Handling } from "../core/handling.ts";
import type { Levels } from "../core/level.ts";
import type { GravityRule, Profile } from "../core/profile.ts";
import { cheese, marathon, sprint40, ultra, zen } from "../core/profiles.ts";
import type { HandlingOptions, Mode, RuleOptions, TetrisOptions } from "./options.ts";

/** The frozen rule set of each mode. */
export const profileByMode: Readonly<Record<Mode, Profile>> = { marathon, sprint: sprint40, ultra, zen, cheese };

/** The rule set of a game: the mode's profile with the player's changes. */
export function optionsToProfile(options: TetrisOptions): Profile {
  const { rules, mode, level } = options;
  const base = profileByMode[mode];
  return {
    id: base.id,
    kicks: rules.kicks,
    halfTurn: rules.halfTurn,
    kick5: rules.kick5,
    spins: rules.spins,
    spawn: base.spawn,
    bag: base.bag,
    hold: rules.hold,
    previews: rules.previews,
    gravity: gravityRule(base.gravity, rules.gravity),
    lockDown: { kind: rules.lockDown, ticks: base.lockDown.ticks, resets: base.lockDown.resets },
    softDrop: base.softDrop,
    are: rules.are,
    lineDelay: rules.lineDelay,
    topOut: base.topOut,
    scoring: base.scoring,
    levels: levelRule(base.levels, rules.levels, level),
    perfectClearB2b: base.perfectClearB2b,
    finesseHalfTurn: base.finesseHalfTurn,
    goal: mode === "cheese" ? { kind: "garbage", rows: options.cheese } : base.goal,
  };
}

function gravityRule(base: GravityRule, choice: number): GravityRule {
  if (choice < 0) return base;
  const perTick = choice === 0 ? 0 : levelGravity(choice);
  return { kind: "constant", perTick, rampFrom: 0, rampEvery: 0, rampAdd: 0 };
}

/** The goal of level L in the variable system is 5 L points. Source: guideline, as tetris.wiki Marathon gives it. */
const variableGoal = 5;

function levelRule(base: Levels, choice: RuleOptions["levels"], start: number): Levels {
  if (base.kind !== "fixed") return base;
  if (choice === "variable") return { kind: "variable", start, cap: base.cap, goal: variableGoal };
  return { kind: "fixed", start, cap: base.cap, lines: base.lines };
}

/** A player's settings as the core has them: there, a soft drop without limit has a name. */
export function toHandling(options: HandlingOptions): Handling {
  return { ...options, sdf: options.sdf === 0 ? "sonic" : options.sdf };
}
