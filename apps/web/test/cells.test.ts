import { expect, test } from "vitest";
import { cellOutline } from "../src/art/cell.ts";
import { innerUpRight, joinDown, joinLeft, joinRight, joinUp, shapeMask } from "../src/art/joins.ts";
import { joinBit, pieceNames } from "@replayground/tetris";
import { cellLetters, shapeByPiece } from "../src/art/pieces.ts";

test("the art joins cells by the bits of the rules", () => {
  expect({ up: joinUp, right: joinRight, down: joinDown, left: joinLeft }).toEqual(joinBit);
});

test("cell codes are the rules' colours, one higher", () => {
  expect(cellLetters.slice(1, 8)).toEqual(pieceNames);
});

test("an inner corner is known by the cell in the bend", () => {
  const cells = shapeByPiece.J;
  const has = (x: number, y: number): boolean => cells.some(([cx, cy]) => cx === x && cy === y);
  // J: (0,0) over (0,1), and (0,1) runs on to the right; the bend is in (0,1).
  expect(shapeMask(has, 0, 1)).toBe(joinUp | joinRight | innerUpRight);
});

test("a square of four has no inner corner", () => {
  const cells = shapeByPiece.O;
  const has = (x: number, y: number): boolean => cells.some(([cx, cy]) => cx === x && cy === y);
  expect(shapeMask(has, 0, 0)).toBe(joinRight | joinDown);
});

test("every outline stays inside its own square", () => {
  for (let mask = 0; mask < 256; mask += 1) {
    const { fill, edge } = cellOutline(mask, { x: 0, y: 0, size: 30, gap: 1 });
    const numbers = `${fill}${edge}`.match(/-?[\d.]+/g)?.map(Number) ?? [];
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(30);
  }
});
