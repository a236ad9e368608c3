import { expect, test } from "vitest";
import { advance } from "../../src/core/advance.ts";
import type { Key } from "../../src/core/keys.ts";
import { lockPiece } from "../../src/core/lock.ts";
import { pieceByName, pieceNames } from "../../src/core/piece.ts";
import { pressKey, releaseKey } from "../../src/core/press.ts";
import { marathon, tetrioCompat, zen } from "../../src/core/profiles.ts";
import { spawnPiece } from "../../src/core/spawn.ts";
import { drop, startGame, startPiece, tap } from "./play.ts";

const wall = "##########";

/** A full stack with a hole in the last column, so high; rows 18 and up stand in the way of a spawn. */
function stack(height: number): string[] {
  return Array.from({ length: height }, () => "#########.");
}

test.each(pieceNames)("%s appears in rows 21-22, columns rounded left, and moves down one row", (name) => {
  const core = startPiece({ pieces: name });
  expect([core.x, core.y, core.rotation, core.lowest]).toEqual([4, 19, 0, 19]);
  const columns = core.shape.offsets.map((cell) => core.x + cell.dx);
  const expected = name === "I" ? [3, 6] : name === "O" ? [4, 5] : [3, 5];
  expect([Math.min(...columns), Math.max(...columns)]).toEqual(expected);
});

test("no free step when something is in the way; block out when the spawn rows are taken", () => {
  expect(startPiece({ board: stack(20) })).toMatchObject({ y: 20, phase: "falling", lowest: 20 });
  const blocked = startGame({ board: stack(21) });
  expect(spawnPiece(blocked)).toMatchObject({ blocked: true });
  expect(blocked).toMatchObject({ phase: "over", topOut: "block_out" });
});

test("second chance: one row higher", () => {
  const profile = { ...marathon, spawn: { ...marathon.spawn, secondChance: true } };
  expect(startPiece({ profile, board: stack(21) })).toMatchObject({ y: 21, phase: "falling" });
  expect(spawnPiece(startGame({ profile, board: stack(22) }))).toMatchObject({ blocked: true });
});

test("clutch: after a clearing lock a blocked piece is raised until it fits", () => {
  const board = [...Array.from({ length: 3 }, () => "...####..."), ...stack(21)];
  const core = startGame({ profile: tetrioCompat, board });
  expect(spawnPiece(core).blocked).toBe(true);
  const saved = startGame({ profile: tetrioCompat, board });
  saved.lastLines = 1;
  expect(spawnPiece(saved).blocked).toBe(false);
  expect(saved.y).toBe(24);
});

test("hold: once per lock, state and counters anew, empty slot takes the next piece", () => {
  const core = startPiece({ pieces: "TIS" });
  tap(core, "cw", "left", "hold");
  expect(core).toMatchObject({ phase: "spawning", hold: pieceByName.T, holdUsed: true });
  expect(spawnPiece(core)).toMatchObject({ piece: pieceByName.I, fromHold: false });
  expect(core).toMatchObject({ rotation: 0, x: 4, pieceKeys: 0, turnTest: 0 });
  tap(core, "hold");
  expect(core.phase).toBe("falling");
  drop(core);
  spawnPiece(core);
  tap(core, "hold");
  expect(spawnPiece(core)).toMatchObject({ piece: pieceByName.T, fromHold: true });
  expect(core.hold).toBe(pieceByName.S);
  expect(core.tally.holds).toBe(2);
});

test("hold: infinite and off", () => {
  const infinite = startPiece({ profile: { ...marathon, hold: "infinite" } });
  for (let i = 0; i < 3; i++) {
    tap(infinite, "hold");
    expect(spawnPiece(infinite).blocked).toBe(false);
  }
  const off = startPiece({ profile: { ...marathon, hold: "off" } });
  tap(off, "hold");
  expect(off).toMatchObject({ phase: "falling", hold: null });
});

test("a held piece without room is a block out", () => {
  const core = startPiece({ pieces: "TI", board: stack(20) });
  core.board.setCell(5, 21, 0);
  core.hold = pieceByName.O;
  tap(core, "hold");
  expect(spawnPiece(core)).toMatchObject({ blocked: true, fromHold: true });
});

const delayed = { ...zen, are: 42, lineDelay: 210 };

