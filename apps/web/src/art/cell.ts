import {
  innerDownLeft,
  innerDownRight,
  innerUpLeft,
  innerUpRight,
  joinDown,
  joinLeft,
  joinRight,
  joinUp,
} from "./joins.ts";

/** The outline of one cell of a cut block as SVG path data; each cell stays inside its own square. */
export interface CellOutline {
  readonly fill: string;
  readonly edge: string;
}

export interface CellFrame {
  /** Top left corner and edge of the square, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Space that an open side leaves to the next block. */
  readonly gap: number;
}

/** The four corners clockwise from the top left: the side that leads into each, the one that leads out, and its inner bit. */
const corners = [
  { before: joinLeft, after: joinUp, inner: innerUpLeft },
  { before: joinUp, after: joinRight, inner: innerUpRight },
  { before: joinRight, after: joinDown, inner: innerDownRight },
  { before: joinDown, after: joinLeft, inner: innerDownLeft },
] as const;

type Point = readonly [x: number, y: number];

/** Maps a point of the top left corner to the corner `turn` quarter turns clockwise from it. */
function turned(frame: CellFrame, turn: number, [x, y]: Point): string {
  const s = frame.size;
  const points: readonly Point[] = [
    [x, y],
    [s - y, x],
    [s - x, s - y],
    [y, s - x],
  ];
  const [px, py] = points[turn] ?? [x, y];
  return `${round(frame.x + px)} ${round(frame.y + py)}`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

const radiusOf = (size: number): number => Math.max(1.5, size * 0.1);

/** Outline of a cell by its full mask (see `joins.ts`): open sides keep the gap, open corners are round, inner ones cut. */
export function cellOutline(mask: number, frame: CellFrame): CellOutline {
  const parts = corners.map((_, turn) => cornerOutline(mask, frame, turn));
  return { fill: `M${parts.map((part) => part.fill).join("L")}z`, edge: parts.map((part) => part.edge).join("") };
}

/** One corner and the side that follows it clockwise. */
function cornerOutline(mask: number, frame: CellFrame, turn: number): CellOutline {
  const { before, after, inner } = corners[turn] ?? corners[0];
  const isOpen = (bit: number): boolean => (mask & bit) === 0;
  const at = (x: number, y: number): string => turned(frame, turn, [x, y]);
  const g = frame.gap;
  const r = radiusOf(frame.size);
  // The pen runs a quarter pixel inside the fill, so that no colour shows beyond the edge.
  const i = g + 0.25;
  const q = r - 0.25;
  const beyond = corners[(turn + 1) % 4]?.after ?? 0;
  const from = isOpen(before) ? g + r : 0;
  const to = frame.size - (isOpen(beyond) ? g + r : 0);
  const side = isOpen(after) ? `M${at(from, i)}L${at(to, i)}` : "";
  if (isOpen(before) && isOpen(after)) {
    return {
      fill: `${at(g, g + r)}A${r} ${r} 0 0 1 ${at(g + r, g)}`,
      edge: `M${at(i, g + r)}A${q} ${q} 0 0 1 ${at(g + r, i)}${side}`,
    };
  }
  if (isOpen(before)) return { fill: at(g, 0), edge: side };
  if (isOpen(after)) return { fill: at(0, g), edge: side };
  if (isOpen(inner)) return { fill: at(0, 0), edge: side };
  return { fill: `${at(0, g)}L${at(g, g)}L${at(g, 0)}`, edge: `M${at(0, i)}L${at(i, i)}L${at(i, 0)}` };
}

/** Dashed outline of a ghost cell: open sides only. */
export function ghostOutline(mask: number, { x, y, size }: CellFrame): string {
  const i = 1.5;
  const at = (bit: number): number => (mask & bit ? 0 : i);
  const [left, right, up, down] = [at(joinLeft), at(joinRight), at(joinUp), at(joinDown)];
  let path = "";
  if (left) path += `M${x + i} ${y + up}V${y + size - down}`;
  if (right) path += `M${x + size - i} ${y + up}V${y + size - down}`;
  if (up) path += `M${x + left} ${y + i}H${x + size - right}`;
  if (down) path += `M${x + left} ${y + size - i}H${x + size - right}`;
  return path;
}
