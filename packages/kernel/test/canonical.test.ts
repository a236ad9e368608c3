import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesToAscii, canonicalBytes, parseJson, type CanonicalReason } from "../src/index.ts";

const text = (value: unknown): string => {
  const bytes = canonicalBytes(value);
  return bytes.ok ? bytesToAscii(bytes.value) : `${bytes.error.reason} at ${bytes.error.path}`;
};

const deep = (levels: number): unknown => (levels === 0 ? 0 : [deep(levels - 1)]);

describe("canonical bytes", () => {
  it.each<[unknown, string]>([
    [null, "null"],
    [true, "true"],
    [false, "false"],
    [0, "0"],
    [-1, "-1"],
    [9, "9"],
    [10, "10"],
    [2147483647, "2147483647"],
    [2147483648, "2147483648"],
    [-2147483648, "-2147483648"],
    [Number.MAX_SAFE_INTEGER, "9007199254740991"],
    [Number.MIN_SAFE_INTEGER, "-9007199254740991"],
    ["", '""'],
    ["a b~", '"a b~"'],
    ['"\\', '"\\"\\\\"'],
    ["</script>", '"</script>"'],
    [[], "[]"],
    [[1, [2, []]], "[1,[2,[]]]"],
    [{}, "{}"],
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    // RFC 8785, 3.2.3: keys sort by UTF-16 code units, so upper case stands before lower case and digits before both.
    [{ a: 1, B: 2, "1": 3, "10": 4, "2": 5, "": 6 }, '{"":6,"1":3,"10":4,"2":5,"B":2,"a":1}'],
    [Object.assign(Object.create(null), { z: 1 }), '{"z":1}'],
    [{ constructor: 1, toString: 2 }, '{"constructor":1,"toString":2}'],
    ["x".repeat(64), `"${"x".repeat(64)}"`],
    [deep(8), "[[[[[[[[0]]]]]]]]"],
  ])("%j", (value, expected) => {
    expect(text(value)).toBe(expected);
  });

  it.each<[unknown, CanonicalReason, string]>([
    [-0, "negative_zero", ""],
    [0.5, "not_an_integer", ""],
    [Number.NaN, "not_an_integer", ""],
    [Number.POSITIVE_INFINITY, "not_an_integer", ""],
    [2 ** 53, "unsafe_integer", ""],
    [-(2 ** 53), "unsafe_integer", ""],
    [1e21, "unsafe_integer", ""],
    ["x".repeat(65), "string_too_long", ""],
    ["\u0000", "not_printable_ascii", ""],
    ["\n", "not_printable_ascii", ""],
    ["\u007f", "not_printable_ascii", ""],
    ["\u00e9", "not_printable_ascii", ""],
    ["\ud800", "not_printable_ascii", ""],
    [undefined, "unsupported_type", ""],
    [1n, "unsupported_type", ""],
    [() => 0, "unsupported_type", ""],
    [Symbol("s"), "unsupported_type", ""],
    [new Date(0), "not_plain", ""],
    [new Map(), "not_plain", ""],
    [new Uint8Array(1), "not_plain", ""],
    [JSON.parse('{"__proto__":1}'), "forbidden_key", "__proto__"],
    [{ "\u00fc": 1 }, "not_printable_ascii", "\u00fc"],
    [{ a: undefined }, "unsupported_type", "a"],
    [{ data: { cells: [0, 1, 2, 0.5] } }, "not_an_integer", "data.cells[3]"],
    [[[{ a: [-0] }]], "negative_zero", "[0][0].a[0]"],
    [deep(9), "too_deep", "[0][0][0][0][0][0][0][0]"],
    [{ toJSON: () => 1 }, "unsupported_type", "toJSON"],
  ])("refuses %s by name: %s", (value, reason, path) => {
    expect(text(value)).toBe(`${reason} at ${path}`);
  });

  const ascii = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength: 64,
  });
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger().map((n) => n + 0),
      ascii,
      fc.array(tie("value"), { maxLength: 5 }),
      fc.dictionary(
        ascii.filter((key) => key !== "__proto__" && !/^\d+$/.test(key)),
        tie("value"),
        { maxKeys: 5 },
      ),
    ),
  })).value;

  it("round-trips, is independent of insertion order, and is what JSON.stringify writes for sorted keys", () => {
    fc.assert(
      fc.property(json, (value) => {
        const once = text(value);
        const back = parseJson(once, 1_000_000);
        expect(back.ok && text(back.value)).toBe(once);
        expect(JSON.stringify(sorted(value))).toBe(once);
      }),
    );
  });
});

describe("parseJson", () => {
  it.each([
    ["[".repeat(40_000), "not_canonical"],
    ["{", "not_json"],
    ['"\\u00e9"', "not_canonical"],
    ["1e400", "not_canonical"],
    [`"${"x".repeat(100)}"`, "not_canonical"],
    [" ".repeat(1001), "json_too_long"],
  ])("refuses %s", (source, kind) => {
    const parsed = parseJson(source, source.startsWith(" ") ? 1000 : 100_000);
    expect(!parsed.ok && parsed.error.kind).toBe(kind);
  });

  it("does not count brackets inside strings", () => {
    expect(parseJson('"[[[[[[[[[[[["', 100).ok).toBe(true);
  });
});

/** The same value with keys in code-unit order. Integer keys are left to the table above: engines enumerate them first. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(pairs.map(([key, member]) => [key, sorted(member)]));
}
