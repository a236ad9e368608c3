import { expect, test } from "vitest";
import { advance } from "../../src/core/advance.ts";
import type { Core } from "../../src/core/core.ts";
import { nextDue } from "../../src/core/due.ts";
import { marathon, sprint40 } from "../../src/core/profiles.ts";
import { pressKey } from "../../src/core/press.ts";
import { startPiece, tap } from "./play.ts";

/** A T on the floor of an empty board, the clock at the tick it landed. */
function landed(kind: "extended" | "infinite" | "classic"): Core {
  const profile = { ...marathon, lockDown: { ...marathon.lockDown, kind } };
  const core = startPiece({ profile, handling: { sdf: "sonic" } });
  core.y = 0;
  core.lowest = 0;
  return core;
}

// Guideline: half a second, every move resets it, at most 15 times
test("extended: locks 300 ticks after landing", () => {
  const core = landed("extended");
  advance(core, 1000);
  expect(core).toMatchObject({ phase: "locking", tick: 300, lockCause: "timer" });
});

test("extended: 14 moves start the timer anew, the 15th does not and locks at once", () => {
  const core = landed("extended");
  for (let move = 1; move <= 14; move++) {
    advance(core, core.tick + 299);
    expect(core.phase).toBe("falling");
    tap(core, move % 2 === 0 ? "left" : "right");
    expect(core).toMatchObject({ resets: move, lockTimer: 0 });
  }
  tap(core, "right");
  const spent = core.tick;
  advance(core, spent + 300);
  expect(core).toMatchObject({ phase: "locking", tick: spent + 1 });
});

test("extended: failed moves do not count", () => {
  const core = landed("extended");
  core.x = 1;
  for (let i = 0; i < 40; i++) tap(core, "left");
  expect(core.resets).toBe(0);
});

test("extended: a new lowest row gives the moves back, a turn does not", () => {
  const core = landed("extended");
  core.y = 10;
  core.lowest = 10;
  core.resets = 15;
  core.lockTimer = 200;
  tap(core, "cw");
  expect(core).toMatchObject({ resets: 15, lowest: 10, lockTimer: 200 });
  pressKey(core, "soft");
  advance(core, core.tick + 20);
  expect(core.lowest).toBeLessThan(10);
  expect(core.resets).toBe(0);
  expect(core.lockTimer).toBe(200);
});

test("infinite: moves always start the timer anew", () => {
  const core = landed("infinite");
  for (let move = 0; move < 40; move++) {
    advance(core, core.tick + 299);
    tap(core, move % 2 === 0 ? "left" : "right");
  }
  expect(core).toMatchObject({ phase: "falling", lockTimer: 0 });
});

test("classic: moves do not, only a lower row does", () => {
  const core = landed("classic");
  advance(core, 200);
  tap(core, "left");
  advance(core, 1000);
  expect(core).toMatchObject({ phase: "locking", tick: 300 });
});

test("classic: the time rested on a higher row does not count on a lower one, as nextDue knows", () => {
  const core = landed("classic");
  core.y = 3;
  core.lowest = 4;
  core.lockTimer = 250;
  const due = nextDue(core);
  advance(core, 100_000);
  expect(core).toMatchObject({ phase: "locking", y: 0, lockTimer: 300 });
  expect(due).toBe(core.tick);
});

test("sonic soft drop reaches the floor in the next step and does not lock", () => {
  const core = startPiece({ profile: sprint40, handling: { sdf: "sonic" } });
  pressKey(core, "soft");
  expect(core.y).toBe(19);
  advance(core, 1);
  expect(core).toMatchObject({ y: 0, phase: "falling", pieceSoftRows: 19, score: 19 });
  advance(core, 1000);
  expect(core).toMatchObject({ phase: "locking", tick: 301 });
});

test("soft drop: 20 times gravity, never under 0.05 G times the factor", () => {
  // Level 1: 20 * max(27962, 83886) / 2^24 rows a tick: a row every ten ticks
  const core = startPiece({});
  pressKey(core, "soft");
  advance(core, 100);
  expect(core.y).toBe(19 - Math.floor((100 * 20 * 83886) / 2 ** 24));
});
