import { toSeat, type JsonObject } from "@replayground/kernel";
import { defaultOptions, type Key, type Mode, type TetrisCommand, type TetrisOptions } from "@replayground/tetris";
import type { PlayAction } from "../../input/actions.ts";
import type { Edge } from "../../input/keyboard.ts";
import { instantSoftDrop, type Handling } from "../../stores/settings-schema.ts";

const keyByAction: Readonly<Record<PlayAction, Key | null>> = {
  left: "left",
  right: "right",
  soft: "soft",
  hard: "hard",
  cw: "cw",
  ccw: "ccw",
  half: "r180",
  hold: "hold",
  pause: null,
  restart: null,
};

/** The command of a key edge; null for actions that are not the game's. */
export function commandOfEdge(action: PlayAction, edge: Edge): TetrisCommand | null {
  const key = keyByAction[action];
  return key === null ? null : { type: "input", seat: toSeat(0), data: { edge, key } };
}

/** The one conversion of milliseconds into ticks of 1/600 s: floor(ms x 0.6 + 0.5). */
const msToTicks = (ms: number): number => Math.floor(ms * 0.6 + 0.5);

/** Options of a new match: the mode's own, with the player's handling fixed for the whole match. */
export function optionsFor(mode: Mode, settings: Handling): TetrisOptions & JsonObject {
  const { das, arr, sdf, dcd, cancel, safelock, irs, ihs } = settings;
  const handling = {
    arr: msToTicks(arr),
    cancel,
    das: msToTicks(das),
    dcd: msToTicks(dcd),
    ihs,
    irs,
    safelock: msToTicks(safelock),
    sdf: sdf >= instantSoftDrop ? 0 : sdf,
  };
  return { ...defaultOptions(mode), handling };
}
