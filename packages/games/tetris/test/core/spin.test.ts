import { expect, test } from "vitest";
import { advance } from "../../src/core/advance.ts";
import type { Core } from "../../src/core/core.ts";
import { zen } from "../../src/core/profiles.ts";
import type { Rotation } from "../../src/core/rotation.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { isKick5Upgrade } from "../../src/core/spin.ts";
import { drop, startPiece, tap } from "./play.ts";

/** A slot in which a T lies on its back after a turn; over its left shoulder hangs a cell. */
const slot = ["##........", "#...######", "##.#######"];

/** A T pointing left in the slot's mouth, one turn from lying in it. */
function inMouth(): Core {
  const core = startPiece({ profile: zen, pieces: "T", board: slot });
  core.rotation = 1;
  core.shape = shapeOf(core.piece, 1);
  core.x = 2;
  core.y = 1;
  return core;
}

// tetris.wiki T-Spin: the last thing the piece did must be a turn
test("a turn into the slot is a T-spin", () => {
  expect(drop(inMouth(), "cw")).toMatchObject({ spin: "full", kickTest: 1, rows: [0, 1] });
});

test("a failed move or a hard drop of no rows after the turn takes nothing away", () => {
  expect(drop(inMouth(), "cw", "left", "right")).toMatchObject({ spin: "full", hardRows: 0 });
});

/** A T just turned upright on the floor, under a cell that hangs over its right shoulder. */
function underShelf(): Core {
  const core = startPiece({ profile: zen, pieces: "T", board: [".....#....", ".........."] });
  core.y = 0;
  core.turnTest = 1;
  core.turnFrom = 1;
  return core;
}

test("any real move after the turn cancels it: a shift", () => {
  expect(drop(underShelf()).spin).toBe("mini");
  expect(drop(underShelf(), "left", "right")).toMatchObject({ x: 4, y: 0, spin: "none", kickTest: 0 });
});

test("... a row of gravity, a row of soft drop, a row of hard drop", () => {
  const turned = (): Core => {
    const core = startPiece({ profile: zen, pieces: "T" });
    tap(core, "cw");
    expect(core.turnTest).toBe(1);
    return core;
  };
  const fallen = turned();
  advance(fallen, 600);
  expect(fallen.y).toBeLessThan(19);
  expect(fallen.turnTest).toBe(0);
  expect(drop(turned()).kickTest).toBe(0);
});

test("a hold starts a new piece", () => {
  const core = inMouth();
  tap(core, "cw", "hold");
  expect(core.phase).toBe("spawning");
});

// The two readings: every quarter turn, or only those that end on a side
test.each<[number, Rotation, Rotation, [any: boolean, down: boolean]]>([
  [5, 0, 1, [true, true]],
  [5, 2, 3, [true, true]],
  [5, 1, 0, [true, false]],
  [5, 3, 2, [true, false]],
  [4, 0, 1, [false, false]],
  // half turns are judged by their corners alone
  [5, 0, 2, [false, false]],
  [5, 1, 3, [false, false]],
])("kick test %i of %i to %i", (test, from, to, expected) => {
  expect([isKick5Upgrade("any", to, { test, from }), isKick5Upgrade("down", to, { test, from })]).toEqual(expected);
});
