import type { GameId } from "../art/games.ts";
import { glyphs } from "../art/glyphs.ts";
import { icons } from "../art/icons.ts";
import type { TapeInks } from "./inks.ts";
import type { TapeFace, TapeModel, TapeMoment } from "./types.ts";

/** Width of one event in the glass. */
export const cellWidth = 28;
export const glassPaper = 40;

export interface GlassPicture {
  readonly model: TapeModel;
  readonly head: number;
  /** Middle of the current cell: straight above the play head. */
  readonly x: number;
  readonly width: number;
  readonly inks: TapeInks;
  readonly faceOf: (seq: number) => TapeFace;
  readonly momentBySeq: ReadonlyMap<number, TapeMoment>;
  readonly game: GameId;
}

type Context = CanvasRenderingContext2D;

const pathByText = new Map<string, Path2D>();

/** Icon paths are parsed once: the glass redraws with every step. */
function pathOf(text: string): Path2D {
  const known = pathByText.get(text);
  if (known) return known;
  const path = new Path2D(text);
  pathByText.set(text, path);
  return path;
}

/** Draws the events around the head, one per cell, onto a cleared context. */
export function paintGlass(ctx: Context, picture: GlassPicture): void {
  const { head, x, width, model } = picture;
  // The current cell is drawn even where the paper's end cuts into it.
  const left = Math.max(0, Math.floor((x - cellWidth / 2 - 4) / cellWidth));
  const right = Math.max(0, Math.floor((width - x - cellWidth / 2 - 4) / cellWidth));
  for (let i = -left; i <= right; i += 1) {
    const seq = head + i;
    if (seq < 1 || seq > model.length) continue;
    paintCell(ctx, picture, seq, x + i * cellWidth);
  }
}

function paintCell(ctx: Context, picture: GlassPicture, seq: number, x: number): void {
  const { head, inks, model, momentBySeq } = picture;
  const moment = momentBySeq.get(seq);
  const future = seq > head;
  if (moment) {
    ctx.fillStyle = inks.hue;
    ctx.globalAlpha = future ? 0.75 : 1;
    ctx.fillRect(x - 1, 0, 2, glassPaper);
    withOrigin(ctx, { x: x - 13, y: 22, scale: 1 }, () => ctx.fill(pathOf(glyphs[moment.glyph]), "evenodd"));
    ctx.globalAlpha = 1;
    return;
  }
  ctx.fillStyle = future ? inks.future : inks.ink;
  ctx.fillRect(x - 1, 0, 2, 3 + ((model.heights[seq - 1] ?? 0) / 255) * 22);
  paintIcon(ctx, picture.faceOf(seq), { x, ink: future ? inks.past : inks.ink });
}

function paintIcon(ctx: Context, face: TapeFace, { x, ink }: { readonly x: number; readonly ink: string }): void {
  const art = icons[face.icon];
  withOrigin(ctx, { x: x - 7, y: 22, scale: 0.7 }, () => {
    ctx.strokeStyle = ink;
    ctx.fillStyle = ink;
    ctx.lineWidth = 2.2;
    if (art.stroke) ctx.stroke(pathOf(art.stroke));
    if (art.solid) ctx.fill(pathOf(art.solid));
  });
}

interface Origin {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

function withOrigin(ctx: Context, { x, y, scale }: Origin, draw: () => void): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(scale, scale);
  draw();
  ctx.restore();
}
