import { joinsWithin } from "../art/joins.ts";
import { cellLetters } from "../art/pieces.ts";
import { type BoardCell, type BoardPanel, type BoardView, cellIndex, columns, rows } from "../boards/tetris/types.ts";

/** Rows from the floor: letter and the block each cell belongs to. */
const stack = [
  "S0,S0,J1,O2,O2,T3,T3,T4,L5,",
  "S0,S6,L7,O2,O2,T3,Z8,Z8,L5,",
  "S6,S6,L7,L7,L7,Z8,Z8,L5,L5,",
  "S6,I9,I9,I9,I9,J10,J10,J10,S11,",
  "O12,O12,T13,T13,T13,J10,,S11,S11,",
  "O12,O12,T14,T13,Z15,Z15,,S11,S16,",
  ",T14,T14,Z15,Z15,,,S16,S16,",
  ",,T14,,,,,S16,,",
];

/** Four cells of the rightmost column. */
const column = (from: number): readonly BoardCell[] => [0, 1, 2, 3].map((i) => ({ x: 9, y: from + i }));

/** The stack of the style pictures, with an I about to fall into its well. */
export function sampleBoard(withJoins = true): BoardView {
  const cells = new Uint8Array(columns * rows);
  const blocks = new Map<string, BoardCell[]>();
  stack.forEach((row, y) => {
    row.split(",").forEach((name, x) => {
      if (name === "") return;
      cells[cellIndex(x, y)] = cellLetters.findIndex((letter) => letter === name.charAt(0));
      blocks.set(name, [...(blocks.get(name) ?? []), { x, y }]);
    });
  });
  const joins = new Uint8Array(columns * rows);
  for (const block of blocks.values()) {
    // The board counts rows upwards, outlines downwards.
    const has = (x: number, y: number): boolean => block.some((cell) => cell.x === x && cell.y === -y);
    for (const { x, y } of block) joins[cellIndex(x, y)] = joinsWithin(has, x, -y);
  }
  const view = { cells, active: { code: 1, cells: column(10) }, ghost: column(0) };
  return withJoins ? { ...view, joins } : view;
}

export const samplePanel: BoardPanel = {
  hold: "T",
  holdSpent: false,
  next: ["L", "O", "S", "J", "I"],
  stats: [
    { value: "88", word: "of 150 lines" },
    { value: "4:09.1", word: "time" },
    { value: "171,320", word: "score" },
    { value: "9", word: "level" },
    { value: "0.94", word: "pieces/s" },
  ],
  call: { title: "Back-to-back ready", detail: "A tetris now scores 10,800" },
  state: "Stack 8 high.",
};
