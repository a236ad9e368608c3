import { joinsWithin, shapeMask, withInnerCorners } from "../../art/joins.ts";
import type { BoardInks } from "./inks.ts";
import { type CellPlace, type CellSprites, createSprites, paintCells, paintGhost } from "./sprites.ts";
import { type BoardCell, type BoardView, cellIndex, columns, rows, visibleRows } from "./types.ts";

export interface BoardRendererOptions {
  readonly canvas: HTMLCanvasElement;
  readonly inks: BoardInks;
  /** Edge of a cell in CSS pixels. */
  readonly cell: number;
  /** Rows shown above the skyline: the well is open at the top. */
  readonly overscan: number;
}

/** Draws views of one board. A view equal to the last one costs a comparison, a moved piece one blit and four cells. */
export interface BoardRenderer {
  draw(view: BoardView): void;
}

interface Layers {
  readonly main: CanvasRenderingContext2D;
  /** Well, grid and locked cells: redrawn on a lock only. */
  readonly stack: CanvasRenderingContext2D;
}

interface Frame extends BoardRendererOptions {
  readonly layers: Layers;
  readonly sprites: CellSprites;
  readonly width: number;
  readonly height: number;
}

export function createBoardRenderer(options: BoardRendererOptions): BoardRenderer {
  const { canvas, cell, overscan } = options;
  const width = columns * cell;
  const height = (visibleRows + overscan) * cell;
  const stackCanvas = document.createElement("canvas");
  const main = scaledContext(canvas, width, height);
  const stack = scaledContext(stackCanvas, width, height);
  if (!main || !stack) return { draw: () => {} };
  const frame: Frame = { ...options, layers: { main, stack }, sprites: createSprites(cell), width, height };
  let last: BoardView | null = null;
  return {
    draw(view) {
      const stackMoved = last === null || !sameStack(last, view);
      if (!stackMoved && last !== null && samePiece(last, view)) return;
      if (stackMoved) paintStack(frame, view);
      main.clearRect(0, 0, width, height);
      main.drawImage(stackCanvas, 0, 0, width, height);
      paintFalling(frame, view);
      last = remembered(last, view, stackMoved);
    },
  };
}

/** The loop may reuse its arrays, so a changed stack is copied. */
const remembered = (last: BoardView | null, view: BoardView, stackMoved: boolean): BoardView =>
  last === null || stackMoved
    ? { ...view, cells: view.cells.slice(), joins: view.joins?.slice() }
    : { ...last, active: view.active, ghost: view.ghost };

function scaledContext(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const ctx = canvas.getContext("2d");
  ctx?.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
  return ctx;
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === b) return true;
  if (a?.length !== b?.length) return false;
  return a === undefined || b === undefined || a.every((value, i) => value === b[i]);
}

const sameStack = (a: BoardView, b: BoardView): boolean => sameBytes(a.cells, b.cells) && sameBytes(a.joins, b.joins);

const sameCells = (a: readonly BoardCell[], b: readonly BoardCell[]): boolean =>
  a.length === b.length && a.every((cell, i) => cell.x === b[i]?.x && cell.y === b[i]?.y);

const samePiece = (a: BoardView, b: BoardView): boolean =>
  a.active?.code === b.active?.code &&
  sameCells(a.active?.cells ?? [], b.active?.cells ?? []) &&
  sameCells(a.ghost, b.ghost);

const topOf = (frame: Frame, y: number): number => (visibleRows + frame.overscan - 1 - y) * frame.cell;

function paintStack(frame: Frame, view: BoardView): void {
  const { inks, width, height, cell, overscan } = frame;
  const ctx = frame.layers.stack;
  const skyline = overscan * cell;
  ctx.clearRect(0, 0, width, height);
  ctx.fillStyle = inks.well;
  ctx.fillRect(0, skyline, width, height - skyline);
  ctx.fillStyle = inks.grid;
  for (let x = 1; x < columns; x += 1) ctx.fillRect(x * cell - 0.5, skyline, 1, height - skyline);
  for (let y = 1; y < visibleRows; y += 1) ctx.fillRect(0, skyline + y * cell - 0.5, width, 1);
  paintCells(ctx, frame.sprites, inks, lockedCells(frame, view));
}

/** Join mask of a locked cell: as the view says, or of equal neighbours; 0 outside the board. */
function joinsOf(view: BoardView, x: number, y: number): number {
  if (y < 0 || y >= rows) return 0;
  if (view.joins) return view.joins[cellIndex(x, y)] ?? 0;
  const code = view.cells[cellIndex(x, y)];
  const equal = (nx: number, ny: number): boolean =>
    nx >= 0 && nx < columns && -ny >= 0 && -ny < rows && view.cells[cellIndex(nx, -ny)] === code;
  return code ? joinsWithin(equal, x, -y) : 0;
}

function lockedCells(frame: Frame, view: BoardView): readonly CellPlace[] {
  const places: CellPlace[] = [];
  const top = Math.min(rows, visibleRows + frame.overscan);
  for (let y = 0; y < top; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      const code = view.cells[cellIndex(x, y)] ?? 0;
      if (code === 0) continue;
      const mask = withInnerCorners(joinsOf(view, x, y), joinsOf(view, x, y + 1), joinsOf(view, x, y - 1));
      places.push({ x: x * frame.cell, y: topOf(frame, y), code, mask });
    }
  }
  return places;
}

function placesOf(frame: Frame, cells: readonly BoardCell[], code: number): readonly CellPlace[] {
  const has = (x: number, y: number): boolean => cells.some((each) => each.x === x && each.y === -y);
  return cells.map(({ x, y }) => ({ x: x * frame.cell, y: topOf(frame, y), code, mask: shapeMask(has, x, -y) }));
}

function paintFalling(frame: Frame, view: BoardView): void {
  const ctx = frame.layers.main;
  paintGhost(ctx, frame.sprites, frame.inks, placesOf(frame, view.ghost, 0));
  if (view.active) paintCells(ctx, frame.sprites, frame.inks, placesOf(frame, view.active.cells, view.active.code));
}
