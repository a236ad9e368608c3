import { execute } from "@replayground/engine";
import { createTestRandom } from "@replayground/engine/testing";
import { toTick } from "@replayground/kernel";
import { expect, test } from "vitest";
import { fork } from "../../src/game/position.ts";
import { decodeState, encodeState, ordinaryBytes, readPosition, writePosition } from "../../src/game/snapshot.ts";
import { TetrisState } from "../../src/game/state.ts";
import { games } from "./laws.ts";
import { act, proposeInput } from "./player.ts";
import { begin, send, type Table } from "./table.ts";

function played(mode: string): Table {
  const drops = Array.from({ length: 8 }, (_, i) => [40 * i, act(i % 2 === 0 ? "HD" : "RW")] as const);
  return send(begin({ mode, inputMode: "actions" }), ...drops);
}

function decoded({ header, match }: Table, bytes: Uint8Array): TetrisState | null {
  return decodeState({ header, options: match.options }, bytes);
}

test.each(["marathon", "zen", "cheese"])("a snapshot of %s is exact, small and repeatable", (mode) => {
  const table = played(mode);
  const bytes = encodeState(table.match.game);
  const back = decoded(table, bytes);
  expect(back?.position).toEqual(table.match.game.position);
  expect(back === null ? null : encodeState(back)).toEqual(bytes);
  expect(bytes.length).toBeLessThan(400);
});

test("garbage that waits is in it", () => {
  const table = played("sprint");
  const position = fork(table.match.game.position);
  position.pending = [{ id: 300, rows: 4, active: 2 ** 40 }];
  position.sent = 7;
  expect(decoded(table, encodeState(TetrisState.of(position)))?.position).toEqual(position);
});

test.each(games.filter(({ variant }) => variant % 2 === 0))("no member of a position is forgotten: $name", (row) => {
  const { mode, inputMode, rules } = row;
  const table = begin({ mode, inputMode, rules, handling: { irs: "hold", dcd: 9 } }, { seed: 11 });
  const random = createTestRandom(11);
  let { match } = table;
  for (let i = 0; i < 150 && match.status === "running"; i++) {
    const command = proposeInput(match, random) ?? { type: "tick", seat: null, data: {} };
    ({ match } = execute(table.authority, match, command, toTick(match.at + random.below(40))));
    expect(decoded(table, encodeState(match.game))?.position).toEqual(match.game.position);
  }
});

test("bytes are refused, or are exactly what the state that they give is written as", () => {
  const table = played("cheese");
  const bytes = encodeState(table.match.game);
  const random = createTestRandom(3);
  let refused = 0;
  for (let i = 0; i < 4000; i++) {
    const bad = bytes.slice(0, random.below(8) === 0 ? random.below(bytes.length) : bytes.length);
    bad[random.below(bad.length)] = random.below(256);
    const state = decoded(table, bad);
    if (state === null) refused += 1;
    else expect(encodeState(state)).toEqual(bad);
  }
  expect(refused).toBeGreaterThan(500);
  for (let length = 0; length < bytes.length; length++) expect(decoded(table, bytes.slice(0, length))).toBeNull();
  expect(decoded(table, new Uint8Array([...bytes, 0]))).toBeNull();
  expect(decoded(table, new Uint8Array(4096).fill(255))).toBeNull();
});

test("dealt and drawn pieces are told apart", () => {
  const open = played("sprint");
  const dealt = begin({ mode: "sprint", inputMode: "actions" }, { committed: true });
  expect(decoded(dealt, encodeState(open.match.game))).toBeNull();
});

test("in place: one position holds one after another, and forks of it stay as they are", () => {
  const drops = Array.from({ length: 12 }, (_, i) => [40 * i, act(i % 3 === 0 ? "HD" : "RW")] as const);
  const starts = [1, 2, 3].map((seed) => begin({ mode: "cheese", inputMode: "actions" }, { seed }));
  const positions = starts.flatMap((start) => [start, send(start, ...drops)]).map(({ match }) => match.game.position);
  const waiting = fork(begin({ mode: "cheese", inputMode: "actions" }, { seed: 4 }).match.game.position);
  waiting.pending = [{ id: 1, rows: 4, active: 90 }];
  positions.push(waiting);
  const view = new DataView(new ArrayBuffer(ordinaryBytes + 100));
  for (const from of positions) {
    const target = fork(from);
    for (const position of positions) {
      const before = fork(target);
      const bytes = encodeState(TetrisState.of(fork(target)));
      const length = writePosition(position, view);
      expect(readPosition(target, view)).toBe(length);
      expect({ ...fork(target), rules: null }).toEqual({ ...fork(position), rules: null });
      expect(encodeState(TetrisState.of(before))).toEqual(bytes);
    }
  }
});
