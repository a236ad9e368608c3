import { expect, test } from "vitest";
import { formatBoard } from "../../src/core/board.ts";
import { clearKind, clearLines, isDifficult } from "../../src/core/clear.ts";
import type { Core } from "../../src/core/core.ts";
import { insertGarbage, resetBoard } from "../../src/core/garbage.ts";
import { type Lock, lockPiece } from "../../src/core/lock.ts";
import { pieceByName, type PieceName } from "../../src/core/piece.ts";
import { marathon, sprint40, tetrioCompat, ultra, zen } from "../../src/core/profiles.ts";
import { type Rotation, toRotation } from "../../src/core/rotation.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { spawnPiece } from "../../src/core/spawn.ts";
import { drop, startGame, startPiece } from "./play.ts";

interface Rest {
  readonly piece: PieceName;
  readonly at: readonly [x: number, y: number, rotation: number];
  /** Kick test of the turn that was the last move; the turn came from one quarter less. */
  readonly test?: number;
  readonly from?: Rotation;
}

/** Lock a piece where it rests, without playing it there. */
function lockAt(core: Core, rest: Rest): Lock {
  const [x, y, rotation] = rest.at;
  core.piece = pieceByName[rest.piece];
  core.rotation = toRotation(rotation);
  core.shape = shapeOf(core.piece, core.rotation);
  core.x = x;
  core.y = y;
  core.turnTest = rest.test ?? 0;
  core.turnFrom = rest.from ?? toRotation(rotation + 3);
  core.phase = "locking";
  return lockPiece(core);
}

interface Row extends Rest {
  readonly kind: string;
  readonly points: number;
  readonly board: readonly string[];
}

const tSlot = ["##........", "#...######", "##.#######"];

// Guideline points at level 1: tetris.wiki Scoring and T-Spin, strategywiki
const rows: readonly Row[] = [
  { kind: "single", points: 100, piece: "I", at: [4, 0, 0], board: ["g.........", "###....###"] },
  { kind: "double", points: 300, piece: "O", at: [4, 0, 0], board: ["g.........", "####..####", "####..####"] },
  { kind: "triple", points: 500, piece: "I", at: [9, 2, 1], board: ["#########.", "#########.", "#########."] },
  {
    kind: "tetris",
    points: 800,
    piece: "I",
    at: [9, 2, 1],
    board: ["g.........", ...Array<string>(4).fill("#########.")],
  },
  {
    kind: "t_spin_zero",
    points: 400,
    piece: "T",
    at: [2, 1, 2],
    test: 1,
    board: ["##........", "#...#####.", "##.######."],
  },
  {
    kind: "t_spin_single",
    points: 800,
    piece: "T",
    at: [2, 1, 2],
    test: 1,
    board: ["##........", "#...######", "##.######."],
  },
  { kind: "t_spin_double", points: 1200, piece: "T", at: [2, 1, 2], test: 1, board: tSlot },
  {
    kind: "t_spin_triple",
    points: 1600,
    piece: "T",
    at: [2, 1, 3],
    test: 5,
    board: ["###.......", "#.........", "##.#######", "#..#######", "##.#######"],
  },
  { kind: "mini_zero", points: 100, piece: "T", at: [0, 1, 1], test: 1, board: [".#........"] },
  { kind: "mini_single", points: 200, piece: "T", at: [0, 1, 1], test: 1, board: ["..########", ".#........"] },
  { kind: "mini_double", points: 400, piece: "T", at: [0, 1, 1], test: 1, board: ["..########", ".#########"] },
];

test.each(rows)("$kind is worth $points", (row) => {
  const core = startPiece({ board: row.board });
  const lock = lockAt(core, row);
  expect([clearKind(lock.code), lock.points]).toEqual([row.kind, row.points + (lock.isPerfect ? 1800 : 0)]);
  expect(core.score).toBe(lock.points);
  expect(lock.rows).toHaveLength(clearLines(lock.code));
  expect(core.tally.clears[lock.code]).toBe(1);
});

const tetrisWell = ["g.........", ...Array<string>(4).fill("#########.")];
const vertical: Rest = { piece: "I", at: [9, 2, 1] };

/** Put a board under a game and lock an I into the well of the last column. */
function clearTetris(core: Core): Lock {
  core.board = startGame({ board: tetrisWell }).board;
  return lockAt(core, vertical);
}

/** Lock a flat I into a bottom row that it completes. */
function clearSingle(core: Core): Lock {
  core.board = startGame({ board: ["g.........", "###....###"] }).board;
  return lockAt(core, { piece: "I", at: [4, 0, 0] });
}

