import {
  applyAction,
  Board,
  type Core,
  createCore,
  defaultHandling,
  lockPiece,
  resetBoard,
  type Shape,
  shapes,
  spawnPiece,
  zen,
} from "@replayground/tetris/core";
import { race } from "../harness/measure.ts";
import type { Section } from "../harness/types.ts";

const PIECES = 20_000;

/** TETR.IO's rules again in TypeScript (halp1/triangle), hard-drop play on the same kind of machine. */
const triangle = { name: "triangle", value: 142_000, source: "published" } as const;

/** The rules alone: spawn, move, lock, clear, score. No events, no log. */
export const tetrisCore: Section = {
  name: "tetris-core",
  run: async () => {
    const dropped = createZen();
    const moved = createZen();
    const rates = race([
      { name: "drop", batch: () => playPieces(dropped, () => applyAction(dropped, "HD")) },
      { name: "move", batch: () => playPieces(moved, (index) => moveAndDrop(moved, index)) },
      { name: "bare", batch: bareLoop },
    ]);
    const limit = { name: "bare bitboard loop", value: rates.bare, source: "measured" } as const;
    return [
      {
        what: "core, hard-drop play",
        value: rates.drop,
        unit: "pieces/s",
        peer: triangle,
        bar: { kind: "at_least", value: 1_400_000 },
      },
      { what: "core, turn, shift and drop", value: rates.move, unit: "pieces/s", peer: limit },
    ];
  },
};

function createZen(): Core {
  return createCore({ profile: zen, handling: defaultHandling, bags: { kind: "native", words: [1, 2, 3, 4] } });
}

/** A full board is cleared, and play goes on: part of the work. */
function playPieces(core: Core, play: (index: number) => void): number {
  for (let index = 0; index < PIECES; index++) {
    spawnPiece(core);
    if (core.phase === "falling") {
      play(index);
      lockPiece(core);
    }
    if (core.phase === "over") resetBoard(core);
  }
  return PIECES;
}

const sides = ["LW", "L", "RW", "R"] as const;

function moveAndDrop(core: Core, index: number): void {
  if (index % 2 === 0) applyAction(core, "CW");
  applyAction(core, sides[index % 4] ?? "L");
  applyAction(core, "HD");
}

/** The least that any engine must do: drop a shape, write its cells, remove full rows. */
function bareLoop(): number {
  const board = new Board();
  for (let index = 0; index < PIECES; index++) {
    const shape = shapes[(index * 5) % shapes.length];
    if (shape !== undefined) dropBare(board, shape, ((index * 3) % (10 - shape.right + shape.left)) - shape.left);
    if (board.height > 20) board.clear();
  }
  return PIECES;
}

function dropBare(board: Board, shape: Shape, x: number): void {
  const from = board.height - shape.bottom;
  const y = from - board.dropDistance(shape, x, from);
  board.write(shape, x, y);
  for (let row = y + shape.top; row >= y + shape.bottom; row--) if (board.isFull(row)) board.removeRow(row);
}
