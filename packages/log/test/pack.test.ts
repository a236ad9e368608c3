import { nodeHash } from "@replayground/hash/node";
import { Xoshiro128, asciiToBytes, unwrap, type ByteWriter, type LogEvent } from "@replayground/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Chain, PackWriter, eventToJson, packEvents, unpackEvents } from "../src/index.ts";
import { createSampleLog, type SampleLog } from "../src/testing/index.ts";
import { anyRun } from "./values.ts";

const LENGTH = 12;
const sample = createSampleLog(nodeHash, { seed: 19, length: LENGTH });
const packed = packEvents(sample.events);

function headOf({ header }: SampleLog, events: readonly LogEvent[]): string {
  const chain = Chain.from(nodeHash, header);
  for (const event of events) chain.append(event);
  return chain.hex;
}

describe("a pack", () => {
  it("gives back every run of events, opened values included", () => {
    fc.assert(
      fc.property(anyRun, (events) => {
        expect(unpackEvents(packEvents(events))).toEqual({ ok: true, value: events });
      }),
      { numRuns: 500 },
    );
    for (const seed of [1, 2, 3]) {
      const { events } = createSampleLog(nodeHash, { seed, length: 400 });
      expect(unpackEvents(packEvents(events))).toEqual({ ok: true, value: events });
    }
  });

  it("keeps objects apart whose keys look alike", () => {
    const shapes = [{}, { "": 1 }, { a: 1 }, { a: 1, b: 2 }, { "a b": 1 }, { 1: 1, a: 2 }, {}];
    const events = shapes.map((data, i) => ({ ...(sample.events[0] as LogEvent), seq: (i + 1) as never, data }));
    expect(unpackEvents(packEvents(events))).toEqual({ ok: true, value: events });
  });

  it("cut anywhere is refused; the fault names the first event that is not whole", () => {
    // The count takes one byte for all these lengths, so a prefix of the events packs to a prefix of the bytes.
    const ends = sample.events.map((_, i) => packEvents(sample.events.slice(0, i + 1)).length);
    for (let end = 0; end < packed.length; end++) {
      const result = unpackEvents(packed.slice(0, end));
      const whole = ends.filter((each) => each <= end).length;
      if (result.ok) throw new Error(`accepted after ${end} bytes`);
      const { error } = result;
      const isNamed = error.kind === "bad_event" ? error.seq === whole + 1 : error.kind === "not_a_log" && end < 2;
      if (!isNamed) throw new Error(`after ${end} bytes: ${JSON.stringify(error)}`);
    }
  });

  it("with more behind it is refused", () => {
    const more = Uint8Array.from([...packed, 0]);
    expect(unpackEvents(more)).toEqual({
      ok: false,
      error: { kind: "not_a_log", reason: "bytes after the last event" },
    });
  });

  it("with any bytes changed is refused, or gives events that the chain refuses", () => {
    const random = new Xoshiro128([1, 2, 3, 4]);
    const head = sample.heads[LENGTH];
    const outcomes = { refused: 0, broken: 0, openedOnly: 0 };
    for (let i = 0; i < 2000; i++) {
      const mutated = Uint8Array.from(packed);
      for (let k = random.below(3); k >= 0; k--) mutated[random.below(mutated.length)] = random.below(256);
      const result = unpackEvents(mutated);
      if (!result.ok) outcomes.refused++;
      else if (headOf(sample, result.value) !== head) outcomes.broken++;
      else {
        outcomes.openedOnly++;
        expect(result.value.map((each) => eventToJson(each, false))).toEqual(
          sample.events.map((each) => eventToJson(each, false)),
        );
      }
    }
    expect(outcomes.refused).toBeGreaterThan(500);
    expect(outcomes.broken).toBeGreaterThan(100);
  });

  it("of random bytes never throws", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        unpackEvents(bytes);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes at most 60 bytes an event in segments of 20, as a game writes them", () => {
    const play = createSampleLog(nodeHash, { seed: 14, length: 2000, flavour: "play" });
    let bytes = 0;
    for (let from = 0; from < 2000; from += 20) bytes += packEvents(play.events.slice(from, from + 20)).length;
    expect(bytes / 2000).toBeLessThanOrEqual(60);
    expect(packEvents(play.events.slice(0, 256)).length / 256).toBeLessThanOrEqual(12);
  });
});