function lockNothing(core: Core): Lock {
  core.board = startGame({}).board;
  return lockAt(core, { piece: "O", at: [4, 0, 0] });
}

// tetris.wiki Scoring
test("back-to-back: the second difficult clear in a row is worth half as much again", () => {
  const core = startPiece();
  expect(clearTetris(core)).toMatchObject({ points: 800, b2b: 0, isB2b: false, combo: 0 });
  lockNothing(core);
  expect(clearTetris(core)).toMatchObject({ points: 1200, b2b: 1, isB2b: true, combo: 0 });
  lockNothing(core);
  expect(clearSingle(core)).toMatchObject({ points: 100, b2b: -1, isB2b: false, brokenB2b: 1 });
  lockNothing(core);
  expect(clearTetris(core)).toMatchObject({ points: 800, b2b: 0, isB2b: false, brokenB2b: -1 });
  expect(core.tally).toMatchObject({ topB2b: 1, topCombo: 0 });
});

test("a T-spin without rows neither makes nor breaks a chain", () => {
  const core = startPiece();
  clearTetris(core);
  core.board = startGame({ board: ["##........", "#...#####.", "##.######."] }).board;
  expect(lockAt(core, { piece: "T", at: [2, 1, 2], test: 1 })).toMatchObject({ b2b: 0, isB2b: false, points: 400 });
});

test("combo: 50 points per clear in a row after the first", () => {
  const core = startPiece();
  expect([clearSingle(core).points, clearSingle(core).points, clearSingle(core).points]).toEqual([100, 150, 200]);
  expect(lockNothing(core).combo).toBe(-1);
  expect(core.tally.topCombo).toBe(2);
});

// Additive, as the worked example of tetris.wiki (500 + 1800)
test.each([
  [1, 800, ["###....###"], { piece: "I", at: [4, 0, 0] }],
  [2, 1200, ["####..####", "####..####"], { piece: "O", at: [4, 0, 0] }],
  [4, 2000, Array<string>(4).fill("#########."), vertical],
] as const)("perfect clear with %i rows adds %i", (lines, bonus, board, rest) => {
  const core = startPiece({ board });
  const lock = lockAt(core, { ...rest, at: [...rest.at] as [number, number, number] });
  const base = [0, 100, 300, 500, 800][lines] ?? 0;
  expect(lock).toMatchObject({ isPerfect: true, points: base + bonus });
  expect(core.tally.perfectClears).toBe(1);
});

test("perfect clear with a back-to-back tetris: 1200 + 3200; TETR.IO solo: flat 3500", () => {
  const core = startPiece();
  clearTetris(core);
  core.board = startGame({ board: Array<string>(4).fill("#########.") }).board;
  expect(lockAt(core, vertical).points).toBe(1200 + 50 + 3200);
  const compat = startPiece({ profile: tetrioCompat, board: ["###....###"] });
  expect(lockAt(compat, { piece: "I", at: [4, 0, 0] }).points).toBe(100 + 3500);
});

test("the level before the clear multiplies; marathon rises every ten rows up to 15", () => {
  const core = startPiece({ level: 3 });
  core.tally.lines = 28;
  expect(clearTetris(core)).toMatchObject({ points: 2400, levelBefore: 3, levelAfter: 4 });
  core.tally.lines = 149;
  core.level = 15;
  expect(clearTetris(core).levelAfter).toBe(15);
  const ultraGame = startPiece({ profile: ultra });
  ultraGame.tally.lines = 150;
  expect(clearTetris(ultraGame).levelAfter).toBe(16);
});

test("from start level S the first rise comes after 10 S rows", () => {
  const core = startPiece({
    level: 5,
    profile: { ...marathon, levels: { ...marathon.levels, start: 5 } },
  });
  core.tally.lines = 45;
  expect(clearTetris(core).levelAfter).toBe(5);
  expect(clearSingle(core).levelAfter).toBe(6);
});

test("variable goal: 5 L points, tetris 8, T-spin zero 4, surplus dropped", () => {
  const core = startPiece({ profile: { ...marathon, levels: { kind: "variable", start: 1, cap: 15, goal: 5 } } });
  expect(clearTetris(core).levelAfter).toBe(2);
  expect(core.levelProgress).toBe(0);
  core.board = startGame({ board: ["##........", "#...#####.", "##.######."] }).board;
  lockAt(core, { piece: "T", at: [2, 1, 2], test: 1 });
  expect(core.levelProgress).toBe(4);
});

