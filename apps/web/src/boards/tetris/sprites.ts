import { cellOutline, ghostOutline } from "../../art/cell.ts";
import { cellLetters, hasLightMark, markByLetter } from "../../art/pieces.ts";
import type { BoardInks } from "./inks.ts";

/** Outlines of a cell by its full mask, parsed when first needed and kept for one cell size. */
export interface CellSprites {
  readonly size: number;
  fill(mask: number): Path2D;
  edge(mask: number): Path2D;
  ghost(mask: number): Path2D;
  mark(code: number): Path2D | null;
}

/** A function that remembers its answers by their number. */
function remembered<T>(make: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

export function createSprites(size: number): CellSprites {
  const frame = { x: 0, y: 0, size, gap: 1 };
  const outline = remembered((mask) => cellOutline(mask, frame));
  return {
    size,
    fill: remembered((mask) => new Path2D(outline(mask).fill)),
    edge: remembered((mask) => new Path2D(outline(mask).edge)),
    ghost: remembered((mask) => new Path2D(ghostOutline(mask, frame))),
    mark: remembered((code) => {
      const letter = cellLetters[code];
      return letter && markByLetter[letter] ? new Path2D(markByLetter[letter]) : null;
    }),
  };
}

/** One cell to draw: pixels of its top left corner, its code, and its full mask. */
export interface CellPlace {
  readonly x: number;
  readonly y: number;
  readonly code: number;
  readonly mask: number;
}

type Context = CanvasRenderingContext2D;

/**
 * Draws cells of cut blocks. All cells of a colour make one path, and so do all edges: neighbouring cells drawn one by
 * one would show a seam where their antialiased borders meet.
 */
export function paintCells(ctx: Context, sprites: CellSprites, inks: BoardInks, cells: readonly CellPlace[]): void {
  const fillByCode = new Map<number, Path2D>();
  const edges = new Path2D();
  for (const { x, y, code, mask } of cells) {
    const at = { e: x, f: y };
    const fill = fillByCode.get(code) ?? new Path2D();
    fill.addPath(sprites.fill(mask), at);
    fillByCode.set(code, fill);
    edges.addPath(sprites.edge(mask), at);
  }
  for (const [code, fill] of fillByCode) {
    ctx.fillStyle = inks.fills[code] ?? inks.edge;
    ctx.fill(fill);
  }
  ctx.strokeStyle = inks.edge;
  ctx.lineWidth = sprites.size < 14 ? 1 : 1.5;
  ctx.stroke(edges);
  if (sprites.size >= 12) paintMarks(ctx, sprites, inks, cells);
}

function paintMarks(ctx: Context, sprites: CellSprites, inks: BoardInks, cells: readonly CellPlace[]): void {
  const scale = sprites.size / 30;
  const dark = new Path2D();
  const light = new Path2D();
  for (const { x, y, code } of cells) {
    const letter = cellLetters[code];
    const mark = sprites.mark(code);
    if (!letter || !mark) continue;
    const at = { a: scale, d: scale, e: x + sprites.size / 2, f: y + sprites.size / 2 };
    (hasLightMark(letter) ? light : dark).addPath(mark, at);
  }
  ctx.lineWidth = 1.6 * scale;
  ctx.strokeStyle = inks.mark;
  ctx.stroke(dark);
  ctx.strokeStyle = inks.lightMark;
  ctx.stroke(light);
}

export function paintGhost(ctx: Context, sprites: CellSprites, inks: BoardInks, cells: readonly CellPlace[]): void {
  const outline = new Path2D();
  for (const { x, y, mask } of cells) outline.addPath(sprites.ghost(mask), { e: x, f: y });
  ctx.save();
  ctx.strokeStyle = inks.ghost;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([4, 3]);
  ctx.stroke(outline);
  ctx.restore();
}
