import { describe, expect, it } from "vitest";
import { MAX_DEPTH, MAX_STRING, parseJson } from "../src/index.ts";

const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
const objects = (levels: number): string => '{"a":'.repeat(levels) + "0" + "}".repeat(levels);

describe("the limits of JSON from outside", () => {
  it.each<[string, string, number]>([
    ["as long as allowed", "[1,2]", 5],
    ["as deep as allowed", nested(MAX_DEPTH), 100],
    ["objects as deep as allowed", objects(MAX_DEPTH), 100],
    ["a string as long as allowed", `"${"x".repeat(MAX_STRING)}"`, 100],
    ["the largest integer", "9007199254740991", 100],
    ["the smallest integer", "-9007199254740991", 100],
    ["an integer spelled with an exponent", "1e3", 100],
    ["an integer spelled with a fraction of nothing", "1.0", 100],
    ["white space around", " \n\t1 ", 100],
    ["an escape of printable ASCII", '"\\u0041\\/"', 100],
    ["brackets inside a string, after an escaped quote", '"\\"[[[[[[[[[["', 100],
    ["a backslash before the closing quote", '["\\\\",[]]', 100],
  ])("%s passes", (_name, text, limit) => {
    expect(parseJson(text, limit)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  it.each<[string, string, number, object]>([
    ["a character too long", "[1,2]", 4, { kind: "json_too_long", limit: 4 }],
    ["a level too deep", nested(MAX_DEPTH + 1), 100, { kind: "not_canonical", reason: "too_deep", path: "" }],
    ["objects a level too deep", objects(MAX_DEPTH + 1), 100, { kind: "not_canonical", reason: "too_deep", path: "" }],
    [
      "deep enough to exhaust a stack",
      nested(1_000_000),
      2_000_000,
      { kind: "not_canonical", reason: "too_deep", path: "" },
    ],
    [
      "deep and never closed",
      "[".repeat(1_000_000),
      2_000_000,
      { kind: "not_canonical", reason: "too_deep", path: "" },
    ],
    [
      "a string too long",
      `["${"x".repeat(MAX_STRING + 1)}"]`,
      100,
      { kind: "not_canonical", reason: "string_too_long", path: "[0]" },
    ],
    [
      "an integer too large",
      '{"n":9007199254740993}',
      100,
      { kind: "not_canonical", reason: "unsafe_integer", path: "n" },
    ],
    ["a fraction", '{"a":[0,0.1]}', 100, { kind: "not_canonical", reason: "not_an_integer", path: "a[1]" }],
    ["minus zero", "-0", 100, { kind: "not_canonical", reason: "negative_zero", path: "" }],
    ["a number too large to be one", "1e999", 100, { kind: "not_canonical", reason: "not_an_integer", path: "" }],
    ["a letter with an accent", '"\u00e9"', 100, { kind: "not_canonical", reason: "not_printable_ascii", path: "" }],
    ["a lone surrogate, escaped", '"\\ud800"', 100, { kind: "not_canonical", reason: "not_printable_ascii", path: "" }],
    [
      "a control character, escaped",
      '"\\u0000"',
      100,
      { kind: "not_canonical", reason: "not_printable_ascii", path: "" },
    ],
    [
      "a key that is the prototype",
      '{"__proto__":{"a":1}}',
      100,
      { kind: "not_canonical", reason: "forbidden_key", path: "__proto__" },
    ],
    ["nothing", "", 100, { kind: "not_json" }],
    ["a comma too many", "[1,]", 100, { kind: "not_json" }],
    ["single quotes", "'a'", 100, { kind: "not_json" }],
    ["two values", "1 2", 100, { kind: "not_json" }],
    ["a byte order mark", "\ufeff1", 100, { kind: "not_json" }],
    ["NaN", "NaN", 100, { kind: "not_json" }],
  ])("%s is refused by name", (_name, text, limit, error) => {
    expect(parseJson(text, limit)).toEqual({ ok: false, error });
  });

  it("takes the last of two members with one name, as every JSON reader does; its bytes then have one", () => {
    expect(parseJson('{"a":1,"a":2}', 100)).toEqual({ ok: true, value: { a: 2 } });
  });

  it("never lets a parsed key reach a prototype", () => {
    const parsed = parseJson('{"constructor":{"prototype":1},"toString":2}', 100);
    expect(parsed.ok && JSON.stringify(parsed.value)).toBe('{"constructor":{"prototype":1},"toString":2}');
    expect(Object.prototype.toString.call({})).toBe("[object Object]");
  });
});
