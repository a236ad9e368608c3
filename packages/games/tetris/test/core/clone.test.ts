import { expect, test } from "vitest";
import { formatBoard } from "../../src/core/board.ts";
import { cloneCore, type Core } from "../../src/core/core.ts";
import { encodeCore } from "../../src/core/snapshot-bytes.ts";
import { spawnPiece } from "../../src/core/spawn.ts";
import { drop, startPiece } from "./play.ts";

/** A core in which no field has the value of a fresh one. */
function unlikeFresh(): Core {
  const core = startPiece({ pieces: "TIS", board: ["##........"] });
  const fields: Partial<Core> = {
    tick: 1234,
    phase: "waiting",
    topOut: "lock_out",
    lockCause: "timer",
    spawnAt: 1300,
    safeUntil: 1250,
    rotation: 3,
    x: 7,
    y: 11,
    hold: 6,
    holdUsed: true,
    incoming: 2,
    spawns: 41,
    fallen: 77,
    lockTimer: 13,
    resets: 9,
    lowest: 10,
    turns: 3,
    turnTest: 4,
    turnFrom: 2,
    held: 5,
    tapped: 16,
    side: 1,
    leftCharge: 21,
    rightCharge: 22,
    leftWait: 3,
    rightWait: 4,
    againstWall: true,
    pieceSoftRows: 6,
    pieceHardRows: 7,
    pieceKeys: 8,
    softReleased: true,
    score: 99_999,
    level: 12,
    levelProgress: 5,
    combo: 6,
    b2b: 7,
    lastLines: 4,
  };
  return Object.assign(core, fields);
}

test("a clone is equal in every field", () => {
  const core = unlikeFresh();
  const copy = cloneCore(core);
  expect({ ...copy }).toEqual({ ...core });
  expect(encodeCore(copy)).toEqual(encodeCore(core));
});

test("neither of the two touches the other", () => {
  const core = startPiece({ pieces: "IIIIIII" });
  const copy = cloneCore(core);
  const bytes = encodeCore(core);
  drop(copy, "left");
  spawnPiece(copy);
  expect(encodeCore(core)).toEqual(bytes);
  const after = encodeCore(copy);
  drop(core, "right");
  expect(encodeCore(copy)).toEqual(after);
  expect([formatBoard(core.board), formatBoard(copy.board)]).toEqual([["....IIII.."], ["..IIII...."]]);
});

test("clones of clones share one board until one of them writes", () => {
  const core = startPiece({ pieces: "O" });
  const [first, second] = [cloneCore(core), cloneCore(cloneCore(core))];
  expect(first.board).toBe(second.board);
  drop(second);
  expect(formatBoard(first.board)).toEqual([]);
  expect(formatBoard(core.board)).toEqual([]);
});
