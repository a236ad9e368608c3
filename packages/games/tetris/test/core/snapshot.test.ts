import { unwrap } from "@replayground/kernel";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { advance } from "../../src/core/advance.ts";
import type { BagSource } from "../../src/core/bag.ts";
import { formatBoard } from "../../src/core/board.ts";
import { clearKinds } from "../../src/core/clear.ts";
import { type Core, cloneCore, createCore } from "../../src/core/core.ts";
import { insertGarbage, resetBoard } from "../../src/core/garbage.ts";
import { defaultHandling } from "../../src/core/handling.ts";
import { type Key, keyBit, keyNames } from "../../src/core/keys.ts";
import { lockPiece } from "../../src/core/lock.ts";
import { minstdSeed } from "../../src/core/minstd.ts";
import { pressKey, releaseKey } from "../../src/core/press.ts";
import { marathon, versus, zen } from "../../src/core/profiles.ts";
import { readCore, writeCore } from "../../src/core/snapshot.ts";
import { decodeCore, encodeCore, viewOf } from "../../src/core/snapshot-bytes.ts";
import { maxCoreBytes, place } from "../../src/core/snapshot-layout.ts";
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

const setup = { profile: zen, handling: defaultHandling };

function started(): Core {
  const core = createCore({ ...setup, bags: { kind: "native", words: [1, 2, 3, 4] } });
  spawnPiece(core);
  return core;
}

function reasonOf(bytes: Uint8Array): string | null {
  const decoded = decodeCore(setup, bytes);
  return decoded.ok ? null : decoded.error.reason;
}

/** The bytes of a core with one of them changed. */
function forged(core: Core, at: number, value: number): Uint8Array {
  const bytes = encodeCore(core);
  bytes[at] = value;
  return bytes;
}

test("damaged bytes are refused or give a core that is written like them, never an exception", () => {
  const core = started();
  core.board.setCell(2, 0, 6);
  const { length } = encodeCore(core);
  let refused = 0;
  fc.assert(
    fc.property(fc.nat({ max: length - 1 }), fc.nat({ max: 255 }), (at, value) => {
      const damaged = forged(core, at, value);
      const decoded = decodeCore(setup, damaged);
      if (decoded.ok) expect(encodeCore(decoded.value)).toEqual(damaged);
      else refused += 1;
    }),
    { numRuns: 1000 },
  );
  expect(refused).toBeGreaterThan(200);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), (any) => void decodeCore(setup, any)));
});

test("why bytes are refused is said", () => {
  const core = started();
  const bytes = encodeCore(core);
  expect(reasonOf(bytes)).toBeNull();
  for (let length = 0; length < bytes.length; length++) expect(reasonOf(bytes.slice(0, length))).toBe("length");
  expect(reasonOf(Uint8Array.from([...bytes, 0, 0, 0, 0]))).toBe("length");
  expect(reasonOf(forged(core, place.status, 9))).toBe("version");
  expect(reasonOf(forged(core, place.status + 1, 7))).toBe("phase");
  expect(reasonOf(forged(core, place.status + 3, 0xff))).toBe("board");
});

test("what no core is written like is refused: negative counts, doubles that are no counts, bits without a meaning", () => {
  const core = started();
  const sign = 0x80;
  for (const count of [place.pieces, place.fallen, place.clears + 44]) {
    expect(reasonOf(forged(core, count + 3, sign))).toBe("form");
  }
  const half = forged(core, place.score, 0);
  for (const value of [0.5, -0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    viewOf(half).setFloat64(place.score, value, true);
    expect([value, reasonOf(half)]).toEqual([value, "form"]);
  }
  expect(reasonOf(forged(core, place.source, 4))).toBe("form");
  expect(reasonOf(forged(core, place.next + 3, 1))).toBe("form");
  core.board.setCell(3, 0, 1);
  expect(reasonOf(forged(core, place.rows + 3, 0x40))).toBe("form");
  expect(reasonOf(forged(core, place.rows + 4, 4))).toBe("board");
});

test("numbers past 31 and 32 bits are exact, in clocks and score", () => {
  for (const value of [2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32 + 5, 2 ** 40 + 1, Number.MAX_SAFE_INTEGER]) {
    const core = Object.assign(started(), { tick: value, spawnAt: value - 1, safeUntil: value - 2, score: value - 3 });
    const decoded = unwrap(decodeCore(setup, encodeCore(core)));
    expect([decoded.tick, decoded.spawnAt, decoded.safeUntil, decoded.score]).toEqual(
      [0, 1, 2, 3].map((k) => value - k),
    );
  }
});

test("the parts of the head stand side by side: none on another, nothing between", () => {
  const doubles = new Set<number>([place.tick, place.spawnAt, place.safeUntil, place.score]);
  const bytesAt = (at: number): number =>
    doubles.has(at) ? 8 : at === place.random ? 16 : at === place.clears ? 4 * clearKinds.length : 4;
  let end = 0;
  for (const at of Object.values(place)) {
    expect(at).toBe(end);
    end += bytesAt(at);
  }
});

test("one core serves for any number of positions, and what is kept beside the rows comes back", () => {
  const view = new DataView(new ArrayBuffer(maxCoreBytes));
  const target = started();
  const beside: number[] = [];
  fc.assert(
    fc.property(sources, steps, (bags, played) => {
      const core = createCore({ ...setup, bags });
      for (const step of played) play(core, step);
      const kept = Array.from({ length: core.board.height }, (_, y) => (y * 77_777 + 1) & 0xf_ffff);
      const other = cloneCore(target);
      const before = encodeCore(other);
      const end = writeCore(core, view, kept);
      expect(readCore(target, view, beside)).toBe(end);
      expect(encodeCore(target)).toEqual(encodeCore(core));
      expect(beside).toEqual(kept);
      // A clone of the target keeps what it was cloned from.
      expect(encodeCore(other)).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test("nothing of the position before shines through: higher rows, other sources", () => {
  const view = new DataView(new ArrayBuffer(maxCoreBytes));
  const target = started();
  for (let y = 0; y < 30; y++) target.board.setCell(y % 10, y, 7);
  const words = [1, 2, 3, 4] as const;
  const natives = [0, 1, 2, 3].map((changed): BagSource => {
    const [a, b, c, d] = words.map((value, index) => (index === changed ? 0xffff_fff0 : value));
    return { kind: "native", words: [a ?? 0, b ?? 0, c ?? 0, d ?? 0] };
  });
  const all: readonly BagSource[] = [
    ...natives.flatMap((source): readonly BagSource[] => [{ kind: "native", words }, source]),
    { kind: "minstd", state: 77, stride: true },
    { kind: "minstd", state: 77, stride: false },
    { kind: "dealt" },
    { kind: "native", words },
  ];
  for (const bags of all) {
    const core = createCore({ ...setup, bags: { kind: "dealt" } });
    core.queue.source = bags;
    core.board.setCell(1, 0, 5);
    writeCore(core, view, [0]);
    readCore(target, view, []);
    expect(target.queue).toEqual(core.queue);
    expect(target.board).toEqual(core.board);
  }
});
