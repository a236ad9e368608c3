import { describe, expect, test } from "vitest";
import { createTestRandom } from "@replayground/engine/testing";
import type { Xoshiro128 } from "@replayground/kernel";
import { findPaths, toGrid, type Path } from "../../src/bots/index.ts";
import { applyAction } from "../../src/core/action.ts";
import { type Board, boardFromRows } from "../../src/core/board.ts";
import { cloneCore, createCore, type Core } from "../../src/core/core.ts";
import { defaultHandling } from "../../src/core/handling.ts";
import { kickTable } from "../../src/core/kicks.ts";
import { lockPiece } from "../../src/core/lock.ts";
import { pieceByName, pieces, pieceToName, type Piece, type PieceName } from "../../src/core/piece.ts";
import { findPlacements } from "../../src/core/placements.ts";
import type { Profile } from "../../src/core/profile.ts";
import { marathon, zen } from "../../src/core/profiles.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { spawnPiece } from "../../src/core/spawn.ts";
import { isKick5Upgrade } from "../../src/core/spin.ts";

/** What a placement is told apart by: its cells, and for T its spin. */
function nameOf(piece: Piece, { rotation, x, y, spin }: Pick<Path, "rotation" | "x" | "y" | "spin">): string {
  const cells = shapeOf(piece, rotation).offsets.map(({ dx, dy }) => (y + dy) * 10 + x + dx);
  return `${cells.sort((a, b) => a - b).join(" ")} ${spin}`;
}

const sorted = (names: readonly string[]): readonly string[] => names.toSorted((a, b) => (a < b ? -1 : 1));

/** Rows with caves and overhangs: most cells filled, no row full. */
function cavern(random: Xoshiro128): Board {
  const rows = Array.from({ length: 1 + random.below(9) }, () => {
    const open = 1 + random.below(6);
    const at = random.below(10);
    return Array.from({ length: 10 }, (_, x) => (x >= at && x < at + open ? "." : random.below(9) === 0 ? "." : "g"));
  });
  const lines = rows.map((row) => (row.includes(".") ? row : row.fill(".", 0, 1)).join(""));
  return boardFromRows(random.below(3) === 0 ? [...lines, ...slot(1 + random.below(8))] : lines);
}

/** A place for a T under an overhang, to be spun into, with its centre in a column. */
function slot(x: number): readonly string[] {
  return [row([x]), row([x - 1, x, x + 1]), row([x - 1, x])];
}

/** A shaft two wide with a pocket in its side: to be entered from a fall that stops half-way. */
function shaft(random: Xoshiro128): Board {
  const floor = random.below(6);
  return boardFromRows(
    Array.from({ length: 9 }, (_, y) => row(y === floor || y === floor + 1 ? [0, 1, 2, 3] : [0, 1])),
  );
}

function row(open: readonly number[]): string {
  return Array.from({ length: 10 }, (_, x) => (open.includes(x) ? "." : "g")).join("");
}

function generatorPaths(board: Board, piece: Piece, system: "SRS" | "SRS+"): readonly string[] {
  const upgrades = (to: 0 | 1 | 2 | 3, last: { test: number; from: 0 | 1 | 2 | 3 }): boolean =>
    isKick5Upgrade("any", to, last);
  const rules = { kicks: kickTable(system, "none"), spawn: { x: 4, y: 19 }, upgrades };
  return findPlacements(board, piece, rules).map((placement) => nameOf(piece, placement));
}

function botPaths(board: Board, piece: Piece): readonly string[] {
  return findPaths(toGrid(board), { piece, rotation: 0, x: 4, y: 19 }).map((path) => nameOf(piece, path));
}

describe("the places a bot finds", () => {
  test("are those of the placement generator, which is counted against published perft", () => {
    const random = createTestRandom(31);
    const spins = new Set<string>();
    for (let round = 0; round < 120; round++) {
      const board = round % 8 === 0 ? shaft(random) : cavern(random);
      for (const piece of pieces.filter((each) => each !== pieceByName.I)) {
        const found = botPaths(board, piece);
        expect(sorted(found)).toEqual(sorted(generatorPaths(board, piece, "SRS")));
        for (const name of found) spins.add(name.split(" ").at(-1) ?? "");
      }
    }
    expect(spins).toEqual(new Set(["none", "mini", "full"]));
  });

  test("of I are those that need no kick: SRS and SRS+ have them both", () => {
    const random = createTestRandom(32);
    let fewer = 0;
    for (let round = 0; round < 120; round++) {
      const board = cavern(random);
      const found = botPaths(board, pieceByName.I);
      for (const system of ["SRS", "SRS+"] as const) {
        const all = generatorPaths(board, pieceByName.I, system);
        for (const name of found) expect(all).toContain(name);
        if (all.length > found.length) fewer += 1;
      }
    }
    expect(fewer).toBeGreaterThan(0);
  });

  test("are ordered by orientation, column and row", () => {
    const paths = findPaths(toGrid(cavern(createTestRandom(3))), { piece: 2, rotation: 0, x: 4, y: 19 });
    const keys = paths.map(({ rotation, x, y }) => (rotation * 10 + x) * 40 + y);
    expect(keys).toEqual(keys.toSorted((a, b) => a - b));
  });
});

/** A core with this board and a piece just generated. */
function coreOn(board: Board, profile: Profile, seed: number): Core {
  const bags = { kind: "native", words: [1, 40_503 * seed, 2, 3] } as const;
  const core = createCore({ profile, handling: defaultHandling, bags });
  core.board = board.clone();
  spawnPiece(core);
  return core;
}

describe("the steps of a path", () => {
  test.each([
    { name: "SRS", profile: marathon },
    { name: "SRS+", profile: zen },
  ])("lead the core there, under $name", ({ profile }) => {
    const random = createTestRandom(33);
    const used = new Set<string>();
    const seen = new Set<PieceName>();
    for (let seed = 1; seed <= 120; seed++) {
      const core = coreOn(seed % 4 === 0 ? shaft(random) : cavern(random), profile, seed);
      const { piece, rotation, x, y } = core;
      seen.add(pieceToName(piece));
      for (const path of findPaths(toGrid(core.board), { piece, rotation, x, y })) {
        const played = cloneCore(core);
        for (const step of path.steps) {
          applyAction(played, step.action, "n" in step ? step.n : 1);
          used.add("n" in step && step.n > 1 ? "SD n" : step.action);
        }
        expect(nameOf(piece, lockPiece(played))).toBe(nameOf(piece, path));
      }
    }
    expect(seen.size).toBe(7);
    for (const action of ["L", "R", "LW", "RW", "CW", "CCW", "SN", "HD", "SD", "SD n"]) expect(used).toContain(action);
  });
});
