import type { Surface } from "../../src/bots/index.ts";

/** Column by column, cell by cell, straight from the definitions: a second implementation to compare with. */
export function naiveSurface(rows: readonly number[], visible = 20): Surface {
  const top = highest(rows);
  const filled = (x: number, y: number): boolean => x < 0 || x > 9 || y < 0 || (((rows[y] ?? 0) >> x) & 1) === 1;
  const columns = Array.from({ length: 10 }, (_, x) => x);
  const levels = Array.from({ length: Math.max(top, visible) }, (_, y) => y);
  const heightOf = (x: number): number => {
    for (let y = top; y > 0; y--) if (filled(x, y - 1)) return y;
    return 0;
  };
  const isHole = (x: number, y: number): boolean => !filled(x, y) && y < heightOf(x);
  const isWell = (x: number, y: number): boolean => !filled(x, y) && filled(x - 1, y) && filled(x + 1, y);
  const cells = levels.flatMap((y) => columns.map((x) => ({ x, y })));
  const holes = cells.filter(({ x, y }) => isHole(x, y));
  const heights = columns.map(heightOf);
  let wells = 0;
  for (const x of columns) {
    for (let y = 0, depth = 0; y <= levels.length; y++) {
      depth = y < levels.length && isWell(x, y) ? depth + 1 : 0;
      wells += depth;
    }
  }
  const between = (a: boolean, b: boolean): number => (a === b ? 0 : 1);
  return {
    rowTransitions: sum(levels.map((y) => sum([...columns, 10].map((x) => between(filled(x - 1, y), filled(x, y)))))),
    columnTransitions: sum(
      columns.map((x) => sum([...levels, levels.length].map((y) => between(filled(x, y - 1), filled(x, y))))),
    ),
    holes: holes.length,
    holeDepth: sum(holes.map(({ x, y }) => levels.filter((above) => above > y && filled(x, above)).length)),
    holeRows: new Set(holes.map(({ y }) => y)).size,
    wells,
    height: sum(heights),
    bumpiness: sum(heights.slice(1).map((height, x) => Math.abs(height - (heights[x] ?? 0)))),
  };
}

export function highest(rows: readonly number[]): number {
  let top = rows.length;
  while (top > 0 && rows[top - 1] === 0) top -= 1;
  return top;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
