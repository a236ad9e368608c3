/** Letters by cell code: 0 empty, 1-7 the tetrominoes, 8 garbage, 9 solid. */
export const cellLetters = ["", "I", "J", "L", "O", "S", "T", "Z", "G", "X"] as const;
export type CellLetter = Exclude<(typeof cellLetters)[number], "">;
export type PieceLetter = Exclude<CellLetter, "G" | "X">;

/** The engraved mark of each cell, stroked, on a 30 px cell with its origin in the middle. */
export const markByLetter: Readonly<Record<CellLetter, string>> = {
  I: "M-4 0H4",
  O: "M-3 -3h6v6h-6z",
  T: "M-4 0H4M0 0V4",
  S: "M-4 4 4 -4",
  Z: "M-4 -4 4 4",
  J: "M-3 -4V3H4",
  L: "M3 -4V3H-4",
  G: "",
  X: "M-4 -4 4 4M-4 4 4 -4",
};

/** J and Z are dark fills: their mark is cut in the light ink. */
export const hasLightMark = (letter: CellLetter): boolean => letter === "J" || letter === "Z";

type Cell = readonly [x: number, y: number];

/** Spawn shapes for panels and plates, cells from the top left, y downwards. */
export const shapeByPiece: Readonly<Record<PieceLetter, readonly Cell[]>> = {
  I: [
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
  ],
  J: [
    [0, 0],
    [0, 1],
    [1, 1],
    [2, 1],
  ],
  L: [
    [2, 0],
    [0, 1],
    [1, 1],
    [2, 1],
  ],
  O: [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ],
  S: [
    [1, 0],
    [2, 0],
    [0, 1],
    [1, 1],
  ],
  T: [
    [1, 0],
    [0, 1],
    [1, 1],
    [2, 1],
  ],
  Z: [
    [0, 0],
    [1, 0],
    [1, 1],
    [2, 1],
  ],
};
