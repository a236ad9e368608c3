import { readFileSync } from "node:fs";
import { boardFromRows, type Board } from "../src/core/board.ts";

/** One of the files of facts in `fixtures/`; each names its source inside. The caller states its shape. */
export function readFixture<T>(name: string): T {
  const path = new URL(`./fixtures/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, "utf8")) as T; // a fixed file of ours: the caller's type describes it
}

/** A board drawn from the top down, the last line the floor; `#` is a cell that clears. */
export function boardFromPicture(lines: readonly string[]): Board {
  return boardFromRows(
    lines
      .slice()
      .reverse()
      .map((line) => line.replaceAll("#", "g")),
  );
}
