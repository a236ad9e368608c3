import { canonicalBytes, bytesToAscii, unwrap } from "@replayground/kernel";
import { expect, test } from "vitest";
import { defaultOptions, modes, parseOptions } from "../../src/game/options.ts";

test.each(modes)("the defaults of %s are complete, canonical and their own normal form", (mode) => {
  const options = defaultOptions(mode);
  expect(options.mode).toBe(mode);
  expect(parseOptions(options)).toEqual({ ok: true, value: options });
  expect(JSON.stringify(options)).toBe(bytesToAscii(unwrap(canonicalBytes(options))));
});

test("handling defaults are the guideline's hints: DAS 10 frames, ARR 2 frames, soft drop 20 times", () => {
  expect(defaultOptions("marathon").handling).toMatchObject({ das: 100, arr: 20, sdf: 20, dcd: 0 });
});

test("absent options are those of a marathon by keys", () => {
  expect(parseOptions({})).toEqual({ ok: true, value: defaultOptions("marathon") });
});

test.each([
  [{ mode: "marathon", level: 15 }],
  [{ mode: "ultra", level: 20 }],
  [{ mode: "cheese", cheese: 100 }],
  [{ mode: "zen", rules: { kicks: "SRS", halfTurn: "none", gravity: 0 } }],
  [{ handling: { das: 0, arr: 0, sdf: 0, dcd: 300 } }],
  [{ mode: "marathon", rules: { levels: "variable" } }],
])("accepts %j", (options) => {
  expect(parseOptions(options)).toMatchObject({ ok: true, value: options });
});

test.each([
  ["an unknown mode", { mode: "blitz" }, "mode"],
  ["an unknown name", { speed: 3 }, "speed"],
  ["an unknown setting", { handling: { sds: 3 } }, "handling.sds"],
  ["a level above the mode's", { mode: "marathon", level: 16 }, "level"],
  ["a level where there are none", { mode: "sprint", level: 2 }, "level"],
  ["variable levels where there are none", { mode: "sprint", rules: { levels: "variable" } }, "rules.levels"],
  ["cheese outside its mode", { mode: "zen", cheese: 10 }, "cheese"],
  ["no cheese in its mode", { mode: "cheese", cheese: 0 }, "cheese"],
  ["more than half a second of DAS", { handling: { das: 301 } }, "handling.das"],
  ["a fraction", { handling: { arr: 1.5 } }, "handling.arr"],
  ["a negative time", { handling: { dcd: -1 } }, "handling.dcd"],
  ["a soft drop over 40", { handling: { sdf: 41 } }, "handling.sdf"],
  ["a word for a number", { level: "3" }, "level"],
  ["no preview at all", { rules: { previews: 0 } }, "rules.previews"],
  ["a list", [], ""],
  ["nothing", null, ""],
])("refuses %s", (_, options, path) => {
  expect(parseOptions(options)).toMatchObject({ ok: false, error: { kind: "bad_options", path } });
});
