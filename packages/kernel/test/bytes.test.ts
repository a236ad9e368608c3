import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ByteWriter,
  asciiToBytes,
  bytesEqual,
  bytesToAscii,
  bytesToHex,
  concatBytes,
  hexToBytes,
  parseHex,
  unwrap,
} from "../src/index.ts";

const anyBytes = fc.uint8Array({ maxLength: 300 });
const ascii = fc.string({
  unit: fc.integer({ min: 0, max: 0x7f }).map((code) => String.fromCharCode(code)),
  maxLength: 9000,
});

describe("bytes", () => {
  it("and hexadecimal text are the same thing (Node's Buffer agrees)", () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const hex = bytesToHex(bytes);
        expect(hex).toBe(Buffer.from(bytes).toString("hex"));
        expect(hexToBytes(unwrap(parseHex(hex, bytes.length)))).toEqual(bytes);
      }),
    );
  });

  it("and ASCII text are the same thing, also beyond one chunk", () => {
    fc.assert(
      fc.property(ascii, (text) => {
        const bytes = asciiToBytes(text);
        expect(bytes).toEqual(new Uint8Array(Buffer.from(text, "latin1")));
        expect(bytesToAscii(bytes)).toBe(text);
      }),
    );
    const long = "abc~".repeat(5000);
    expect(bytesToAscii(asciiToBytes(long))).toBe(long);
  });

  it("that are not ASCII never become text that a parser of ours accepts", () => {
    expect(bytesToAscii(new Uint8Array([0x41, 0x80, 0xff]))).toBe("A\ufffd\ufffd");
    expect(() => asciiToBytes("\u0080")).toThrow("text is ASCII");
    expect(() => asciiToBytes("caf\u00e9")).toThrow("text is ASCII");
  });

  it("are joined in order", () => {
    fc.assert(
      fc.property(fc.array(anyBytes, { maxLength: 5 }), (parts) => {
        expect(concatBytes(...parts)).toEqual(new Uint8Array(Buffer.concat(parts)));
      }),
    );
  });

  it("are equal in length and in every byte, or not", () => {
    fc.assert(
      fc.property(anyBytes, anyBytes, (a, b) => {
        expect(bytesEqual(a, b)).toBe(Buffer.compare(a, b) === 0);
        expect(bytesEqual(a, a.slice())).toBe(true);
      }),
    );
    expect(bytesEqual(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).toBe(false);
    expect(bytesEqual(new Uint8Array([1]), new Uint8Array([1, 0]))).toBe(false);
  });
});

describe("ByteWriter", () => {
  const edges = [
    0,
    1,
    9,
    10,
    99,
    100,
    999,
    1000,
    9999,
    10_000,
    99_999,
    100_000,
    999_999,
    1_000_000,
    9_999_999,
    10_000_000,
    99_999_999,
    100_000_000,
    999_999_999,
    1_000_000_000,
    2 ** 31 - 1,
    2 ** 31,
    2 ** 32 - 1,
    2 ** 32,
    2 ** 53 - 1,
  ];

  it("writes integers as String does, at every length", () => {
    for (const edge of [...edges, ...edges.map((n) => 0 - n)]) {
      const writer = new ByteWriter(1);
      writer.integer(edge);
      expect(bytesToAscii(writer.take())).toBe(String(edge));
    }
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.maxSafeInteger()), (n) => {
        const writer = new ByteWriter(1);
        writer.integer(n);
        expect(bytesToAscii(writer.view())).toBe(String(n));
      }),
    );
  });

  it("grows from nothing and keeps what it had", () => {
    const writer = new ByteWriter(0);
    const parts: string[] = [];
    for (let i = 0; i < 300; i++) {
      writer.ascii(`n${i},`);
      writer.integer(i);
      writer.byte(0x3b);
      writer.raw(asciiToBytes("raw"));
      parts.push(`n${i},${i};raw`);
    }
    expect(bytesToAscii(writer.take())).toBe(parts.join(""));
    expect(writer.length).toBe(parts.join("").length);
  });

  it("takes copies and shows views", () => {
    const writer = new ByteWriter();
    writer.ascii("ab");
    const [taken, seen] = [writer.take(), writer.view()];
    writer.length = 0;
    writer.ascii("xy");
    expect(bytesToAscii(taken)).toBe("ab");
    expect(bytesToAscii(seen)).toBe("xy");
  });
});
