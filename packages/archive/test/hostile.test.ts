import * as fc from "fast-check";
import { nodeHash } from "@replayground/hash/node";
import { asciiToBytes, canonicalBytes, concatBytes, unwrap } from "@replayground/kernel";
import { PackWriter } from "@replayground/log";
import { createRegistry } from "@replayground/replay";
import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readFrames, writeFrames } from "../src/frame.ts";
import { BLOCK, DEFAULT_LIMITS, readLogFile, readMatchFile, writeMatchFile, type BlockKind } from "../src/index.ts";
import { decompress } from "../src/streams.ts";
import { playLog, testRegistry as registry } from "@replayground/replay/testing";

const log = playLog(nodeHash, { seed: 9 });

async function plainFile(): Promise<Uint8Array> {
  return unwrap(await writeMatchFile(registry, nodeHash, log));
}

/** Blocks with checksums that hold, whatever is in them. */
function fileOf(...blocks: readonly (readonly [BlockKind, Uint8Array, number?])[]): Uint8Array {
  const frames = blocks.map(([kind, stored, rawLength = stored.length], index) => ({ index, kind, rawLength, stored }));
  return writeFrames(nodeHash, frames);
}

function pack(write: (writer: PackWriter) => void): Uint8Array {
  const writer = new PackWriter();
  write(writer);
  return writer.bytes.take();
}

function endBlock(seq: number): Uint8Array {
  return concatBytes(
    pack((writer) => [seq, 0, 0].forEach((n) => writer.varint(n))),
    new Uint8Array(32),
  );
}

const header = unwrap(canonicalBytes(log.header));

