import { expect, test } from "vitest";
import { kickTable } from "../../src/core/kicks.ts";
import { cheese, marathon, profileById, sprint40, tetrioCompat, ultra, versus, zen } from "../../src/core/profiles.ts";

// The choices of this project among sourced options; a change of a released value needs a new id.
test.each([
  { profile: marathon, kicks: "SRS", halfTurn: "none", gravity: { kind: "level" }, softDrop: 20, level: "before" },
  { profile: sprint40, kicks: "SRS", halfTurn: "none", gravity: { perTick: 33554 }, softDrop: "player", level: "one" },
  { profile: ultra, kicks: "SRS", halfTurn: "none", gravity: { kind: "level" }, softDrop: "player", level: "before" },
  { profile: zen, kicks: "SRS+", halfTurn: "tetrio", gravity: { perTick: 33554 }, softDrop: "player", level: "one" },
  { profile: cheese, kicks: "SRS", halfTurn: "none", gravity: { perTick: 33554 }, softDrop: "player", level: "one" },
  {
    profile: versus,
    kicks: "SRS+",
    halfTurn: "tetrio",
    gravity: { rampFrom: 72_000 },
    softDrop: "player",
    level: "one",
  },
] as const)("$profile.id", ({ profile, kicks, halfTurn, gravity, softDrop, level }) => {
  expect(profile).toMatchObject({ kicks, halfTurn, kick5: "any", gravity, softDrop, scoring: { level } });
  expect(profile).toMatchObject({ hold: "once", previews: 5, are: 0, lineDelay: 0 });
  expect(profileById[profile.id]).toBe(profile);
  expect(kickTable(profile.kicks, profile.halfTurn)).toMatchObject({ system: kicks, halfTurn });
});

test("goals", () => {
  expect([marathon, sprint40, ultra, zen, cheese, versus].map((profile) => profile.goal)).toEqual([
    { kind: "lines", lines: 150 },
    { kind: "lines", lines: 40 },
    { kind: "ticks", ticks: 120 * 600 },
    { kind: "none" },
    { kind: "garbage", rows: 10 },
    { kind: "last_alive" },
  ]);
});

test("spawn, lock and top out rules", () => {
  for (const profile of [marathon, sprint40, ultra, zen, cheese, versus]) {
    expect(profile.spawn).toEqual({ x: 4, y: 20, freeStep: true, secondChance: false });
    expect(profile.lockDown).toEqual({ kind: "extended", ticks: 300, resets: 15 });
    expect(profile.topOut).toMatchObject({ lockOut: true, clutch: false, effect: profile === zen ? "reset" : "end" });
  }
  expect(tetrioCompat).toMatchObject({
    kicks: "SRS+",
    halfTurn: "tetrio",
    kick5: "down",
    bag: "minstd",
    spawn: { y: 21, freeStep: false },
    lockDown: { ticks: 301 },
    topOut: { lockOut: false, clutch: true },
  });
  expect([marathon.levels, ultra.levels]).toMatchObject([{ cap: 15 }, { cap: 20 }]);
});

/** What canonical bytes take: safe integers, booleans, strings of at most 64 characters, arrays, plain objects. */
function isCanonical(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (typeof value === "string") return value.length <= 64;
  if (typeof value !== "object" || value === null) return typeof value === "boolean";
  return Object.values(value).every(isCanonical);
}

test("a profile can be hashed", () => {
  for (const profile of Object.values(profileById)) expect(isCanonical(profile)).toBe(true);
});
