import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Board, boardFromRows, boardWidth } from "../../src/core/board.ts";
import { pieces } from "../../src/core/piece.ts";
import { findPlacements, type Placement, placementRules } from "../../src/core/placements.ts";
import { marathon, zen } from "../../src/core/profiles.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { Core } from "../../src/core/core.ts";
import { defaultHandling } from "../../src/core/handling.ts";
import { applyAction, type Action } from "../../src/core/action.ts";
import { classifySpin } from "../../src/core/spin.ts";

const boards: fc.Arbitrary<Board> = fc
  .array(fc.integer({ min: 0, max: 1023 }), { maxLength: 18 })
  .map((rows) =>
    boardFromRows(
      rows.map((mask) => Array.from({ length: boardWidth }, (_, x) => ((mask >> x) & 1 ? "g" : ".")).join("")),
    ),
  );

const moves: readonly Action[] = ["L", "R", "SD", "CW", "CCW", "F"];

/** The cells of a rest and its spin class: what makes a placement one of its own. */
function nameOf(board: Board, core: Core): string {
  const { shape, x, y } = core;
  const cells = shape.offsets.map((cell) => `${x + cell.dx},${y + cell.dy}`).sort();
  const last = { test: core.turnTest, from: core.turnFrom };
  const spin = core.turnTest === 0 ? "none" : classifySpin(board, { shape, x, y, last }, core.profile);
  return `${cells.join(" ")} ${spin}`;
}

function placementName({ piece, rotation, x, y, spin }: Placement): string {
  const cells = shapeOf(piece, rotation).offsets.map((cell) => `${x + cell.dx},${y + cell.dy}`);
  return `${cells.sort().join(" ")} ${spin}`;
}

function stateName(core: Core): string {
  return `${core.x} ${core.y} ${core.rotation} ${core.turnTest} ${core.turnFrom}`;
}

/** Walk every state with the core's own moves, one at a time. */
function walk(start: Core): Set<string> {
  const rests = new Set<string>();
  const seen = new Set([stateName(start)]);
  const todo: Core[] = [start];
  for (let core = todo.pop(); core !== undefined; core = todo.pop()) {
    if (core.board.isGrounded(core.shape, core.x, core.y)) rests.add(nameOf(core.board, core));
    for (const move of moves) {
      const next = copyOf(core);
      if (!applyAction(next, move) || seen.has(stateName(next))) continue;
      seen.add(stateName(next));
      todo.push(next);
    }
  }
  return rests;
}

function coreAt(board: Board, piece: (typeof pieces)[number], profile: typeof marathon): Core {
  const core = new Core({ profile, handling: defaultHandling, bags: { kind: "dealt" } });
  core.board = board;
  core.phase = "falling";
  core.piece = piece;
  core.shape = shapeOf(piece, 0);
  core.x = 4;
  core.y = 19;
  return core;
}

function copyOf(core: Core): Core {
  const copy = coreAt(core.board, core.piece, core.profile);
  copy.rotation = core.rotation;
  copy.shape = core.shape;
  copy.x = core.x;
  copy.y = core.y;
  copy.turnTest = core.turnTest;
  copy.turnFrom = core.turnFrom;
  return copy;
}

test.each([marathon, zen])("placements are what the core's own moves reach, $id rules", (profile) => {
  let spins = 0;
  fc.assert(
    fc.property(boards, fc.constantFrom(...pieces), (board, piece) => {
      const found = findPlacements(board, piece, placementRules(profile));
      const core = coreAt(board, piece, profile);
      const rests = board.fits(core.shape, core.x, core.y) ? walk(core) : new Set<string>();
      expect(new Set(found.map(placementName))).toEqual(rests);
      expect(found).toHaveLength(rests.size);
      spins += found.filter((placement) => placement.spin !== "none").length;
    }),
    { numRuns: 60 },
  );
  expect(spins).toBeGreaterThan(0);
});
