import { expect, test } from "vitest";
import { levelGravity } from "../../src/core/gravity.ts";
import type { Profile } from "../../src/core/profile.ts";
import { optionsToProfile, profileByMode, toHandling } from "../../src/game/mode.ts";
import { defaultOptions, type Mode, modes, type RuleOptions } from "../../src/game/options.ts";

function profileWith(mode: Mode, rules: Partial<RuleOptions>): Profile {
  const options = defaultOptions(mode);
  return optionsToProfile({ ...options, rules: { ...options.rules, ...rules } });
}

test.each(modes)("the defaults of %s are its frozen profile, member by member", (mode) => {
  expect(optionsToProfile(defaultOptions(mode))).toEqual(profileByMode[mode]);
});

test.each<[Mode, Partial<RuleOptions>, Partial<Profile>]>([
  ["sprint", { kicks: "SRS+", halfTurn: "tetrio" }, { kicks: "SRS+", halfTurn: "tetrio" }],
  ["zen", { kicks: "SRS", halfTurn: "none" }, { kicks: "SRS", halfTurn: "none" }],
  [
    "sprint",
    { hold: "off", previews: 1, kick5: "down", spins: "all" },
    { hold: "off", previews: 1, kick5: "down", spins: "all" },
  ],
  ["sprint", { are: 6, lineDelay: 21 }, { are: 6, lineDelay: 21 }],
  ["sprint", { lockDown: "infinite" }, { lockDown: { kind: "infinite", ticks: 300, resets: 15 } }],
  ["marathon", { levels: "variable" }, { levels: { kind: "variable", start: 1, cap: 15, goal: 5 } }],
  ["ultra", { levels: "variable" }, { levels: { kind: "variable", start: 1, cap: 20, goal: 5 } }],
])("%s with %j", (mode, rules, expected) => {
  expect(profileWith(mode, rules)).toEqual({ ...profileByMode[mode], ...expected });
});

test.each([
  [0, 0],
  [1, levelGravity(1)],
  [20, levelGravity(20)],
])("gravity %i is steady, whatever the level", (gravity, perTick) => {
  const steady = { kind: "constant", perTick, rampFrom: 0, rampEvery: 0, rampAdd: 0 };
  expect(profileWith("zen", { gravity }).gravity).toEqual(steady);
  expect(profileWith("marathon", { gravity }).gravity).toEqual(steady);
});

test("cheese sets its goal, a start level its first level, no soft drop factor a sonic drop", () => {
  expect(optionsToProfile({ ...defaultOptions("cheese"), cheese: 100 }).goal).toEqual({ kind: "garbage", rows: 100 });
  expect(optionsToProfile({ ...defaultOptions("marathon"), level: 7 }).levels).toMatchObject({ start: 7, cap: 15 });
  const { handling } = defaultOptions("sprint");
  expect(toHandling(handling)).toEqual(handling);
  expect(toHandling({ ...handling, sdf: 0 }).sdf).toBe("sonic");
});
