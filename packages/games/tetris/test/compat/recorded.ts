import type { CompatEvent, CompatHandling, CompatReplay } from "../../src/compat/types.ts";
import type { Key } from "../../src/core/keys.ts";
import { type Piece, pieceByName, type PieceName } from "../../src/core/piece.ts";
import { type Rotation, toRotation } from "../../src/core/rotation.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { readFixture } from "../fixtures.ts";

const keyByName: Readonly<Record<string, Key>> = {
  moveLeft: "left",
  moveRight: "right",
  softDrop: "soft",
  hardDrop: "hard",
  rotateCW: "cw",
  rotateCCW: "ccw",
  rotate180: "r180",
  hold: "hold",
};

export type Cells = readonly (readonly [number, number])[];

export interface SoloReplay {
  readonly id: string;
  readonly gametype: string;
  readonly seed: number;
  readonly rotateLeadingSZO: boolean;
  readonly options: { readonly g?: number };
  readonly handling: CompatHandling;
  readonly frames: number;
  readonly official: {
    readonly lines: number;
    readonly pieces: number;
    readonly score: number;
    readonly level: number;
    readonly finesse: { readonly faults: number };
    readonly finalTimeMs: number;
    readonly finalBoardBottomFirst: readonly string[];
  };
  readonly events: readonly (readonly [number, number, 0 | 1, string, 1?])[];
  readonly locks: readonly {
    readonly f: number;
    readonly p: PieceName;
    readonly r: number;
    readonly cells: Cells;
    readonly k: number;
    readonly l: number;
    readonly s: string;
    readonly c: number;
    readonly b: number;
    readonly pc: boolean;
    readonly lvAfter?: number;
  }[];
}

export interface VersusRound {
  readonly id: string;
  readonly seed: number;
  readonly handling: CompatHandling;
  readonly frames: number;
  readonly official: {
    readonly lines: number;
    readonly pieces: number;
    readonly finesse: { readonly faults: number };
    readonly garbage: { readonly sent: number; readonly attack: number; readonly cleared: number };
  };
  readonly events: readonly VersusEvent[];
  readonly locks: readonly (readonly [
    frame: number,
    piece: PieceName,
    rotation: number,
    cells: Cells,
    lines: number,
    spin: string,
    attacks: readonly number[],
    sent: readonly number[],
    inserted: readonly (readonly [number, number])[],
    combo: number,
    b2b: number,
  ])[];
  readonly finalBoardBottomFirst: readonly string[];
}

type VersusEvent =
  | readonly [number, "key", number, 0 | 1, string, 1?]
  | readonly [number, "announce" | "confirm", number, number, number];

export function readSolo(): readonly SoloReplay[] {
  return readFixture<{ replays: SoloReplay[] }>("tetrio_solo_replays").replays;
}

export function readVersus(): readonly VersusRound[] {
  return readFixture<{ rounds: VersusRound[] }>("tetrio_versus_rounds").rounds;
}

interface KeyRow {
  readonly frame: number;
  readonly subframe: number;
  readonly edge: 0 | 1;
  readonly name: string;
  readonly hoisted: 1 | undefined;
}

function keyEvent({ frame, subframe, edge, name, hoisted }: KeyRow): CompatEvent {
  const key = keyByName[name];
  if (key === undefined) throw new Error(`no such key: ${name}`);
  return { kind: "key", frame, subframe, isDown: edge === 1, key, hoisted: hoisted === 1 };
}

export function soloReplay(solo: SoloReplay): CompatReplay {
  return {
    seed: solo.seed,
    stride: solo.rotateLeadingSZO,
    gravity: solo.options.g ?? 0.02,
    mode: solo.gametype === "blitz" ? "blitz" : "solo",
    handling: solo.handling,
    frames: solo.frames,
    events: solo.events.map(([frame, subframe, edge, name, hoisted]) =>
      keyEvent({ frame, subframe, edge, name, hoisted }),
    ),
  };
}

export function versusReplay(round: VersusRound): CompatReplay {
  return {
    seed: round.seed,
    stride: false,
    gravity: 0.02,
    mode: "versus",
    handling: round.handling,
    frames: round.frames,
    events: round.events.map((event): CompatEvent => {
      if (event[1] === "key") {
        const [frame, , subframe, edge, name, hoisted] = event;
        return keyEvent({ frame, subframe, edge, name, hoisted });
      }
      const [frame, kind, rows, id, acknowledged] = event;
      return { kind, frame, rows, id, acknowledged };
    }),
  };
}

/** Cells of a lock, in a comparable order. */
export function cellsOf(lock: { piece: Piece; rotation: Rotation; x: number; y: number }): string {
  const cells = shapeOf(lock.piece, lock.rotation).offsets.map(({ dx, dy }) => `${lock.x + dx},${lock.y + dy}`);
  return cells.sort().join(" ");
}

export function recordedCells(cells: Cells): string {
  return cells
    .map(([x, y]) => `${x},${y}`)
    .sort()
    .join(" ");
}

export function recordedPiece(name: PieceName, rotation: number): { piece: Piece; rotation: Rotation } {
  return { piece: pieceByName[name], rotation: toRotation(rotation) };
}
