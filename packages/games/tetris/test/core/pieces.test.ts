import { expect, test } from "vitest";
import { pieceByName, pieceNames, type PieceName } from "../../src/core/piece.ts";
import { rotations } from "../../src/core/rotation.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { readFixture } from "../fixtures.ts";

interface PiecesFile {
  readonly cells: Readonly<Record<PieceName, readonly (readonly (readonly [number, number])[])[]>>;
}

const order = (a: readonly [number, number], b: readonly [number, number]): number => a[0] - b[0] || a[1] - b[1];

test.each(pieceNames.flatMap((name) => rotations.map((rotation) => ({ name, rotation }))))(
  "cells of $name in orientation $rotation",
  ({ name, rotation }) => {
    const { cells } = readFixture<PiecesFile>("pieces");
    const shape = shapeOf(pieceByName[name], rotation);
    const ours = shape.offsets.map((cell): [number, number] => [cell.dx, cell.dy]).sort(order);
    expect(ours).toEqual((cells[name][rotation] ?? []).slice().sort(order));
  },
);

test("the masks of a shape hold its four cells", () => {
  for (const name of pieceNames) {
    for (const rotation of rotations) {
      const shape = shapeOf(pieceByName[name], rotation);
      const masks = [shape.row0, shape.row1, shape.row2, shape.row3];
      const cells = masks.flatMap((mask, row) =>
        [0, 1, 2, 3]
          .filter((bit) => (mask >> bit) & 1)
          .map((bit) => ({ dx: bit + shape.left, dy: row + shape.bottom })),
      );
      expect(cells).toHaveLength(4);
      expect(shape.offsets).toEqual(expect.arrayContaining(cells));
    }
  }
});
