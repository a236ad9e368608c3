import { expect, test } from "vitest";
import { simulate } from "../../src/compat/simulate.ts";
import { cellsOf, readVersus, recordedCells, recordedPiece, versusReplay } from "./recorded.ts";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

// yachi/tetrio-replay-report, sessions/**/*.ttrm: real two-player rounds, keys and garbage as recorded.
test.each(readVersus())("versus round $id: every lock, attack and garbage row", (round) => {
  const result = simulate(versusReplay(round));
  const ours = result.locks.map((lock) => ({
    frame: lock.frame,
    piece: lock.piece,
    rotation: lock.rotation,
    cells: cellsOf(lock),
    lines: lock.lines,
    spin: lock.spin,
    attacks: lock.attacks,
    sent: lock.sent,
    inserted: lock.inserted.map(({ rows, column }) => [rows, column]),
    combo: lock.combo,
    b2b: lock.b2b,
  }));
  const recorded = round.locks.map(([frame, piece, r, cells, lines, spin, attacks, sent, inserted, combo, b2b]) => ({
    frame,
    ...recordedPiece(piece, r),
    cells: recordedCells(cells),
    lines,
    spin,
    attacks,
    sent,
    inserted,
    combo,
    b2b,
  }));
  expect(ours).toEqual(recorded);
  const board = result.board.map((line) => line.replaceAll(/[A-Z]/g, "X"));
  expect(board).toEqual(round.finalBoardBottomFirst);
  const { official } = round;
  expect({
    lines: result.lines,
    pieces: result.locks.length,
    faults: result.faults,
    attack: sum(result.locks.flatMap((lock) => lock.attacks)),
    sent: sum(result.locks.flatMap((lock) => lock.sent)),
    cleared: result.garbageCleared,
  }).toEqual({
    lines: official.lines,
    pieces: official.pieces,
    faults: official.finesse.faults,
    attack: official.garbage.attack,
    sent: official.garbage.sent,
    cleared: official.garbage.cleared,
  });
});
