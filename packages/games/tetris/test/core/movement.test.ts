import { expect, test } from "vitest";
import { Core } from "../../src/core/core.ts";
import { defaultHandling } from "../../src/core/handling.ts";
import type { KickSystem } from "../../src/core/kicks.ts";
import { dropDistance, descend, tryShift, tryTurn } from "../../src/core/move.ts";
import { pieceByName, type PieceName } from "../../src/core/piece.ts";
import { marathon, zen } from "../../src/core/profiles.ts";
import { type Rotation, toRotation, type Turn } from "../../src/core/rotation.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { type Kick5Rule, type Spin, tSpin } from "../../src/core/spin.ts";
import { boardFromPicture, readFixture } from "../fixtures.ts";

interface MovementCase {
  readonly id: number | string;
  readonly system: KickSystem;
  readonly piece: PieceName;
  readonly board: readonly string[];
  readonly start: { readonly x: number; readonly y: number; readonly r: number };
  readonly actions: readonly ("L" | "R" | "S" | "CW" | "CCW" | "180")[];
  readonly final: { readonly x: number; readonly y: number; readonly r: number; readonly cells: number[][] };
  readonly lastKickTest: number;
  /** The last turn, as `0>1`. */
  readonly rotation: string;
  readonly linesCleared: number;
  readonly tspinAnyKick5: Spin;
  readonly tspinDownKick5: Spin;
}

const turns: Readonly<Record<"CW" | "CCW" | "180", Turn>> = { CW: 1, "180": 2, CCW: 3 };

function startCore(row: MovementCase): Core {
  const profile = { ...(row.system === "SRS" ? marathon : zen), kicks: row.system };
  const core = new Core({ profile, handling: defaultHandling, bags: { kind: "dealt" } });
  core.board = boardFromPicture(row.board);
  core.phase = "falling";
  core.piece = pieceByName[row.piece];
  core.rotation = toRotation(row.start.r);
  core.shape = shapeOf(core.piece, core.rotation);
  core.x = row.start.x;
  core.y = row.start.y;
  return core;
}

function act(core: Core, action: MovementCase["actions"][number]): void {
  if (action === "L") tryShift(core, -1);
  else if (action === "R") tryShift(core, 1);
  else if (action === "S") descend(core, dropDistance(core));
  else tryTurn(core, turns[action]);
}

function spinOf(core: Core, kick5: Kick5Rule): Spin {
  if (core.piece !== pieceByName.T) return "none";
  const last = { test: core.turnTest, from: core.turnFrom };
  return tSpin(core.board, { shape: core.shape, x: core.x, y: core.y, last }, kick5);
}

function linesOf(core: Core): number {
  const board = core.board.clone();
  board.write(core.shape, core.x, core.y);
  return [0, 1, 2, 3].filter(
    (row) => row <= core.shape.top - core.shape.bottom && board.isFull(core.y + core.shape.bottom + row),
  ).length;
}

const { cases } = readFixture<{ cases: MovementCase[] }>("movement_cases");

test("539 kick paths: place, kick test, T-spin class, rows", () => {
  expect(cases).toHaveLength(539);
  for (const row of cases) {
    const core = startCore(row);
    let from: Rotation = core.rotation;
    for (const action of row.actions) {
      from = core.rotation;
      act(core, action);
    }
    const cells = core.shape.offsets.map((cell) => `${core.x + cell.dx},${core.y + cell.dy}`).sort();
    expect({
      id: row.id,
      x: core.x,
      y: core.y,
      r: core.rotation,
      cells,
      test: core.turnTest,
      turn: `${from}>${core.rotation}`,
      any: spinOf(core, "any"),
      down: spinOf(core, "down"),
      lines: linesOf(core),
    }).toEqual({
      id: row.id,
      x: row.final.x,
      y: row.final.y,
      r: row.final.r,
      cells: row.final.cells.map((cell) => cell.join(",")).sort(),
      test: row.lastKickTest,
      turn: row.rotation,
      any: row.tspinAnyKick5,
      down: row.tspinDownKick5,
      lines: row.linesCleared,
    });
  }
});
