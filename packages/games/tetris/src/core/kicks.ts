import { halfTurnJstris, halfTurnTetrio, type KickData, srs, srsPlus } from "./kick-data.ts";
import { type Piece, pieceI, pieceO, pieces } from "./piece.ts";
import { type Rotation, rotations } from "./rotation.ts";
import type { Offset } from "./shape.ts";

export type KickSystem = "SRS" | "SRS+";
/** Half turns: not available, as TETR.IO, or as Jstris. */
export type HalfTurn = "none" | "tetrio" | "jstris";

/** The translations of the centre to try when a piece turns from one orientation into another, in order. */
export interface KickTable {
  readonly system: KickSystem;
  readonly halfTurn: HalfTurn;
  /** Index: piece * 16 + from * 4 + to. An empty list: no such turn. */
  readonly tests: readonly (readonly Offset[])[];
}

/** Centre of I inside its 4x4 box, from the box's lower-left cell: turns published box kicks into centre kicks. */
const boxCentreOfI: Readonly<Record<Rotation, Offset>> = {
  0: { dx: 1, dy: 2 },
  1: { dx: 2, dy: 2 },
  2: { dx: 2, dy: 1 },
  3: { dx: 1, dy: 1 },
};

const noTests: readonly Offset[] = [];
const inPlace: readonly Offset[] = [{ dx: 0, dy: 0 }];

function parseTests(table: string, from: Rotation, to: Rotation): readonly Offset[] {
  const line = table.split("\n").find((text) => text.trim().startsWith(`${from}${to}`));
  const vectors = line === undefined ? [] : line.trim().split(" ").slice(1);
  return vectors.map((text) => ({ dx: Number(text.slice(0, 2)), dy: Number(text.slice(2)) }));
}

function toCentre(test: Offset, from: Rotation, to: Rotation): Offset {
  const a = boxCentreOfI[from];
  const b = boxCentreOfI[to];
  return { dx: test.dx + b.dx - a.dx, dy: test.dy + b.dy - a.dy };
}

function halfTurnData(halfTurn: HalfTurn): KickData | null {
  switch (halfTurn) {
    case "none":
      return null;
    case "tetrio":
      return halfTurnTetrio;
    case "jstris":
      return halfTurnJstris;
  }
}

function testsOf(piece: Piece, data: KickData | null): readonly (readonly Offset[])[] {
  return rotations.flatMap((from) =>
    rotations.map((to) => {
      if (data === null || from === to) return noTests;
      if (piece === pieceI) return parseTests(data.i, from, to).map((test) => toCentre(test, from, to));
      const tests = parseTests(data.jlstz, from, to);
      return piece === pieceO && tests.length > 0 ? inPlace : tests;
    }),
  );
}

function createKickTable(system: KickSystem, halfTurn: HalfTurn): KickTable {
  const quarter = system === "SRS" ? srs : srsPlus;
  const tests = pieces.flatMap((piece) => {
    const half = testsOf(piece, halfTurnData(halfTurn));
    return testsOf(piece, quarter).map((list, index) => (list.length > 0 ? list : (half[index] ?? noTests)));
  });
  return { system, halfTurn, tests };
}

function createTables(system: KickSystem): Readonly<Record<HalfTurn, KickTable>> {
  return {
    none: createKickTable(system, "none"),
    tetrio: createKickTable(system, "tetrio"),
    jstris: createKickTable(system, "jstris"),
  };
}

const kickTables: Readonly<Record<KickSystem, Readonly<Record<HalfTurn, KickTable>>>> = {
  SRS: createTables("SRS"),
  "SRS+": createTables("SRS+"),
};

/** The kick table of a rotation system with one of the half-turn extensions. O turns in place, always. */
export function kickTable(system: KickSystem, halfTurn: HalfTurn): KickTable {
  return kickTables[system][halfTurn];
}

/** The tests of one turn, in order; empty when the table has no such turn. */
export function kickTests(table: KickTable, piece: Piece, turn: { from: Rotation; to: Rotation }): readonly Offset[] {
  return table.tests[piece * 16 + turn.from * 4 + turn.to] ?? noTests;
}
