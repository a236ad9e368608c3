import { type Columns, firstOfColumn, intensities } from "./columns.ts";
import { columnWidth, holeSpacing, isDense, pitchOf, type TapeGeometry, xOfSeq } from "./geometry.ts";
import type { TapeInks } from "./inks.ts";
import type { TapeModel, TapeMoment } from "./types.ts";
import type { TapeMeasures } from "./variants.ts";

/** One picture of the ink on the paper; the paper itself, glyphs and play head are elements around it. */
export interface TapePicture {
  readonly model: TapeModel;
  readonly geometry: TapeGeometry;
  readonly measures: TapeMeasures;
  readonly inks: TapeInks;
  /** Events up to here are past; null when there is no play head: everything is past. */
  readonly head: number | null;
  /** Moments that cut through. */
  readonly moments: readonly TapeMoment[];
  /** One set of columns per drawn lane. */
  readonly columns: readonly Columns[];
  readonly mini: boolean;
}

/** Depth that notches may use, in pixels: the lower edge belongs to the keyframe holes. */
export const notchRoom = ({ paper }: TapeMeasures, mini: boolean): number => paper - 9 - (mini ? 4 : 6);

interface Lane {
  readonly top: number;
  readonly depth: number;
}

function laneOf(picture: TapePicture, index: number): Lane {
  const count = picture.columns.length;
  const usable = notchRoom(picture.measures, picture.mini);
  if (count === 1) return { top: 0, depth: usable };
  const each = usable / count;
  return { top: 2 + index * each, depth: each - 2 };
}

type Context = CanvasRenderingContext2D;

function fillWith(ctx: Context, path: Path2D, ink: string): void {
  ctx.fillStyle = ink;
  ctx.fill(path);
}

/** Three pens, each filled once: a stroke per notch would cost fifty times as much. */
class Pens {
  readonly past: Path2D = new Path2D();
  readonly strong: Path2D = new Path2D();
  readonly future: Path2D = new Path2D();

  draw(ctx: Context, inks: TapeInks): void {
    fillWith(ctx, this.past, inks.past);
    fillWith(ctx, this.strong, inks.ink);
    fillWith(ctx, this.future, inks.future);
  }
}

/** Draws all ink onto a cleared context whose origin is the paper's top left corner. */
export function paintTape(ctx: Context, picture: TapePicture): void {
  paintLaneRules(ctx, picture);
  paintHoles(ctx, picture);
  const pens = new Pens();
  if (pitchOf(picture.geometry) >= columnWidth) addNotches(pens, picture);
  else picture.columns.forEach((columns, lane) => addColumns(pens, picture, columns, laneOf(picture, lane)));
  pens.draw(ctx, picture.inks);
  paintMoments(ctx, picture);
}

function paintLaneRules(ctx: Context, picture: TapePicture): void {
  const { width, pad } = picture.geometry;
  ctx.fillStyle = picture.inks.rule;
  for (let lane = 1; lane < picture.columns.length; lane += 1) {
    ctx.fillRect(pad, Math.round(laneOf(picture, lane).top) - 1, width - 2 * pad, 1);
  }
}

function paintHoles(ctx: Context, picture: TapePicture): void {
  const { geometry, measures, inks, model } = picture;
  const spacing = holeSpacing(geometry, model.keyframeEvery, measures.holesApart);
  const y = measures.paper - 6;
  const punched = new Path2D();
  const blank = new Path2D();
  for (let seq = spacing; seq <= geometry.span; seq += spacing) {
    const done = seq <= model.length;
    const hole = done ? punched : blank;
    const x = xOfSeq(geometry, seq);
    const r = done ? 2.25 : 1.25;
    hole.moveTo(x + r, y);
    hole.arc(x, y, r, 0, 7);
  }
  fillWith(ctx, blank, inks.rule);
  fillWith(ctx, punched, inks.hole);
  ctx.strokeStyle = inks.past;
  ctx.lineWidth = 0.75;
  ctx.stroke(punched);
}

/** Few events: every notch stands for itself. */
function addNotches(pens: Pens, picture: TapePicture): void {
  const { model, geometry, head } = picture;
  const width = Math.max(1, Math.min(2, pitchOf(geometry) * 0.5));
  const through = new Set(picture.moments.map((moment) => moment.seq));
  for (let seq = 1; seq <= model.length; seq += 1) {
    const height = model.heights[seq - 1] ?? 0;
    if (height === 0 || through.has(seq)) continue;
    const lane = laneOf(picture, picture.columns.length === 1 ? 0 : (model.lane?.[seq - 1] ?? 0));
    const pen = head !== null && seq > head ? pens.future : height > 115 ? pens.strong : pens.past;
    pen.rect(xOfSeq(geometry, seq) - width / 2, lane.top, width, (height / 255) * lane.depth);
  }
}

/** Many events: a column per three pixels, a long cut where a clear falls into it. */
function addColumns(pens: Pens, picture: TapePicture, columns: Columns, lane: Lane): void {
  const dense = isDense(picture.geometry);
  const loud = dense ? intensities(columns) : null;
  const width = picture.mini ? 1 : 1.5;
  for (let c = 0; c < columns.count; c += 1) {
    const events = columns.events[c] ?? 0;
    if (events === 0) continue;
    const future = picture.head !== null && firstOfColumn(columns, c) >= picture.head;
    const x = picture.geometry.pad + c * columnWidth + (columnWidth - width) / 2;
    const share = loud ? 0.12 + 0.62 * (loud[c] ?? 0) : calmShare(columns, c, picture.mini);
    (future ? pens.future : pens.past).rect(x, lane.top, width, lane.depth * share);
    const deep = dense ? 0 : deepShare(columns.tallest[c] ?? 0, picture);
    if (deep > share) (future ? pens.future : pens.strong).rect(x, lane.top, width, lane.depth * deep);
  }
}

/** Depth of a column with a tall cut in it. Locks stand out only while pieces are a few columns apart. */
function deepShare(tallest: number, { geometry, mini }: TapePicture): number {
  if (tallest > 150) return mini ? 0.82 : 0.74;
  return tallest > 115 && !mini && pitchOf(geometry) > 0.6 ? 0.36 : 0;
}

/** Depth of an ordinary column: how tall its cuts are on average. */
function calmShare(columns: Columns, column: number, mini: boolean): number {
  const mean = (columns.sum[column] ?? 0) / Math.max(1, columns.events[column] ?? 1) / 255;
  const stretched = Math.max(0, Math.min(1, (mean - 0.18) / 0.3));
  return mini ? 0.2 + 0.36 * stretched : 0.13 + 0.2 * stretched;
}

function paintMoments(ctx: Context, picture: TapePicture): void {
  const { geometry, head, inks } = picture;
  ctx.fillStyle = inks.hue;
  for (const moment of picture.moments) {
    const x = Math.round(xOfSeq(geometry, moment.seq));
    const lane = laneOf(picture, picture.columns.length === 1 ? 0 : (moment.seat ?? 0));
    const bottom = lane.top + lane.depth;
    ctx.globalAlpha = head !== null && moment.seq > head ? 0.75 : 1;
    ctx.fillRect(x - 1, 0, 2, bottom + (picture.mini ? 2 : 0));
    if (picture.mini) ctx.fillRect(x - 2, bottom - 1, 4, 4);
    else if (picture.columns.length > 1) ctx.fillRect(x - 2.5, bottom - 5, 5, 5);
  }
  ctx.globalAlpha = 1;
}
