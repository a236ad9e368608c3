import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteWriter, bytesEqual, type LogEvent } from "@replayground/kernel";
import { EventComparer, writeEvent } from "../src/index.ts";
import { sameJson, samePlainEvent } from "../src/same-json.ts";
import { anyEvent } from "./values.ts";

function bytesOf(event: LogEvent): Uint8Array {
  const writer = new ByteWriter();
  writeEvent(writer, event);
  return writer.take();
}

describe("sameJson", () => {
  test.each([
    [{ a: 1 }, { a: 1 }, true],
    [{ a: 1, b: [2, { c: "x" }] }, { a: 1, b: [2, { c: "x" }] }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1 }, { b: 1 }, false],
    [[1, 2], [1, 2, 3], false],
    [[1], { 0: 1 }, false],
    [{ 0: 1 }, [1], false],
    [null, {}, false],
    [0, false, false],
    ["1", 1, false],
    // The same bytes, but not certainly so: the caller then looks at the bytes.
    [{ b: 2, a: 1 }, { a: 1, b: 2 }, false],
  ] as const)("%j and %j: %s", (a, b, expected) => expect(sameJson(a, b)).toBe(expected));
});

describe("comparing events", () => {
  const comparer = new EventComparer();

  test("says what the canonical bytes say", () => {
    const check = (a: LogEvent, b: LogEvent): void => {
      const mixed: LogEvent = { ...a, data: b.data };
      for (const other of [a, b, mixed, { ...a, at: b.at }, { ...a, type: b.type }]) {
        const same = bytesEqual(bytesOf(a), bytesOf(other));
        expect(comparer.equals(a, other)).toBe(same);
        if (samePlainEvent(a, other)) expect(same).toBe(true);
      }
    };
    fc.assert(fc.property(anyEvent, anyEvent, check), { seed: 3, numRuns: 300 });
  });

  test("reads a parsed copy as the same", () => {
    const check = (event: LogEvent): void => {
      const copy = JSON.parse(JSON.stringify(event)) as LogEvent;
      expect(comparer.equals(event, copy)).toBe(true);
      expect(samePlainEvent(event, copy)).toBe(event.sealed === undefined);
    };
    fc.assert(fc.property(anyEvent, check), { seed: 4, numRuns: 200 });
  });
});
