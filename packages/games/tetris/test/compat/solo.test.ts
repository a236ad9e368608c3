import { expect, test } from "vitest";
import { simulate } from "../../src/compat/simulate.ts";
import { cellsOf, readSolo, recordedCells, recordedPiece, soloReplay } from "./recorded.ts";

// zbrachinara/tetrio-tools, samples/*.ttr: official TETR.IO games with the totals the game itself recorded.
test.each(readSolo())("solo replay $id: every lock, the last cell, the last point", (solo) => {
  const result = simulate(soloReplay(solo));
  const ours = result.locks.map((lock) => ({
    frame: lock.frame,
    piece: lock.piece,
    rotation: lock.rotation,
    cells: cellsOf(lock),
    keys: lock.keys,
    lines: lock.lines,
    spin: lock.spin,
    combo: lock.combo,
    b2b: lock.b2b,
    isPerfect: lock.isPerfect,
    level: lock.level,
  }));
  const recorded = solo.locks.map((lock) => ({
    frame: lock.f,
    ...recordedPiece(lock.p, lock.r),
    cells: recordedCells(lock.cells),
    keys: lock.k,
    lines: lock.l,
    spin: lock.s,
    combo: lock.c,
    b2b: lock.b,
    isPerfect: lock.pc,
    level: lock.lvAfter ?? 1,
  }));
  expect(ours).toEqual(recorded);
  const { official } = solo;
  expect(result.board.map((line) => line.toLowerCase())).toEqual(official.finalBoardBottomFirst);
  expect([result.score, result.lines, result.level, result.faults]).toEqual([
    official.score,
    official.lines,
    official.level,
    official.finesse.faults,
  ]);
});
