import { createHash } from "node:crypto";
import { bytesToWords } from "@replayground/kernel";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  cancelAttack,
  type GarbageEntry,
  type GarbageQueue,
  insertAtLock,
  isOpenerPhase,
  pendingRows,
  withEntry,
} from "../../src/versus/garbage-queue.ts";
import { type HoleState, nextEntryColumn, rowColumns } from "../../src/versus/hole.ts";
import { guidelineRules, tetris99Rules, versusRules } from "../../src/versus/rules.ts";
import { readFixture } from "../fixtures.ts";

function entry(id: number, rows: number, activeAt = 0): GarbageEntry {
  return { id, from: 1, rows, receivedAt: 0, activeAt, column: id };
}

const brief = (queue: GarbageQueue): string => queue.map(({ id, rows }) => `${id}:${rows}`).join(" ");

test("attacks cancel the oldest garbage first, part by part", () => {
  const queue = [entry(1, 3), entry(2, 4)];
  const out = cancelAttack(queue, [
    { reason: "main", rows: 5 },
    { reason: "perfect_clear", rows: 10 },
  ]);
  expect(brief(out.queue)).toBe("");
  expect(out).toMatchObject({ cancelled: 7, sent: [{ reason: "perfect_clear", rows: 8 }] });
  const some = cancelAttack(queue, [{ reason: "main", rows: 5 }]);
  expect(brief(some.queue)).toBe("2:2");
  expect(some.sent).toEqual([]);
});

test("opener phase: each row cancels two", () => {
  expect(isOpenerPhase({ pieces: 13, pending: 4, sentSoFar: 4 })).toBe(true);
  expect(isOpenerPhase({ pieces: 14, pending: 4, sentSoFar: 4 })).toBe(false);
  expect(isOpenerPhase({ pieces: 2, pending: 3, sentSoFar: 4 })).toBe(false);
  const out = cancelAttack([entry(1, 5)], [{ reason: "main", rows: 4 }], true);
  expect(out).toMatchObject({ queue: [], cancelled: 5, sent: [{ rows: 1 }] });
});

test("cancelling neither makes nor loses rows", () => {
  const parts = fc.array(fc.record({ reason: fc.constant("main" as const), rows: fc.integer({ min: 1, max: 12 }) }));
  const queues = fc.array(fc.integer({ min: 1, max: 12 })).map((list) => list.map((rows, id) => entry(id, rows)));
  fc.assert(
    fc.property(queues, parts, (queue, attack) => {
      const out = cancelAttack(queue, attack);
      const rows = attack.reduce((sum, part) => sum + part.rows, 0);
      const sent = out.sent.reduce((sum, part) => sum + part.rows, 0);
      expect(sent + out.cancelled).toBe(rows);
      expect(pendingRows(out.queue) + out.cancelled).toBe(pendingRows(queue));
      if (sent > 0) expect(out.queue).toEqual([]);
    }),
  );
});

test("a lock takes in what is active, in order of activation, up to the cap", () => {
  const queue = [entry(1, 3, 900), entry(2, 6, 400), entry(3, 4, 300)];
  const rules = versusRules.garbage;
  const early = insertAtLock(queue, { tick: 299, isClearing: false }, rules);
  expect(early.runs).toEqual([]);
  const lock = insertAtLock(queue, { tick: 400, isClearing: false }, rules);
  expect(lock.runs.map(({ id, rows, column }) => [id, rows, column])).toEqual([
    [3, 4, 3],
    [2, 4, 2],
  ]);
  expect(brief(lock.queue)).toBe("1:3 2:2");
});

test("a clearing lock keeps garbage out under full blocking, not under limited", () => {
  const queue = [entry(1, 3)];
  const clearing = { tick: 10, isClearing: true };
  expect(insertAtLock(queue, clearing, versusRules.garbage)).toEqual({ queue, runs: [] });
  expect(insertAtLock(queue, clearing, guidelineRules.garbage).runs).toHaveLength(1);
});

test("a queue limit cuts what does not fit", () => {
  const rules = tetris99Rules.garbage;
  const full = withEntry(withEntry([], entry(1, 9), rules), entry(2, 9), rules);
  expect(brief(full)).toBe("1:9 2:3");
  expect(brief(withEntry(full, entry(3, 1), rules))).toBe("1:9 2:3");
  expect(brief(withEntry([entry(1, 9)], entry(2, 9), versusRules.garbage))).toBe("1:9 2:9");
});

test("native holes: one draw per entry, as in the vectors", () => {
  const { vectors } = readFixture<{ vectors: { seed: string; garbageFirst10Columns: number[] }[] }>(
    "native_rng_vectors",
  );
  for (const { seed, garbageFirst10Columns } of vectors) {
    const words = bytesToWords(createHash("sha256").update(`${seed}|garbage:p1`).digest());
    let state: HoleState = { words, column: null };
    const columns = garbageFirst10Columns.map(() => {
      const next = nextEntryColumn(state, versusRules.garbage);
      state = next;
      return next.column;
    });
    expect(columns).toEqual(garbageFirst10Columns);
  }
});

test("messiness: never, always, never the same", () => {
  const state: HoleState = { words: [1, 2, 3, 4], column: 6 };
  const rules = versusRules.garbage;
  expect(nextEntryColumn(state, { ...rules, change: 0 }).column).toBe(6);
  expect(rowColumns(state, { rows: 5, column: 3 }, rules).columns).toEqual([3, 3, 3, 3, 3]);
  const messy = rowColumns(state, { rows: 200, column: 3 }, { ...rules, inner: 100, noSame: true }).columns;
  for (let row = 1; row < messy.length; row++) expect(messy[row]).not.toBe(messy[row - 1]);
  expect(new Set(messy).size).toBe(10);
  const some = rowColumns(state, { rows: 1000, column: 3 }, { ...rules, inner: 30, noSame: true }).columns;
  const moves = some.filter((column, row) => row > 0 && column !== some[row - 1]).length;
  expect(moves).toBeGreaterThan(250);
  expect(moves).toBeLessThan(350);
});
