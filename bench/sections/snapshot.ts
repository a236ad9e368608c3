import { createMatch, execute, type MatchState } from "@replayground/engine";
import { createTestMatch, createTestRandom } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { type Header, invariant, toSeat, toTick, unwrap } from "@replayground/kernel";
import {
  type Action,
  fork,
  ordinaryBytes,
  type Position,
  readPosition,
  tetris,
  type TetrisTypes,
  writePosition,
} from "@replayground/tetris";
import { cloneCore, type Core, maxCoreBytes, readCore, writeCore } from "@replayground/tetris/core";
import { race } from "../harness/measure.ts";
import type { Section } from "../harness/types.ts";

/** Its `snapshot()` and `fromSnapshot()`, on the same kind of machine. */
const triangle = { name: "triangle", value: 173_000, source: "published" } as const;
const POSITIONS = 64;
/** Heights of a board in the middle of a game. */
const LOW = 10;
const HIGH = 17;
/** Several times through the positions per look at the clock. */
const TIMES = 20;

/** A round trip is one position written and read again, each time another one of the same game. */
export const snapshotSection: Section = {
  name: "snapshot",
  run: async () => {
    const { header, states } = midGame();
    const positions = states.map(({ game }) => game.position);
    const rates = race([
      { name: "core", batch: cores(positions.map(({ core }) => core)) },
      { name: "position", batch: inPlace(positions) },
      { name: "bytes", batch: bytes(header, states) },
      { name: "copy", batch: copies(positions) },
    ]);
    const unit = "round trips/s";
    const bar = { kind: "times_peer", value: 50 } as const;
    return [
      { what: "core, in place", value: rates.core, unit, peer: triangle, bar },
      { what: "position, in place", value: rates.position, unit, peer: triangle, bar },
      { what: "encodeState and decodeState, checked, with their memory", value: rates.bytes, unit, peer: triangle },
      { what: "copy of a position, no bytes", value: rates.copy, unit: "copies/s", peer: triangle },
    ];
  },
};

const turns: readonly Action[] = ["CW", "CCW", "L", "R", "LW", "RW"];

/** Positions of one game with boards of ordinary height, a piece apart. */
function midGame(): { readonly header: Header; readonly states: readonly MatchState<TetrisTypes>[] } {
  const options = { mode: "zen", inputMode: "actions" };
  const { authority, header } = createTestMatch(tetris, nodeHash, { seed: 2, options });
  const random = createTestRandom(2);
  const states: MatchState<TetrisTypes>[] = [];
  let { match } = unwrap(createMatch(authority, header));
  const act = (action: Action): void => {
    const command = { type: "input", seat: toSeat(0), data: { action } } as const;
    match = execute(authority, match, command, toTick(match.at + 10)).match;
  };
  while (states.length < POSITIONS) {
    for (let input = random.below(4); input > 0; input--) act(turns[random.below(turns.length)] ?? "L");
    const { height } = match.game.core.board;
    if (height >= LOW && height <= HIGH) states.push(match);
    act("HD");
  }
  return { header, states };
}

function repeat(work: (index: number) => void): () => number {
  return () => {
    for (let time = 0; time < TIMES; time++) for (let index = 0; index < POSITIONS; index++) work(index);
    return TIMES * POSITIONS;
  };
}

function cores(all: readonly Core[]): () => number {
  const view = new DataView(new ArrayBuffer(maxCoreBytes));
  const target = cloneCore(at(all, 0));
  const nothing = Array.from({ length: 40 }, () => 0);
  const beside: number[] = [];
  return repeat((index) => {
    writeCore(at(all, index), view, nothing);
    readCore(target, view, beside);
  });
}

function inPlace(positions: readonly Position[]): () => number {
  const view = new DataView(new ArrayBuffer(ordinaryBytes));
  const target = fork(at(positions, 0));
  return repeat((index) => {
    writePosition(at(positions, index), view);
    readPosition(target, view);
  });
}

function bytes(header: Header, states: readonly MatchState<TetrisTypes>[]): () => number {
  const setup = { header, options: at(states, 0).options };
  return repeat((index) => {
    const decoded = tetris.decodeState(setup, tetris.encodeState(at(states, index).game));
    invariant(decoded !== null, "a state decodes its own bytes");
  });
}

function copies(positions: readonly Position[]): () => number {
  return repeat((index) => void fork(at(positions, index)));
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  invariant(item !== undefined, "there are as many as were asked for");
  return item;
}
