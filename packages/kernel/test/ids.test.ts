import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createMatchId, hexToBytes, parseHex, parseMatchId, toHead, unwrap, type MatchId } from "../src/index.ts";

const bytes = (hex: string): Uint8Array => hexToBytes(unwrap(parseHex(hex, hex.length / 2)));
const time = (id: MatchId): number => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);

describe("match ids", () => {
  it("spell the example of RFC 9562, appendix A.6", () => {
    // unix_ts_ms 0x017F22E279B0 (2022-02-22 19:22:22 UTC), rand_a 0xCC3, rand_b 0b01, 0x8C4DC0C0C07398F.
    // The version and variant bits of the random bytes are overwritten, whatever they hold.
    for (const random of ["7cc398c4dc0c0c07398f", "0cc318c4dc0c0c07398f", "fcc3d8c4dc0c0c07398f"]) {
      expect(createMatchId(0x017f_22e2_79b0, bytes(random))).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    }
  });

  it.each([
    [0, "00".repeat(10), "00000000-0000-7000-8000-000000000000"],
    [2 ** 48 - 1, "ff".repeat(10), "ffffffff-ffff-7fff-bfff-ffffffffffff"],
    [1, "00".repeat(10), "00000000-0001-7000-8000-000000000000"],
    [2 ** 32, "00".repeat(10), "00010000-0000-7000-8000-000000000000"],
  ])("at %i ms with %s", (ms, random, id) => {
    expect(createMatchId(ms, bytes(random))).toBe(id);
  });

  it("are well-formed, carry their time and sort by it", () => {
    const ids = Array.from({ length: 500 }, (_, i) => createMatchId(1_700_000_000_000 + 7 * i, randomBytes(10)));
    for (const [i, id] of ids.entries()) {
      expect(parseMatchId(id)).toEqual({ ok: true, value: id });
      expect(time(id)).toBe(1_700_000_000_000 + 7 * i);
    }
    expect(ids.slice().sort((a, b) => (a < b ? -1 : 1))).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("take exactly ten random bytes", () => {
    for (const length of [0, 9, 11, 16]) {
      expect(() => createMatchId(0, new Uint8Array(length))).toThrow("10 random bytes");
    }
  });

  it("do not change the random bytes they are given", () => {
    const random = bytes("ff".repeat(10));
    createMatchId(0, random);
    expect(random).toEqual(bytes("ff".repeat(10)));
  });

  it.each<[string, unknown]>([
    ["upper case", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F"],
    ["version 4 (RFC 9562, A.3)", "919108f7-52d1-4320-9bac-f847db4148a8"],
    ["version 6 (A.5)", "1ec9414c-232a-6b00-b3c8-9f6bdeced846"],
    ["version 8 (B.1)", "2489e9ad-2ee2-8e00-8ec9-32d5f69181c0"],
    ["the nil UUID", "00000000-0000-0000-0000-000000000000"],
    ["the max UUID", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
    ["another variant", "017f22e2-79b0-7cc3-d8c4-dc0c0c07398f"],
    ["no dashes", "017f22e279b07cc398c4dc0c0c07398f"],
    ["braces", "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}"],
    ["a digit too many", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0"],
    ["a line end", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n"],
    ["a space before", " 017f22e2-79b0-7cc3-98c4-dc0c0c07398f"],
    ["nothing", ""],
    ["no text", 7],
    ["a text object", Object("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")],
  ])("are refused for %s", (_name, text) => {
    expect(parseMatchId(text)).toEqual({ ok: false, error: { kind: "bad_id", expected: "a UUIDv7 in lower case" } });
  });
});

describe("hexadecimal text", () => {
  it("is lower case and of the stated length", () => {
    expect(parseHex("00ff", 2)).toEqual({ ok: true, value: "00ff" });
    expect(parseHex("", 0)).toEqual({ ok: true, value: "" });
  });

  it.each<[unknown, number]>([
    ["00FF", 2],
    ["00f", 2],
    ["00ff", 1],
    ["00ff", 3],
    ["0x00", 2],
    ["00f\n", 2],
    ["00g0", 2],
    [["00ff"], 2],
    [null, 0],
  ])("%j is not %i bytes", (text, length) => {
    expect(parseHex(text, length)).toEqual({
      ok: false,
      error: { kind: "bad_id", expected: `${length} bytes in lower-case hexadecimal` },
    });
  });
});

describe("heads", () => {
  it("have 32 bytes", () => {
    const bytes32 = new Uint8Array(32);
    expect(toHead(bytes32)).toBe(bytes32);
    for (const length of [0, 31, 33]) expect(() => toHead(new Uint8Array(length))).toThrow("a head has 32 bytes");
  });
});
