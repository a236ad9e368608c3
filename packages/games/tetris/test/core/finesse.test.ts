import { expect, test } from "vitest";
import { type Action, applyAction } from "../../src/core/action.ts";
import { advance } from "../../src/core/advance.ts";
import { cloneCore, type Core } from "../../src/core/core.ts";
import { minimumKeys } from "../../src/core/finesse.ts";
import { pieceByName, type PieceName, pieceNames } from "../../src/core/piece.ts";
import { pressKey, releaseKey } from "../../src/core/press.ts";
import { sprint40, tetrioCompat, zen } from "../../src/core/profiles.ts";
import { rotations, toRotation } from "../../src/core/rotation.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { readFixture } from "../fixtures.ts";
import { drop, startPiece, tap } from "./play.ts";

type Table = Readonly<Record<PieceName, Readonly<Record<string, readonly number[]>>>>;

const file = readFixture<{ no180: Table; rot180counts1: Table }>("finesse");

test.each([
  ["no180", 2],
  ["rot180counts1", 1],
] as const)("fewest keys, table %s", (name, halfTurnKeys) => {
  for (const piece of pieceNames) {
    for (const rotation of rotations) {
      const shape = shapeOf(pieceByName[piece], rotation);
      // The table knows O in one orientation, I S Z in two
      const known =
        file[name][piece][String(rotation)] ?? file[name][piece][String(rotation & 1)] ?? file[name][piece]["0"];
      const ours = Array.from({ length: 10 - shape.right + shape.left }, (_, column) =>
        minimumKeys(shape, column - shape.left, halfTurnKeys),
      );
      expect([piece, rotation, ours]).toEqual([piece, rotation, known]);
    }
  }
});

/** Fewest keys from generation to each orientation and leftmost column, by breadth-first search with the core's moves. */
function search(piece: PieceName, keys: readonly Action[]): Map<string, number> {
  const start = startPiece({ pieces: piece, profile: zen });
  const nameOf = (core: Core): string => `${core.rotation} ${core.x + core.shape.left}`;
  const fewest = new Map([[nameOf(start), 0]]);
  const queue: Core[] = [start];
  for (let core = queue.shift(); core !== undefined; core = queue.shift()) {
    const used = fewest.get(nameOf(core)) ?? 0;
    for (const key of keys) {
      const next = cloneCore(core);
      applyAction(next, key);
      if (fewest.has(nameOf(next))) continue;
      fewest.set(nameOf(next), used + 1);
      queue.push(next);
    }
  }
  return fewest;
}

const quarterKeys: readonly Action[] = ["L", "R", "LW", "RW", "CW", "CCW"];

test.each([
  ["quarter turns only", quarterKeys, 2],
  ["half turns as one key", [...quarterKeys, "F"] as const, 1],
] as const)("the table is the breadth-first search from generation: %s", (_, allowed, halfTurnKeys) => {
  for (const piece of pieceNames.filter((name) => name !== "O")) {
    const keys = search(piece, allowed);
    for (const rotation of rotations) {
      const shape = shapeOf(pieceByName[piece], rotation);
      const twin = shapeOf(pieceByName[piece], toRotation(rotation + 2));
      const isSymmetric = "ISZ".includes(piece);
      for (let left = 0; left <= 9 - shape.right + shape.left; left++) {
        const here = keys.get(`${rotation} ${left}`) ?? 99;
        const least = isSymmetric ? Math.min(here, keys.get(`${twin.rotation} ${left}`) ?? 99) : here;
        expect([piece, rotation, left, minimumKeys(shape, left - shape.left, halfTurnKeys)]).toEqual([
          piece,
          rotation,
          left,
          least,
        ]);
      }
    }
  }
});

test("faults: keys beyond the minimum; a hold to the wall is one key; hold counts anew", () => {
  const core = startPiece({ pieces: "TIS" });
  expect(drop(core, "left", "left", "right")).toMatchObject({ keys: 3, faults: 2 });
  const wall = startPiece({ profile: sprint40, handling: { das: 10, arr: 0 } });
  pressKey(wall, "left");
  advance(wall, 20);
  releaseKey(wall, "left");
  expect(drop(wall)).toMatchObject({ x: 1, keys: 1, faults: 0 });
  expect(wall.tally.perfectPieces).toBe(1);
  expect(core.tally).toMatchObject({ faults: 2, perfectPieces: 0 });
});

test("a half turn counts one key or two, by profile", () => {
  expect(drop(startPiece({ profile: zen }), "r180")).toMatchObject({ keys: 1, faults: 0 });
  expect(drop(startPiece({ profile: tetrioCompat }), "r180")).toMatchObject({ keys: 2, faults: 0 });
});

test("a piece that saw soft drop released is exempt, one that still holds it is not", () => {
  const released = startPiece({});
  tap(released, "left", "right", "soft");
  expect(drop(released)).toMatchObject({ keys: 2, faults: 0 });
  const held = startPiece({});
  tap(held, "left", "right");
  pressKey(held, "soft");
  expect(drop(held)).toMatchObject({ faults: 2 });
});
