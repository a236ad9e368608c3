import { createHash } from "node:crypto";
import { bytesToWords, Xoshiro128 } from "@replayground/kernel";
import { expect, test } from "vitest";
import { type BagSource, drawBag } from "../../src/core/bag.ts";
import { minstdSeed } from "../../src/core/minstd.ts";
import { pieceToName } from "../../src/core/piece.ts";
import { Queue } from "../../src/core/queue.ts";
import { readFixture } from "../fixtures.ts";

interface MinstdFile {
  readonly official: readonly {
    seed: number;
    rotateLeadingSZO: boolean;
    firstBagOfficial: string;
    computed21: string;
  }[];
  readonly replayed: readonly { seed: number; computed28: string }[];
  readonly computed: readonly { seed: number; computed21: string }[];
}

function deal(source: BagSource, count: number): string {
  const queue = new Queue(source);
  let text = "";
  for (let i = 0; i < count; i++) {
    const piece = queue.take();
    text += piece === null ? "-" : pieceToName(piece);
  }
  return text;
}

function minstd(seed: number, stride: boolean): BagSource {
  return { kind: "minstd", state: minstdSeed(seed), stride };
}

test("minstd bags: official first bags, replayed games, computed sequences", () => {
  const file = readFixture<MinstdFile>("bag_minstd");
  expect([file.official.length, file.replayed.length, file.computed.length]).toEqual([6, 24, 7]);
  for (const row of file.official) {
    const text = deal(minstd(row.seed, row.rotateLeadingSZO), 21);
    expect(text.slice(0, 7)).toBe(row.firstBagOfficial);
    expect(text).toBe(row.computed21);
  }
  for (const row of file.replayed) expect(deal(minstd(row.seed, false), 28)).toBe(row.computed28);
  for (const row of file.computed) expect(deal(minstd(row.seed, false), 21)).toBe(row.computed21);
});

interface NativeVector {
  readonly seed: string;
  readonly state: readonly string[];
  readonly first8: readonly number[];
  readonly bag28: string;
  readonly garbageFirst10Columns: readonly number[];
}

const { vectors } = readFixture<{ vectors: NativeVector[] }>("native_rng_vectors");

function stream(seed: string, name: string): ReturnType<typeof bytesToWords> {
  return bytesToWords(createHash("sha256").update(`${seed}|${name}`).digest());
}

test.each(vectors)("native streams of seed $seed", (vector) => {
  const bagWords = stream(vector.seed, "bag");
  expect(bagWords.map((word) => word.toString(16).padStart(8, "0"))).toEqual(vector.state);
  const random = new Xoshiro128(bagWords);
  expect(vector.first8.map(() => random.next())).toEqual(vector.first8);
  expect(deal({ kind: "native", words: bagWords }, 28)).toBe(vector.bag28);
  const garbage = new Xoshiro128(stream(vector.seed, "garbage:p1"));
  expect(vector.garbageFirst10Columns.map(() => garbage.below(10))).toEqual(vector.garbageFirst10Columns);
});

// tetris.fandom.com, Random_Generator
test("7-bag facts: at most 12 pieces between equal ones, S and Z at most 4 in a row, 13 in a row hold all", () => {
  const text = deal({ kind: "native", words: [1, 2, 3, 4] }, 7 * 2000);
  for (const letter of "IJLOSTZ") {
    const gaps = text.split(letter).slice(1, -1);
    expect(Math.max(...gaps.map((gap) => gap.length))).toBe(12);
  }
  expect(Math.max(...(text.match(/[SZ]+/g) ?? []).map((run) => run.length))).toBe(4);
  for (let i = 0; i + 13 <= text.length; i++) expect(new Set(text.slice(i, i + 13)).size).toBe(7);
});

test("the queue shows what it will deal, seven pieces ahead at least", () => {
  const queue = new Queue({ kind: "native", words: [5, 6, 7, 8] });
  queue.fill();
  for (let i = 0; i < 100; i++) {
    expect(queue.length).toBeGreaterThanOrEqual(8);
    const shown = [0, 1, 2, 3, 4, 5, 6].map((index) => queue.peek(index));
    const copy = queue.clone();
    expect(shown.map(() => copy.take())).toEqual(shown);
    queue.take();
  }
});

test("a dealt queue takes bags one by one and knows no more", () => {
  const queue = new Queue({ kind: "dealt" });
  expect(queue.take()).toBeNull();
  queue.deal([0, 1, 2, 3, 4, 5, 6]);
  expect(queue.isShort).toBe(true);
  queue.deal([6, 5, 4, 3, 2, 1, 0]);
  expect(queue.isShort).toBe(false);
  expect(Array.from({ length: 15 }, () => queue.take())).toEqual([0, 1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1, 0, null]);
});

test("drawing leaves the source as it was", () => {
  const source: BagSource = { kind: "native", words: [1, 2, 3, 4] };
  expect(drawBag(source)).toEqual(drawBag(source));
});
