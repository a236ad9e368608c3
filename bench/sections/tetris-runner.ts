import { createMatch, execute, type Authority, type MatchState } from "@replayground/engine";
import { createTestMatch } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { toSeat, toTick, unwrap, type Header } from "@replayground/kernel";
import { type Action, tetris, type TetrisCommand, type TetrisTypes } from "@replayground/tetris";
import { race } from "../harness/measure.ts";
import type { Section } from "../harness/types.ts";

const PIECES = 2000;
/** Ticks between two pieces: 60 of them a second, so that gravity has something to do. */
const PACE = 10;

const seat = toSeat(0);

/** Commands in, events out: every event folded, no log kept. */
export const tetrisRunner: Section = {
  name: "tetris-runner",
  run: async () => {
    const rates = race([
      { name: "drop", batch: player(() => ["HD"]) },
      { name: "move", batch: player((index) => [index % 2 === 0 ? "CW" : "CCW", sides[index % 4] ?? "L", "HD"]) },
    ]);
    const peer = { name: "triangle's engine alone", value: 142_000, source: "published" } as const;
    return [
      {
        what: "runner, hard-drop play",
        value: rates.drop,
        unit: "pieces/s",
        peer,
        bar: { kind: "at_least", value: 300_000 },
      },
      { what: "runner, turn, shift and drop", value: rates.move, unit: "pieces/s", peer },
    ];
  },
};

const sides: readonly Action[] = ["LW", "L", "RW", "R"];

function start(seed: number): { readonly authority: Authority<TetrisTypes>; readonly header: Header } {
  return createTestMatch(tetris, nodeHash, { seed, options: { mode: "zen", inputMode: "actions" } });
}

function player(plan: (index: number) => readonly Action[]): () => number {
  const { authority, header } = start(1);
  let match: MatchState<TetrisTypes> = unwrap(createMatch(authority, header)).match;
  let index = 0;
  return () => {
    for (let piece = 0; piece < PIECES; piece++, index++) {
      const at = toTick(match.at + PACE);
      for (const action of plan(index)) match = execute(authority, match, commandOf[action], at).match;
    }
    return PIECES;
  };
}

const commandOf: Readonly<Record<Action, TetrisCommand>> = {
  L: command("L"),
  R: command("R"),
  LW: command("LW"),
  RW: command("RW"),
  CW: command("CW"),
  CCW: command("CCW"),
  F: command("F"),
  SD: { type: "input", seat, data: { action: "SD", n: 1 } },
  SN: command("SN"),
  HD: command("HD"),
  H: command("H"),
};

function command(action: Action): TetrisCommand {
  return { type: "input", seat, data: { action } };
}
