import { expect, test } from "vitest";
import { formatBoard } from "../../src/core/board.ts";
import { keyBit } from "../../src/core/keys.ts";
import { cellAt, joinsOf, pieceCells, type TetrisView, viewOf } from "../../src/game/view.ts";
import { act, down, up } from "./player.ts";
import { arrange, begin, send, type Table } from "./table.ts";

const actions = { inputMode: "actions" };

function view(table: Table): TetrisView {
  return viewOf(table.match.game);
}

test("a fresh marathon, member by member: nothing else is shown", () => {
  const table = arrange(begin({ mode: "marathon", ...actions }), { piece: "T" });
  expect(view(table)).toEqual({
    mode: "marathon",
    phase: "falling",
    board: table.match.game.core.board,
    joins: [],
    active: { piece: 5, rotation: 0, x: 4, y: 19, ghostY: 0 },
    hold: null,
    canHold: true,
    held: 0,
    next: expect.any(Array),
    tick: 0,
    score: 0,
    level: 1,
    lines: 0,
    goal: { kind: "lines", target: 150, done: 0 },
    combo: -1,
    b2b: -1,
    pieces: 0,
    faults: 0,
    garbageLines: 0,
    boardResets: 0,
    pendingGarbage: 0,
    lockTimer: 0,
    lockTicks: 300,
    topOut: null,
    finish: null,
  });
});

test.each([1, 3, 5, 6])("of the future, %i pieces are shown", (previews) => {
  const table = begin({ mode: "sprint", ...actions, rules: { previews } });
  const shown = view(table).next;
  expect(shown).toHaveLength(previews);
  const after = send(table, ...shown.map((_, i) => [i, act("HD")] as const));
  expect(view(after).active?.piece).toBe(shown[previews - 1]);
});

test("two states that differ only in what is hidden look the same", () => {
  const table = begin({ mode: "sprint" });
  const other = arrange(table, {
    edit: (core) => {
      core.queue.source = { kind: "native", words: [9, 8, 7, 6] };
      core.queue.next ^= core.queue.next === 0 ? 0 : 1 << 20;
      core.leftCharge = 7;
    },
  });
  expect(view(other)).toEqual(view(table));
});

test("the board stays the same object from lock to lock, and the one before stays as it was", () => {
  const table = arrange(begin({ mode: "sprint", ...actions }), { piece: "O" });
  const first = view(table).board;
  const moved = send(table, [10, act("L")], [20, act("H")]);
  expect(view(moved).board).toBe(first);
  const locked = send(moved, [30, act("HD")]);
  expect(view(locked).board).not.toBe(first);
  expect(first.height).toBe(0);
});

test("cells, joins and the shape of a piece can be read from a view", () => {
  const table = arrange(begin({ mode: "cheese", cheese: 3, ...actions }), { piece: "O" });
  const after = view(send(table, [1, act("LW")], [2, act("HD")]));
  const { board } = table.match.game.core;
  expect(formatBoard(board).map((line) => line.length)).toEqual([10, 10, 10]);
  const square = [0, 1].flatMap((x) => [after.board.height - 1, after.board.height - 2].map((y) => [x, y] as const));
  expect(square.map(([x, y]) => cellAt(after.board, x, y))).toEqual([3, 3, 3, 3]);
  expect(square.every(([x, y]) => joinsOf(after, x, y) !== 0)).toBe(true);
  expect(cellAt(after.board, 9, 19)).toBeNull();
  expect(pieceCells(3, 0)).toEqual(pieceCells(3, 2));
});

test("the keys held down are seen, by their bits", () => {
  const table = send(begin({ mode: "sprint" }), [0, down("left")], [1, down("cw")], [2, up("left")]);
  expect(view(table).held).toBe(keyBit.cw);
});

test("cheese waits below, and the goal counts what is gone", () => {
  const shown = view(begin({ mode: "cheese", cheese: 18, ...actions }));
  expect(shown).toMatchObject({ pendingGarbage: 8, goal: { kind: "garbage", target: 18, done: 0 } });
});

test("nothing is in play when the game is over", () => {
  const table = arrange(begin({ mode: "sprint", ...actions }), { edit: (core) => void (core.tally.lines = 40) });
  expect(view(send(table, [1, act("HD")]))).toMatchObject({ active: null, finish: "goal" });
});