test("the delay after a lock, longer after a clear; hard drops in it are ignored, keys charge", () => {
  const core = startPiece({ profile: delayed, pieces: "TIO", handling: { das: 30, arr: 0 } });
  drop(core);
  expect(core).toMatchObject({ phase: "waiting", spawnAt: 42 });
  pressKey(core, "left");
  tap(core, "hard");
  advance(core, 100);
  expect(core).toMatchObject({ phase: "spawning", tick: 42, leftCharge: 30 });
  spawnPiece(core);
  expect(core.x).toBe(4);
  advance(core, 43);
  expect(core.x).toBe(1);
  releaseKey(core, "left");

  const clearing = startPiece({ profile: delayed, pieces: "I", board: ["###....###"] });
  drop(clearing);
  expect(clearing.spawnAt).toBe(42 + 210);
});

test.each([
  ["off", 0, 0],
  ["tap", 1, 0],
  ["hold", 1, 1],
] as const)("initial rotation %s", (irs, afterTap, afterHold) => {
  const tapped = startPiece({ profile: delayed, handling: { irs } });
  drop(tapped);
  tap(tapped, "cw");
  advance(tapped, 42);
  spawnPiece(tapped);
  expect(tapped.rotation).toBe(afterTap);
  expect(tapped.resets).toBe(0);

  const held = startPiece({ profile: delayed, handling: { irs } });
  pressKey(held, "cw");
  drop(held);
  advance(held, 42);
  spawnPiece(held);
  expect(held.rotation).toBe(afterHold);
});

test("initial hold puts the next piece away at once, and counts as the hold of this lock", () => {
  const core = startPiece({ profile: delayed, pieces: "TIS", handling: { ihs: "tap" } });
  drop(core);
  tap(core, "hold");
  advance(core, 42);
  expect(spawnPiece(core)).toMatchObject({ piece: pieceByName.S, heldFirst: pieceByName.I, fromHold: false });
  expect(core).toMatchObject({ hold: pieceByName.I, holdUsed: true });
  drop(core);
  tap(core, "hold");
  advance(core, 84);
  expect(spawnPiece(core)).toMatchObject({ piece: pieceByName.I, fromHold: true });
});

test("initial hold by a key that is still down from a hold of this lock does not hold again", () => {
  const core = startPiece({ profile: delayed, pieces: "TIS", handling: { ihs: "hold" } });
  pressKey(core, "hold");
  expect(spawnPiece(core)).toMatchObject({ piece: pieceByName.I, heldFirst: null });
  expect(core.hold).toBe(pieceByName.T);
});

test("of initial turns that are asked for together clockwise wins, the half turn comes last", () => {
  const rotation = (...keys: readonly Key[]): number => {
    const core = startGame({ profile: zen, handling: { irs: "hold" } });
    for (const key of keys) pressKey(core, key);
    spawnPiece(core);
    return core.rotation;
  };
  expect([rotation("ccw", "cw"), rotation("r180", "ccw"), rotation("r180")]).toEqual([1, 3, 2]);
});

test("the free step cancels an initial turn as the last move, as any row does", () => {
  const open = startGame({ handling: { irs: "hold" } });
  pressKey(open, "cw");
  spawnPiece(open);
  expect(open).toMatchObject({ rotation: 1, y: 19, turnTest: 0 });

  const crowded = startGame({ handling: { irs: "hold" }, board: Array.from({ length: 19 }, () => wall) });
  pressKey(crowded, "cw");
  spawnPiece(crowded);
  expect(crowded).toMatchObject({ rotation: 1, y: 20, turnTest: 1 });
});

test("DAS cut: a spawn or turn against the wall limits the charge", () => {
  const core = startPiece({ handling: { das: 50, arr: 0, dcd: 20 } });
  pressKey(core, "left");
  advance(core, 60);
  expect(core).toMatchObject({ x: 1, leftCharge: 50, againstWall: true });
  tap(core, "cw");
  expect(core.leftCharge).toBe(30);
  advance(core, 70);
  expect(core.leftCharge).toBe(40);
});

test("a key that was down before the piece came starts nearly charged", () => {
  const core = startPiece({ handling: { das: 50, arr: 0, dcd: 20 } });
  pressKey(core, "right", true);
  expect(core).toMatchObject({ x: 5, rightCharge: 30 });
  advance(core, 19);
  expect(core.x).toBe(5);
  advance(core, 20);
  expect(core.x).toBe(8);
});

test("safelock: a hard drop soon after a lock by timer is ignored", () => {
  const core = startPiece({ handling: { safelock: 70 }, board: [wall.replace("#", ".")] });
  tap(core, "soft");
  advance(core, 100_000);
  const locked = core.tick;
  expect(lockPiece(core).cause).toBe("timer");
  spawnPiece(core);
  tap(core, "hard");
  expect(core.phase).toBe("falling");
  advance(core, locked + 70);
  tap(core, "hard");
  expect(core.phase).toBe("locking");
});
