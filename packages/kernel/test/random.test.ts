import { nodeHash } from "@replayground/hash/node";
import { describe, expect, it } from "vitest";
import { Xoshiro128, asciiToBytes, bytesToWords, deriveStream, hashText, shuffle, type Hex } from "../src/index.ts";

describe("xoshiro128**", () => {
  it("first words of state 1,2,3,4 (reference implementation of Blackman and Vigna)", () => {
    const random = new Xoshiro128([1, 2, 3, 4]);
    const words = Array.from({ length: 10 }, () => random.next());
    expect(words).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it("carries its state in and out", () => {
    const first = new Xoshiro128([7, 7, 7, 7]);
    first.next();
    const second = new Xoshiro128(first.words());
    expect(second.next()).toBe(first.next());
  });

  it("below(n) is uniform: 70,000 draws of 0..6, chi-square under 22.5 (6 degrees, p = 0.001)", () => {
    const random = new Xoshiro128([1, 2, 3, 4]);
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i++) {
      const value = random.below(7);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    expect(counts.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(22.5);
  });

  it("below(n) draws again over the last multiple of n", () => {
    // 2^31 + 1 fits once into 2^32: about half of all words are refused.
    const random = new Xoshiro128([1, 2, 3, 4]);
    for (let i = 0; i < 1000; i++) expect(random.below(0x8000_0001)).toBeLessThan(0x8000_0001);
  });
});

describe("streams", () => {
  const secret = "00".repeat(32) as Hex;

  it("is frozen: the words of a stream follow from this text alone", () => {
    const words = deriveStream(nodeHash, { secret, nonces: [] }, { name: "bag", round: 0 });
    const digest = nodeHash.sha256(asciiToBytes(`replayground/rng/1\n${secret}||bag|0`));
    expect(words).toEqual(bytesToWords(digest));
    expect(words).toEqual([2790227384, 449707320, 3644605053, 4283300890]);
  });

  it("differs by name, round, nonce and secret", () => {
    const source = { secret, nonces: [] };
    const seen = new Set(
      [
        deriveStream(nodeHash, source, { name: "bag", round: 0 }),
        deriveStream(nodeHash, source, { name: "bag", round: 1 }),
        deriveStream(nodeHash, source, { name: "garbage", round: 0 }),
        deriveStream(nodeHash, { secret, nonces: ["00" as Hex] }, { name: "bag", round: 0 }),
        deriveStream(nodeHash, { secret: hashText(nodeHash, "x"), nonces: [] }, { name: "bag", round: 0 }),
      ].map((words) => words.join()),
    );
    expect(seen.size).toBe(5);
  });

  it("never starts from the all-zero state", () => {
    expect(bytesToWords(new Uint8Array(16))).toEqual([1, 0, 0, 0]);
  });

  it("shuffles in a frozen order", () => {
    const items = [..."IJLOSTZ"];
    shuffle(new Xoshiro128([1, 2, 3, 4]), items);
    expect(
      items
        .slice()
        .sort((a, b) => (a < b ? -1 : 1))
        .join(""),
    ).toBe("IJLOSTZ");
    expect(items.join("")).toBe("JOLSZIT");
  });
});