test("sprint is scored at level 1 whatever the rows", () => {
  const core = startPiece({ profile: sprint40 });
  core.tally.lines = 39;
  expect(clearTetris(core)).toMatchObject({ points: 800, levelAfter: 1 });
});

test("hard drop 2, soft drop 1 a row, never times the level", () => {
  const core = startPiece({ pieces: "O", level: 9 });
  expect(drop(core)).toMatchObject({ hardRows: 19, softRows: 0, points: 0 });
  expect(core.score).toBe(38);
});

test("lock out: wholly above the visible rows and no row cleared", () => {
  const tall = Array.from({ length: 20 }, () => "####..####");
  const out = startPiece({ board: tall });
  expect(lockAt(out, { piece: "I", at: [1, 20, 0] }).topOut).toBe("lock_out");
  expect(out).toMatchObject({ phase: "over", topOut: "lock_out" });
  expect(lockAt(startPiece({ board: tall }), { piece: "I", at: [0, 22, 1] }).topOut).toBe("lock_out");
  const partly = startPiece({ board: tall.slice(1) });
  expect(lockAt(partly, { piece: "O", at: [0, 19, 0] }).topOut).toBeNull();
  const lenient = startPiece({ profile: tetrioCompat, board: tall });
  expect(lockAt(lenient, { piece: "I", at: [1, 20, 0] }).topOut).toBeNull();
  const strict = { ...marathon, topOut: { ...marathon.topOut, partialLockOut: true } };
  const half = startPiece({ profile: strict, board: tall.slice(1) });
  expect(lockAt(half, { piece: "O", at: [0, 19, 0] }).topOut).toBe("lock_out");
});

test("garbage from below: holes, rows counted when cleared, top out", () => {
  const core = startPiece({ pieces: "O" });
  drop(core);
  expect(insertGarbage(core, 2, 3)).toBe(true);
  expect(formatBoard(core.board)).toEqual(["ggg.gggggg", "ggg.gggggg", "....OO....", "....OO...."]);
  const lock = lockAt(core, { piece: "I", at: [3, 2, 1] });
  expect(lock).toMatchObject({ garbageLines: 2 });
  expect(core.tally).toMatchObject({ garbageLines: 2, lines: 2 });
  core.board.setCell(0, 38, 8);
  core.phase = "spawning";
  expect(insertGarbage(core, 1, 0)).toBe(true);
  expect(insertGarbage(core, 1, 0)).toBe(false);
  expect(core).toMatchObject({ phase: "over", topOut: "top_out" });
});

test("a row with a solid cell is never full", () => {
  const core = startPiece({ board: ["###....###"] });
  core.board.setCell(0, 0, 8);
  expect(lockAt(core, { piece: "I", at: [4, 0, 0] }).rows).toEqual([]);
  expect(formatBoard(core.board)).toEqual(["XggIIIIggg"]);
});

test("zen: after a top out an empty board and the next piece", () => {
  const core = startGame({ profile: zen, board: Array.from({ length: 22 }, () => "####..####") });
  Object.assign(core, { combo: 3, b2b: 2 });
  expect(spawnPiece(core).blocked).toBe(true);
  resetBoard(core);
  expect(core).toMatchObject({ phase: "spawning", topOut: null, combo: -1, b2b: -1 });
  expect(core.board.height).toBe(0);
  expect(core.tally.boardResets).toBe(1);
  expect(spawnPiece(core).blocked).toBe(false);
});

test("difficult clears: tetris and every spin that clears a row", () => {
  const difficult = [...Array(12).keys()].filter((code) => isDifficult(code)).map(clearKind);
  expect(difficult).toEqual([
    "tetris",
    "t_spin_single",
    "t_spin_double",
    "t_spin_triple",
    "mini_single",
    "mini_double",
  ]);
});

test("all-spin: a piece that cannot move counts, as full or as mini", () => {
  const covered = ["####......", "##..######", "#..#######"];
  const rest: Rest = { piece: "S", at: [2, 0, 0] };
  expect(lockAt(startPiece({ board: covered }), rest).spin).toBe("none");
  expect(lockAt(startPiece({ board: covered, profile: { ...zen, spins: "all" } }), rest).spin).toBe("full");
  expect(lockAt(startPiece({ board: covered, profile: { ...zen, spins: "all-mini" } }), rest).spin).toBe("mini");
  const pit = startPiece({ board: ["##..######"], profile: { ...zen, spins: "all" } });
  expect(lockAt(pit, { piece: "O", at: [2, 0, 0] }).spin).toBe("none");
});
