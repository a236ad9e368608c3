import { describe, expect, it } from "vitest";
import { assertNever, err, invariant, ok, unwrap } from "../src/index.ts";

describe("results", () => {
  it("carry a value or an error", () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(err({ kind: "late" })).toEqual({ ok: false, error: { kind: "late" } });
  });

  it("that must have succeeded are unwrapped, or the program is wrong and says how", () => {
    expect(unwrap(ok(1))).toBe(1);
    expect(() => unwrap(err({ kind: "late", now: 7 }))).toThrow('unwrap: {"kind":"late","now":7}');
  });
});

describe("invariants", () => {
  it("throw only where they are broken, and name themselves", () => {
    expect(() => invariant(true, "the sky is up")).not.toThrow();
    expect(() => invariant(false, "the sky is up")).toThrow("Broken invariant: the sky is up");
  });

  it("a union member that nobody handled is named", () => {
    expect(() => assertNever({ type: "unheard_of" } as never)).toThrow('Unexpected value: {"type":"unheard_of"}');
  });
});
