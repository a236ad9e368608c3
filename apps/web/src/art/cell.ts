import { joinDown, joinLeft, joinRight, joinUp } from "./joins.ts";

/** The outline of one cell of a cut block: SVG path data in a square of `size`, y downwards. */
export interface CellOutline {
  readonly fill: string;
  readonly edge: string;
}

const arc = (r: number, dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${dx} ${dy}`;

interface Sides {
  readonly left: number;
  readonly right: number;
  readonly up: number;
  readonly down: number;
  readonly corners: readonly [number, number, number, number];
}

/** Open sides keep a gap to the next block, and only a corner between two open sides is rounded. */
function sidesOf(joins: number, size: number, gap: number): Sides {
  const left = joins & joinLeft ? 0 : gap;
  const right = joins & joinRight ? 0 : gap;
  const up = joins & joinUp ? 0 : gap;
  const down = joins & joinDown ? 0 : gap;
  const r = Math.max(1.5, size * 0.1);
  const corners = [left && up ? r : 0, right && up ? r : 0, right && down ? r : 0, left && down ? r : 0] as const;
  return { left, right, up, down, corners };
}

function fillPath(size: number, sides: Sides): string {
  const [a, b, c, d] = sides.corners;
  // Joined sides run 0.4 px into the neighbour, or antialiasing would leave a hairline inside the block.
  const x0 = sides.left;
  const y0 = sides.up;
  const x1 = size - sides.right + (sides.right ? 0 : 0.4);
  const y1 = size - sides.down + (sides.down ? 0 : 0.4);
  return `M${x0 + a} ${y0}H${x1 - b}${arc(b, b, b)}V${y1 - c}${arc(c, -c, c)}H${x0 + d}${arc(d, -d, -d)}V${y0 + a}${arc(a, a, -a)}z`;
}

function edgePath(size: number, sides: Sides, gap: number): string {
  const [a, b, c, d] = sides.corners;
  const i = gap + 0.25;
  const start = (open: number, r: number): number => (open ? r + gap : -i);
  const end = (open: number, r: number): number => size - (open ? r + gap : -i);
  let path = "";
  if (sides.left) path += `M${i} ${start(sides.up, a)}V${end(sides.down, d)}`;
  if (sides.right) path += `M${size - i} ${start(sides.up, b)}V${end(sides.down, c)}`;
  if (sides.up) path += `M${start(sides.left, a)} ${i}H${end(sides.right, b)}`;
  if (sides.down) path += `M${start(sides.left, d)} ${size - i}H${end(sides.right, c)}`;
  if (a) path += `M${i} ${gap + a}${arc(a, a, -a)}`;
  if (b) path += `M${size - gap - b} ${i}${arc(b, b, b)}`;
  if (c) path += `M${size - i} ${size - gap - c}${arc(c, -c, c)}`;
  if (d) path += `M${gap + d} ${size - i}${arc(d, -d, -d)}`;
  return path;
}

/** Outline of a cell whose `joins` sides continue; `size` and `gap` in pixels. */
export function cellOutline(joins: number, size: number, gap = 1): CellOutline {
  const sides = sidesOf(joins, size, gap);
  return { fill: fillPath(size, sides), edge: edgePath(size, sides, gap) };
}

/** Dashed outline of a ghost cell: open sides only. */
export function ghostOutline(joins: number, size: number): string {
  const i = 1.5;
  const at = (joined: number): number => (joined ? 0 : i);
  const [l, r, u, d] = [joins & joinLeft, joins & joinRight, joins & joinUp, joins & joinDown];
  let path = "";
  if (!l) path += `M${i} ${at(u)}V${size - at(d)}`;
  if (!r) path += `M${size - i} ${at(u)}V${size - at(d)}`;
  if (!u) path += `M${at(l)} ${i}H${size - at(r)}`;
  if (!d) path += `M${at(l)} ${size - i}H${size - at(r)}`;
  return path;
}
