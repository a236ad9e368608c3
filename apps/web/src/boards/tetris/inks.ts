import { type CellLetter, cellLetters } from "../../art/pieces.ts";

/** Colours of the board, read once per theme. */
export interface BoardInks {
  /** The theme they were read under. */
  readonly theme: string;
  readonly well: string;
  readonly grid: string;
  readonly edge: string;
  readonly mark: string;
  readonly lightMark: string;
  readonly ghost: string;
  /** By cell code. */
  readonly fills: readonly string[];
}

export function readBoardInks(element: Element, theme: string): BoardInks {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const fillOf = (letter: "" | CellLetter): string => (letter === "" ? "transparent" : read(`--p${letter}`));
  return {
    theme,
    well: read("--well"),
    grid: read("--grid"),
    edge: read("--p-edge"),
    mark: read("--mark"),
    lightMark: read("--mark-l"),
    ghost: read("--ink2"),
    fills: cellLetters.map(fillOf),
  };
}
