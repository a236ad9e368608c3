import { cellOutline, ghostOutline } from "../../art/cell.ts";
import { cellLetters, hasLightMark, markByLetter } from "../../art/pieces.ts";
import type { BoardInks } from "./inks.ts";

/** The sixteen outlines of a cell by its join mask, parsed once per cell size. */
export interface CellSprites {
  readonly size: number;
  readonly fills: readonly Path2D[];
  readonly edges: readonly Path2D[];
  readonly ghosts: readonly Path2D[];
}

const masks = Array.from({ length: 16 }, (_, mask) => mask);

export function createSprites(size: number): CellSprites {
  const outlines = masks.map((mask) => cellOutline(mask, size));
  return {
    size,
    fills: outlines.map((outline) => new Path2D(outline.fill)),
    edges: outlines.map((outline) => new Path2D(outline.edge)),
    ghosts: masks.map((mask) => new Path2D(ghostOutline(mask, size))),
  };
}

const markByCode = (): readonly (Path2D | null)[] =>
  cellLetters.map((letter) => (letter === "" || markByLetter[letter] === "" ? null : new Path2D(markByLetter[letter])));

let marks: readonly (Path2D | null)[] | null = null;

export interface CellPlace {
  readonly x: number;
  readonly y: number;
  readonly code: number;
  readonly joins: number;
}

type Context = CanvasRenderingContext2D;

/** Cell bodies first, then all edges, then marks: an edge must lie over its neighbours' fills. */
export function paintCells(ctx: Context, sprites: CellSprites, inks: BoardInks, cells: readonly CellPlace[]): void {
  const { size } = sprites;
  for (const cell of cells) {
    ctx.fillStyle = inks.fills[cell.code] ?? inks.edge;
    at(ctx, cell, () => ctx.fill(sprites.fills[cell.joins] ?? new Path2D()));
  }
  ctx.strokeStyle = inks.edge;
  ctx.lineWidth = size < 14 ? 1 : 1.5;
  for (const cell of cells) at(ctx, cell, () => ctx.stroke(sprites.edges[cell.joins] ?? new Path2D()));
  if (size >= 12) for (const cell of cells) paintMark(ctx, inks, cell, size);
}

function at(ctx: Context, { x, y }: CellPlace, draw: () => void): void {
  ctx.translate(x, y);
  draw();
  ctx.translate(-x, -y);
}

function paintMark(ctx: Context, inks: BoardInks, cell: CellPlace, size: number): void {
  marks ??= markByCode();
  const mark = marks[cell.code];
  const letter = cellLetters[cell.code];
  if (!mark || !letter) return;
  ctx.save();
  ctx.translate(cell.x + size / 2, cell.y + size / 2);
  ctx.scale(size / 30, size / 30);
  ctx.strokeStyle = hasLightMark(letter) ? inks.lightMark : inks.mark;
  ctx.lineWidth = 1.6;
  ctx.stroke(mark);
  ctx.restore();
}

export function paintGhost(ctx: Context, sprites: CellSprites, inks: BoardInks, cells: readonly CellPlace[]): void {
  ctx.save();
  ctx.strokeStyle = inks.ghost;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([4, 3]);
  for (const cell of cells) at(ctx, cell, () => ctx.stroke(sprites.ghosts[cell.joins] ?? new Path2D()));
  ctx.restore();
}
