import { nodeHash } from "@replayground/hash/node";
import {
  ByteWriter,
  CanonicalFault,
  MAX_EVENT_BYTES,
  bytesToAscii,
  canonicalBytes,
  unwrap,
  type Json,
  type LogEvent,
} from "@replayground/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventToJson, parseEvent, writeEvent } from "../src/index.ts";
import { createSampleLog } from "../src/testing/index.ts";
import { anyEvent, deep } from "./values.ts";

const spelled = (event: LogEvent): string => {
  const writer = new ByteWriter();
  writeEvent(writer, event);
  return bytesToAscii(writer.view());
};

describe("the bytes of an event", () => {
  it("are what the generic encoder writes, without the opened values", () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(spelled(event)).toBe(bytesToAscii(unwrap(canonicalBytes(eventToJson(event, false)))));
      }),
      { numRuns: 500 },
    );
    for (const event of createSampleLog(nodeHash, { seed: 1, length: 300 }).events) {
      expect(spelled(event)).toBe(bytesToAscii(unwrap(canonicalBytes(eventToJson(event, false)))));
    }
  });

  it("do not exist for data that is too deep as a part of the event", () => {
    const event = (levels: number): LogEvent => ({ ...base, data: { a: deep(levels) } }) as never;
    expect(spelled(event(6))).toContain("[[[[[[0]]]]]]");
    expect(() => spelled(event(7))).toThrow(CanonicalFault);
    expect(canonicalBytes(eventToJson(event(7), false)).ok).toBe(false);
  });
});

const base = { at: 40, data: { x: 1 }, seat: 0, seq: 7, type: "step" };
const digest = "ab".repeat(32);
const salt = "cd".repeat(16);

describe("parseEvent", () => {
  it("reads back every event with its opened values", () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(parseEvent(eventToJson(event, true), event.seq)).toEqual({ ok: true, value: event });
      }),
      { numRuns: 500 },
    );
  });

  it.each<[Json, string, string]>([
    [null, "", "not_an_object"],
    [[], "", "not_an_object"],
    ["event", "", "not_an_object"],
    [{}, "", "unknown_or_missing_member"],
    [{ ...base, more: 1 }, "", "unknown_or_missing_member"],
    [{ at: 40, data: {}, seat: 0, seq: 7 }, "", "unknown_or_missing_member"],
    [{ ...base, seq: -7 }, "seq", "not_a_count"],
    [{ ...base, seq: "7" }, "seq", "not_a_count"],
    [{ ...base, seq: 7.5 }, "seq", "not_a_count"],
    [{ ...base, at: -1 }, "at", "not_a_count"],
    [{ ...base, at: null }, "at", "not_a_count"],
    [{ ...base, at: 2 ** 53 }, "at", "not_a_count"],
    [{ ...base, data: null }, "data", "not_an_object"],
    [{ ...base, data: [1] }, "data", "not_an_object"],
    [{ ...base, seat: -1 }, "seat", "not_a_seat"],
    [{ ...base, seat: 64 }, "seat", "not_a_seat"],
    [{ ...base, seat: "0" }, "seat", "not_a_seat"],
    [{ ...base, type: "" }, "type", "not_a_name"],
    [{ ...base, type: "Step" }, "type", "not_a_name"],
    [{ ...base, type: "a b" }, "type", "not_a_name"],
    [{ ...base, type: `s${"x".repeat(64)}` }, "type", "not_a_name"],
    [{ ...base, type: 1 }, "type", "not_a_name"],
    [{ ...base, data: { x: 0.5 } }, "data.x", "not_an_integer"],
    [{ ...base, data: { x: [1, -0] } }, "data.x[1]", "negative_zero"],
    [{ ...base, data: { x: 2 ** 53 } }, "data.x", "unsafe_integer"],
    [{ ...base, data: { x: "\u00e9" } }, "data.x", "not_printable_ascii"],
    [{ ...base, data: { x: "y".repeat(65) } }, "data.x", "string_too_long"],
    [{ ...base, data: JSON.parse('{"__proto__":1}') }, "data.__proto__", "forbidden_key"],
    [{ ...base, data: { a: deep(7) } }, "data.a[0][0][0][0][0][0]", "too_deep"],
    [{ ...base, sealed: [] }, "sealed", "not_sealed_parts"],
    [{ ...base, sealed: null }, "sealed", "not_sealed_parts"],
    [{ ...base, sealed: [1] }, "sealed", "not_sealed_parts"],
    [{ ...base, sealed: [{ digest }] }, "sealed", "not_sealed_parts"],
    [{ ...base, sealed: [{ digest: digest.slice(2), to: 0 }] }, "sealed", "not_sealed_parts"],
    [{ ...base, sealed: [{ digest: digest.toUpperCase(), to: 0 }] }, "sealed", "not_sealed_parts"],
    [{ ...base, sealed: [{ digest, to: -1 }] }, "sealed", "not_sealed_parts"],
    [{ ...base, sealed: [{ digest, to: 0, more: 1 }] }, "sealed", "not_sealed_parts"],
    [{ ...base, sealed: [{ digest, to: 0, opened: null }] }, "sealed", "not_sealed_parts"],
    [{ ...base, sealed: [{ digest, to: 0, opened: { salt } }] }, "sealed", "not_sealed_parts"],
    [{ ...base, sealed: [{ digest, to: 0, opened: { salt: "x", value: 1 } }] }, "sealed", "not_sealed_parts"],
    [{ ...base, sealed: [{ digest, to: 0, opened: { salt, value: 1, more: 1 } }] }, "sealed", "not_sealed_parts"],
    [
      { ...base, sealed: [{ digest, to: 0, opened: { salt, value: { v: 0.5 } } }] },
      "sealed[0].opened.value.v",
      "not_an_integer",
    ],
    [{ ...base, sealed: Array.from({ length: 65 }, () => ({ digest, to: 0 })) }, "sealed", "not_sealed_parts"],
  ])("refuses %j by name", (value, path, reason) => {
    expect(parseEvent(value, 7)).toEqual({ ok: false, error: { kind: "bad_event", seq: 7, path, reason } });
  });

  it("names the sequence number it expected and the one it found", () => {
    expect(parseEvent(base, 8)).toEqual({ ok: false, error: { kind: "bad_sequence", seq: 8, found: 7 } });
  });

  it("bounds the canonical size, and that of opened values apart", () => {
    const data = (count: number) => ({ x: Array.from({ length: count }, () => "y".repeat(62)) });
    const fits = Math.floor((MAX_EVENT_BYTES - 100) / 65);
    expect(parseEvent({ ...base, data: data(fits) }, 7).ok).toBe(true);
    const large = { ok: false, error: { kind: "bad_event", seq: 7, path: "", reason: "too_large" } };
    expect(parseEvent({ ...base, data: data(fits + 3) }, 7)).toEqual(large);
    const opened = (count: number) => ({ ...base, sealed: [{ digest, to: 0, opened: { salt, value: data(count) } }] });
    expect(parseEvent(opened(2 * fits), 7).ok).toBe(true);
    expect(parseEvent(opened(5 * fits), 7)).toEqual(large);
  });
});