async function refusal(bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<unknown> {
  const read = await readMatchFile(registry, nodeHash, bytes, { limits });
  if (read.ok) throw new Error("accepted");
  return read.error;
}

describe("a hostile match file", () => {
  const MIB = 1024 * 1024;
  const bomb = deflateRawSync(new Uint8Array(256 * MIB));

  test("a bomb that tells its size is refused before it is inflated", async () => {
    const file = fileOf([BLOCK.header, bomb, 256 * MIB], [BLOCK.end, endBlock(0)]);
    expect(await refusal(file)).toMatchObject({ kind: "over_limit", what: "ratio" });
  });

  test("a bomb that lies about its size is inflated no further than it said", async () => {
    const before = process.memoryUsage().rss;
    const file = fileOf([BLOCK.header, bomb, 1000], [BLOCK.end, endBlock(0)]);
    expect(await refusal(file)).toMatchObject({ kind: "damaged_block", block: 0 });
    expect(await decompress("deflate-raw", bomb, 1000)).toEqual({ ok: false, error: "over_limit" });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * MIB);
  });

  test.each([
    ["commands", pack((w) => [2 ** 50, 1].forEach((n) => w.varint(n))), "more commands than bytes"],
    ["distinct commands", pack((w) => [1, 2 ** 50, 0, 0].forEach((n) => w.varint(n))), "more commands than bytes"],
    ["an endless number", new Uint8Array(40).fill(0xff), "number too long"],
    [
      "not a command",
      pack((w) => {
        w.varint(1);
        w.varint(1);
        w.value(5);
        w.varint(0);
        w.varint(0);
      }),
      "not a command",
    ],
    [
      "seat 64",
      pack((w) => {
        w.varint(1);
        w.varint(1);
        w.value(["ask", 64, {}]);
        w.varint(0);
        w.varint(0);
      }),
      "not a command",
    ],
    [
      "command 7 of 1",
      pack((w) => {
        w.varint(1);
        w.varint(1);
        w.value(["ask", 0, {}]);
        w.varint(0);
        w.varint(7);
      }),
      "unknown command number",
    ],
    [
      "a time beyond all integers",
      pack((w) => {
        w.varint(2);
        w.varint(1);
        w.value(["ask", 0, {}]);
        w.varint(2 ** 53 - 1);
        w.varint(1);
        w.varint(0);
        w.varint(0);
      }),
      "time too large",
    ],
    ["bytes left over", pack((w) => [0, 0, 0].forEach((n) => w.varint(n))), "bytes after the last command"],
  ])("impossible counts and values: %s", async (_name, commands, reason) => {
    const file = fileOf(
      [BLOCK.header, header],
      [BLOCK.commands, commands],
      [BLOCK.heads, new Uint8Array()],
      [BLOCK.end, endBlock(1)],
    );
    expect(await refusal(file)).toEqual({ kind: "damaged_block", block: 1, reason });
  });

  test("too many events and commands are refused by number", async () => {
    const end = fileOf([BLOCK.header, header], [BLOCK.end, endBlock(2 ** 40)]);
    expect(await refusal(end)).toEqual({ kind: "over_limit", what: "events", limit: DEFAULT_LIMITS.events });
    const few = { ...DEFAULT_LIMITS, commands: 3 };
    expect(await refusal(await plainFile(), few)).toEqual({ kind: "over_limit", what: "commands", limit: 3 });
    const small = { ...DEFAULT_LIMITS, file: 100 };
    expect(await refusal(await plainFile(), small)).toEqual({ kind: "over_limit", what: "file", limit: 100 });
  });

  test("millions of empty blocks are not counted to their end", async () => {
    const empty = pack((w) => [0, 0].forEach((n) => w.varint(n)));
    const few = { ...DEFAULT_LIMITS, events: 5000 };
    const pairs = Array.from({ length: 40 }, (_, i): readonly [BlockKind, Uint8Array] =>
      i % 2 === 0 ? [BLOCK.commands, empty] : [BLOCK.heads, new Uint8Array()],
    );
    const file = fileOf([BLOCK.header, header], ...pairs, [BLOCK.end, endBlock(0)]);
    expect(await refusal(file, few)).toEqual({
      kind: "damaged_block",
      block: 12,
      reason: "more blocks than any log needs",
    });
  });

  test("blocks out of place, and a header that is none, are named", async () => {
    const commands = pack((w) => [0, 0].forEach((n) => w.varint(n)));
    const none = new Uint8Array();
    const deep = asciiToBytes("[".repeat(5000) + "]".repeat(5000));
    const cases: readonly (readonly [Uint8Array, object])[] = [
      [fileOf([BLOCK.end, endBlock(0)]), { kind: "damaged_block", block: 0, reason: "out of place" }],
      [
        fileOf([BLOCK.header, header], [BLOCK.heads, none], [BLOCK.end, endBlock(0)]),
        { kind: "damaged_block", block: 1 },
      ],
      [
        fileOf([BLOCK.header, header], [BLOCK.commands, commands], [BLOCK.end, endBlock(1)]),
        { kind: "damaged_block", block: 2 },
      ],
      [fileOf([BLOCK.header, header], [BLOCK.end, endBlock(1)]), { kind: "damaged_block", block: 1 }],
      [fileOf([BLOCK.header, header], [BLOCK.end, none]), { kind: "damaged_block", block: 1, reason: "not an end" }],
      [
        fileOf([BLOCK.header, asciiToBytes("{")], [BLOCK.end, endBlock(0)]),
        { kind: "damaged_block", block: 0, reason: "not JSON" },
      ],
      [
        fileOf([BLOCK.header, asciiToBytes("{ }")], [BLOCK.end, endBlock(0)]),
        { kind: "damaged_block", block: 0, reason: "not canonical" },
      ],
      [fileOf([BLOCK.header, deep], [BLOCK.end, endBlock(0)]), { kind: "not_canonical", reason: "too_deep" }],
      [
        fileOf([BLOCK.header, asciiToBytes('{"format":2}')], [BLOCK.end, endBlock(0)]),
        { kind: "unsupported_version", version: 2 },
      ],
      [fileOf([BLOCK.header, asciiToBytes('{"format":1}')], [BLOCK.end, endBlock(0)]), { kind: "bad_header" }],
    ];
    for (const [file, expected] of cases) expect(await refusal(file)).toMatchObject(expected);
  });

  test("a later version of the format is not called invalid", async () => {
    const file = await plainFile();
    file[3] = 9;
    expect(await refusal(file)).toEqual({ kind: "unsupported_version", version: 9 });
  });

  test("unknown rules are a matter of this program, not of the file", async () => {
    const file = await plainFile();
    const nothing = await readMatchFile(createRegistry([]), nodeHash, file);
    expect(nothing).toEqual({ ok: false, error: { kind: "unknown_game", game: "hidden_number" } });
    const next = canonicalBytes({ ...log.header, rules: 2 });
    const frames = unwrap(readFrames(nodeHash, file)).map((frame) =>
      frame.index === 0 ? { ...frame, stored: unwrap(next), rawLength: unwrap(next).length } : frame,
    );
    const later = await readMatchFile(registry, nodeHash, writeFrames(nodeHash, frames));
    expect(later).toEqual({ ok: false, error: { kind: "unknown_rules", game: "hidden_number", rules: 2 } });
  });

  test("500 files of nonsense with sound checksums: refused, never thrown at", async () => {
    const block = fc.tuple(fc.constantFrom(...Object.values(BLOCK)), fc.uint8Array({ maxLength: 60 }), fc.nat(200));
    const blocks = fc.array(block, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(blocks, fc.nat(3000), async (parts, seq) => {
        const file = fileOf([BLOCK.header, header], ...parts, [BLOCK.end, endBlock(seq)]);
        expect((await readMatchFile(registry, nodeHash, file)).ok).toBe(false);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  test("reading can be stopped", async () => {
    const long = playLog(nodeHash, { seed: 2, steps: 2500 });
    const file = unwrap(await writeMatchFile(registry, nodeHash, long));
    const told: number[] = [];
    const read = await readMatchFile(registry, nodeHash, file, {
      progress: (done, total) => {
        told.push(done, total);
        return told.length < 4;
      },
    });
    expect(read).toEqual({ ok: false, error: { kind: "cancelled", seq: 2048 } });
    expect(told).toEqual([1024, long.events.length, 2048, long.events.length]);
  });
});

describe("any other file", () => {
  test.each([
    ["nothing", new Uint8Array(), "unknown_format"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "unknown_format"],
    ["an archive", asciiToBytes("PK\u0003\u0004"), "unknown_format"],
    ["a text", asciiToBytes("hello"), "unknown_format"],
    ["other JSON", asciiToBytes('{"a":1}'), "unknown_format"],
    ["a list", asciiToBytes("[1,2,3]"), "unknown_format"],
    ["a solo replay of another program", asciiToBytes('{"id":"x","gametype":"40l","data":{}}'), "foreign_format"],
    ["a versus replay of another program", asciiToBytes('{"ismulti":true,"data":[]}'), "foreign_format"],
    ["a header alone", asciiToBytes('{"chance":{}}'), "bad_header"],
    ["a gzip in a gzip", gzipSync(gzipSync("x")), "unknown_format"],
    ["a damaged gzip", gzipSync("x").subarray(0, 15), "not_a_log"],
    ["a gzip bomb", gzipSync(new Uint8Array(64 * 1024 * 1024)), "over_limit"],
    ["as many lines as bytes", asciiToBytes(`{"chance":${"\n".repeat(1_100_000)}`), "over_limit"],
    ["a deep line", asciiToBytes(`{"chance":${"[".repeat(40_000)}`), "not_canonical"],
    ["a long line", asciiToBytes(`{"chance":"${"x".repeat(100_000)}"}`), "json_too_long"],
  ])("%s is refused by name", async (_name, bytes, kind) => {
    expect(await readLogFile(registry, nodeHash, bytes)).toMatchObject({ ok: false, error: { kind } });
  });
});
