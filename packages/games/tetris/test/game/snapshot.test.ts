import { createTestRandom } from "@replayground/engine/testing";
import { expect, test } from "vitest";
import { decodeState, encodeState } from "../../src/game/snapshot.ts";
import type { TetrisState } from "../../src/game/state.ts";
import { act } from "./player.ts";
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
  expect(back).toEqual(table.match.game);
  expect(back === null ? null : encodeState(back)).toEqual(bytes);
  expect(bytes.length).toBeLessThan(300);
});

test("garbage that waits is in it", () => {
  const table = played("sprint");
  const { game } = table.match;
  game.pending = [{ id: 300, rows: 4, active: 2 ** 40 }];
  expect(decoded(table, encodeState(game))?.pending).toEqual(game.pending);
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