describe("a hostile pack", () => {
  const build = (write: (writer: PackWriter) => void): Uint8Array => {
    const writer = new PackWriter();
    write(writer);
    return writer.bytes.take();
  };
  /** One event from 1, whose data is spelled by hand. */
  const withData = (data: (bytes: ByteWriter) => void): Uint8Array =>
    build((writer) => {
      for (const n of [1, 1, 0]) writer.varint(n);
      writer.value("step");
      writer.value(null);
      data(writer.bytes);
    });
  const raw = (bytes: ByteWriter, ...each: number[]): void => each.forEach((byte) => bytes.byte(byte));
  const many = (bytes: ByteWriter, byte: number, count: number): void => bytes.raw(new Uint8Array(count).fill(byte));

  it.each<[string, Uint8Array, string]>([
    ["more events than bytes", build((w) => [2 ** 50, 1].forEach((n) => w.varint(n))), "ends too early"],
    [
      "a number of nine bytes",
      withData((b) => raw(b, 0x80, ...Array.from({ length: 8 }, () => 0xff), 1)),
      "number too long",
    ],
    [
      "a number beyond 2^53",
      withData((b) => raw(b, 0x80, ...Array.from({ length: 7 }, () => 0xff), 0x7f)),
      "number too large",
    ],
    [
      "an array longer than the pack",
      withData((b) => raw(b, 0x87, 0xff, 0xff, 0xff, 0x7f)),
      "too deep or ends too early",
    ],
    ["a shape longer than the pack", withData((b) => raw(b, 0x88, 0xff, 0xff, 0xff, 0x7f)), "ends too early"],
    ["text longer than the pack", withData((b) => raw(b, 0x85, 0xff, 0x41)), "ends too early"],
    ["a million brackets", withData((b) => many(b, 0xd1, 1_000_000)), "too deep or ends too early"],
    [
      "a million objects in objects",
      withData((b) => (raw(b, 0x88, 1, 0x90), many(b, 0xb0, 1_000_000))),
      "too deep or unknown shape",
    ],
    ["a shape that was never told", withData((b) => raw(b, 0xb5)), "too deep or unknown shape"],
    ["text that was never told", withData((b) => raw(b, 0x9f)), "unknown string"],
    ["a key that is no text", withData((b) => raw(b, 0x88, 1, 5, 5)), "a key must be text"],
    [
      "a key named __proto__",
      withData((b) => (raw(b, 0x88, 1, 0x85, 9), b.raw(asciiToBytes("__proto__")), raw(b, 0))),
      "a key must be text",
    ],
    ["an unknown tag", withData((b) => raw(b, 0xff)), "unknown tag"],
  ])("%s is refused at once", (_name, bytes, reason) => {
    const start = performance.now();
    const error = { kind: "bad_event", seq: 1, path: "", reason: `pack: ${reason}` };
    expect(unpackEvents(bytes)).toEqual({ ok: false, error });
    expect(performance.now() - start).toBeLessThan(200);
  });

  it("cannot make one event large: a byte may stand for 64 characters", () => {
    const bytes = withData((b) => {
      raw(b, 0x88, 1, 0x85, 64);
      b.raw(asciiToBytes("k".repeat(64)));
      raw(b, 0x87, 0x80, 0x80, 0x80, 0x04); // 8,388,608 items
      many(b, 0x91, 8_388_608);
    });
    const start = performance.now();
    expect(unpackEvents(bytes)).toMatchObject({ ok: false, error: { kind: "bad_event", seq: 1 } });
    expect(performance.now() - start).toBeLessThan(200);
  });

  it.each([
    ["text that is no ASCII", 0xe9],
    ["a control character", 0x07],
  ])("%s is refused by name", (_name, code) => {
    const bytes = withData((b) => raw(b, 0x88, 1, 0x85, 1, 0x61, 0x85, 1, code));
    const complete = Uint8Array.from([...bytes, 0x82]);
    expect(unpackEvents(complete)).toEqual({
      ok: false,
      error: { kind: "bad_event", seq: 1, path: "data.a", reason: "not_printable_ascii" },
    });
  });

  it("with numbers that no event can have is refused by name", () => {
    const pack = (...numbers: number[]): Uint8Array =>
      build((w) => {
        for (const n of numbers) w.varint(n);
        for (const value of ["step", null, {}, null] as const) w.value(value);
      });
    const max = Number.MAX_SAFE_INTEGER;
    expect(unpackEvents(pack(1, 5, 9)).ok).toBe(true);
    expect(unwrap(unpackEvents(pack(1, max, max)))).toHaveLength(1);
    expect(unpackEvents(pack(2, max, 0)).ok).toBe(false);
  });
});
