import { unwrap } from "@replayground/kernel";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { advance } from "../../src/core/advance.ts";
import type { BagSource } from "../../src/core/bag.ts";
import { formatBoard } from "../../src/core/board.ts";
import { type Core, cloneCore, createCore } from "../../src/core/core.ts";
import { Cursor } from "../../src/core/cursor.ts";
import { insertGarbage, resetBoard } from "../../src/core/garbage.ts";
import { defaultHandling } from "../../src/core/handling.ts";
import { type Key, keyBit, keyNames } from "../../src/core/keys.ts";
import { lockPiece } from "../../src/core/lock.ts";
import { minstdSeed } from "../../src/core/minstd.ts";
import { pressKey, releaseKey } from "../../src/core/press.ts";
import { marathon, versus, zen } from "../../src/core/profiles.ts";
import { decodeCore, encodeCore } from "../../src/core/snapshot.ts";
import { spawnPiece } from "../../src/core/spawn.ts";

interface Step {
  readonly after: number;
  readonly key: Key;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 40 }),
    key: fc.constantFrom(...keyNames, "hard" as const, "left" as const, "right" as const),
  }),
  { minLength: 20, maxLength: 150, size: "max" },
);

const sources: fc.Arbitrary<BagSource> = fc.oneof(
  fc
    .tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 0xffff_ffff }))
    .map((words): BagSource => ({ kind: "native", words })),
  fc.integer().map((seed): BagSource => ({ kind: "minstd", state: minstdSeed(seed), stride: true })),
);

/** Do what is due; garbage now and then, so that boards hold every kind of row. */
function settle(core: Core): void {
  for (let turn = 0; turn < 4; turn++) {
    if (core.phase === "locking") {
      const { piece, topOut } = lockPiece(core);
      if (topOut === null && piece === 5) insertGarbage(core, 1, core.tick % 10);
    }
    if (core.phase === "spawning") spawnPiece(core);
    if (core.phase === "over") resetBoard(core);
  }
}

function play(core: Core, { after, key }: Step): void {
  for (const end = core.tick + after; core.tick < end; ) {
    settle(core);
    advance(core, end);
  }
  settle(core);
  if ((core.held & keyBit[key]) === 0) pressKey(core, key);
  else releaseKey(core, key);
  settle(core);
}

const starts = fc.record({
  profile: fc.constantFrom(marathon, zen, versus, { ...zen, are: 20, lineDelay: 50 }),
  handling: fc.constantFrom(defaultHandling, { ...defaultHandling, das: 30, arr: 0, dcd: 10, sdf: "sonic" as const }),
  bags: sources,
});

test("bytes hold the whole state: decoded in the middle of a game, it goes on the same", () => {
  let locked = 0;
  fc.assert(
    fc.property(starts, steps, steps, (setup, before, after) => {
      const core = createCore(setup);
      for (const step of before) play(core, step);
      const bytes = encodeCore(core);
      locked += core.tally.pieces;
      const decoded = unwrap(decodeCore(setup, bytes));
      expect(encodeCore(decoded)).toEqual(bytes);
      const copy = cloneCore(core);
      for (const step of after) {
        play(core, step);
        play(decoded, step);
      }
      expect(encodeCore(decoded)).toEqual(encodeCore(core));
      expect(formatBoard(decoded.board)).toEqual(formatBoard(core.board));
      expect(decoded.score).toBe(core.score);
      // The clone that was taken is untouched by what came after.
      expect(encodeCore(copy)).toEqual(bytes);
    }),
    { numRuns: 150 },
  );
  expect(locked).toBeGreaterThan(500);
});

test("solid cells survive", () => {
  const core = createCore({ profile: zen, handling: defaultHandling, bags: { kind: "dealt" } });
  core.board.setCell(3, 0, 8);
  core.board.setCell(4, 1, 7);
  const decoded = unwrap(decodeCore({ profile: zen, handling: defaultHandling }, encodeCore(core)));
  expect(formatBoard(decoded.board)).toEqual(["...X......", "....g....."]);
});

test("damaged bytes are refused or give a core, never an exception", () => {
  const core = createCore({ profile: zen, handling: defaultHandling, bags: { kind: "native", words: [1, 2, 3, 4] } });
  spawnPiece(core);
  const bytes = encodeCore(core);
  const setup = { profile: zen, handling: defaultHandling };
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, value) => {
      const damaged = bytes.slice();
      damaged[at] = value;
      expect(typeof decodeCore(setup, damaged).ok).toBe("boolean");
    }),
  );
  fc.assert(fc.property(fc.uint8Array(), (any) => void decodeCore(setup, any)));
  const error = (reason: string): object => ({ ok: false, error: { type: "bad_snapshot", reason } });
  expect(decodeCore(setup, bytes.slice(0, -1))).toEqual(error("length"));
  expect(decodeCore(setup, Uint8Array.from([...bytes, 0]))).toEqual(error("length"));
  expect(decodeCore(setup, Uint8Array.from([9, ...bytes.slice(1)]))).toEqual(error("version"));
  expect(decodeCore(setup, Uint8Array.from([1, 7, ...bytes.slice(2)]))).toEqual(error("phase"));
});

test("integers of every length are read as they were written, singly and in runs", () => {
  const values = fc.array(fc.maxSafeNat(), { maxLength: 20 });
  fc.assert(
    fc.property(values, (ints) => {
      const single = new Cursor(new Uint8Array(200));
      for (const value of ints) single.putInt(value);
      const run = new Cursor(new Uint8Array(200));
      run.putInts(ints);
      expect(run.bytes).toEqual(single.bytes);
      const from = new Cursor(run.bytes);
      expect(ints.map(() => from.int())).toEqual(ints);
      expect(from.at).toBe(run.at);
    }),
  );
});
