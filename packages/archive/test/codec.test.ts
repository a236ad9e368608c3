import { toSeat, toTick, type Hex, type JsonObject } from "@replayground/kernel";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCommands, writeCommands } from "../src/commands-block.ts";
import { detectFormat } from "../src/detect.ts";
import { readEnd, writeEnd } from "../src/end-block.ts";
import { compress, decompress } from "../src/streams.ts";
import type { FileEnd } from "../src/types.ts";

const text = fc.stringMatching(/^[ -~]{0,64}$/);
const data = fc.dictionary(fc.stringMatching(/^[a-z]{1,12}$/), fc.oneof(fc.maxSafeInteger(), text, fc.boolean()));
const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex") as Hex);

describe("the commands block", () => {
  const command = fc.record({
    wait: fc.oneof(fc.nat(300), fc.nat(2 ** 31 - 1)),
    command: fc.record({
      type: text,
      seat: fc.oneof(fc.constant(null), fc.nat(63).map(toSeat)),
      data: data.map((value) => value as JsonObject),
    }),
  });

  test("gives back any commands, at any ticks", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (drawn) => {
        let at = 0;
        const commands = drawn.map(({ wait, command }) => ({ at: toTick((at += wait)), command }));
        expect(readCommands(writeCommands(commands))).toEqual({ ok: true, value: commands });
      }),
    );
  });

  test("answers to any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(typeof readCommands(bytes).ok).toBe("boolean");
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["text that is too long", "x".repeat(65)],
    ["text with a line feed", "\n"],
    ["too many levels", [[[[[[[[1]]]]]]]]],
  ])("refuses data without a canonical form: %s", (_name, value) => {
    const command = { type: "ask", seat: toSeat(0), data: { value } };
    expect(readCommands(writeCommands([{ at: toTick(1), command }]))).toMatchObject({ ok: false });
    const sound = writeCommands([{ at: toTick(1), command: { ...command, data: { value: "x" } } }]);
    expect(readCommands(sound)).toMatchObject({ ok: true });
    const foreign = sound.map((byte) => (byte === "x".charCodeAt(0) ? 0xe9 : byte));
    expect(readCommands(foreign)).toEqual({ ok: false, error: "not a command" });
  });
});

describe("the end block", () => {
  test("gives back any end, and refuses one that is a byte longer or shorter", () => {
    const end: fc.Arbitrary<FileEnd> = fc.record({
      seq: fc.maxSafeNat(),
      at: fc.maxSafeNat(),
      head: hex,
      state: fc.option(hex),
      secret: fc.option(hex),
    });
    fc.assert(
      fc.property(end, (given) => {
        const bytes = writeEnd(given);
        expect(readEnd(bytes)).toEqual(given);
        expect(readEnd(bytes.slice(0, -1))).toBeNull();
        expect(readEnd(new Uint8Array([...bytes, 0]))).toBeNull();
      }),
    );
  });
});

describe("compression", () => {
  test("comes back, and stops at its limit exactly", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 5000 }),
        fc.constantFrom("deflate-raw", "gzip"),
        async (bytes, format) => {
          const packed = await compress(format, bytes);
          expect(await decompress(format, packed, bytes.length)).toEqual({ ok: true, value: bytes });
          if (bytes.length === 0) return;
          expect(await decompress(format, packed, bytes.length - 1)).toEqual({ ok: false, error: "over_limit" });
        },
      ),
      { numRuns: 50 },
    );
  });

  test("any bytes are answered, also with a tail behind good ones", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(typeof (await decompress("deflate-raw", bytes, 1000)).ok).toBe("boolean");
      }),
      { numRuns: 200 },
    );
    const packed = await compress("deflate-raw", new Uint8Array(100));
    const tailed = await decompress("deflate-raw", new Uint8Array([...packed, 1, 2, 3]), 1000);
    expect(tailed.ok && tailed.value.length > 100).toBe(false);
  });
});

test("a format is guessed from any bytes", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void detectFormat(bytes)));
});
