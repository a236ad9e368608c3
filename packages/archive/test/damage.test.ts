import { nodeHash } from "@replayground/hash/node";
import { concatBytes, unwrap } from "@replayground/kernel";
import { describe, expect, test } from "vitest";
import { readFrames, writeFrames } from "../src/frame.ts";
import { firstEventOf, readMatchFile, writeMatchFile } from "../src/index.ts";
import { blockByOffset, flipFiles } from "../src/testing/index.ts";
import { FILE_SAMPLES } from "./samples.ts";
import { playLog, testRegistry as registry } from "@replayground/replay/testing";

describe("a damaged match file", () => {
  test("any changed byte is detected and its block named", async () => {
    expect(await flipFiles(FILE_SAMPLES, { tries: 210, seed: 1 })).toEqual([]);
  });

  test("a cut at any length is detected and its block named", async () => {
    const file = unwrap(await writeMatchFile(registry, nodeHash, playLog(nodeHash, { seed: 6, steps: 5 })));
    const blocks = blockByOffset(nodeHash, file);
    for (let length = 0; length < file.length; length++) {
      const read = await readMatchFile(registry, nodeHash, file.slice(0, length));
      const expected =
        length < 3 ? { kind: "not_a_match_file" } : { kind: "cut_off", block: Math.max(0, blocks[length] ?? 0) };
      expect(read, `cut at ${length}`).toEqual({ ok: false, error: expected });
    }
  });

  test("a block says from which event on the log is in doubt", () => {
    expect([0, 1, 2, 3, 4, 5].map(firstEventOf)).toEqual([0, 1, 1, 1025, 1025, 2049]);
  });

  test("bytes after the end are refused", async () => {
    const file = unwrap(await writeMatchFile(registry, nodeHash, playLog(nodeHash, { seed: 6 })));
    const read = await readMatchFile(registry, nodeHash, concatBytes(file, new Uint8Array(1)));
    expect(read).toEqual({ ok: false, error: { kind: "damaged_block", block: 4, reason: "bytes after the end" } });
  });

  test("blocks that changed places, went missing or are of another file are refused", async () => {
    const file = unwrap(await writeMatchFile(registry, nodeHash, playLog(nodeHash, { seed: 7, steps: 2500 })));
    const frames = unwrap(readFrames(nodeHash, file));
    expect(frames.length).toBe(8);
    // The bytes as they stand: a frame moved elsewhere keeps the checksum of its old place.
    const cuts = frames.map((_, i) => writeFrames(nodeHash, frames.slice(0, i + 1)).length);
    const block = (i: number): Uint8Array => file.slice(cuts[i - 1] ?? 4, cuts[i]);
    const swapped = concatBytes(file.slice(0, cuts[0]), block(3), block(2), block(1), ...[4, 5, 6, 7].map(block));
    const missing = concatBytes(file.slice(0, cuts[0]), ...[3, 4, 5, 6, 7].map(block));
    for (const wrong of [swapped, missing]) {
      const read = await readMatchFile(registry, nodeHash, wrong);
      expect(read).toEqual({ ok: false, error: { kind: "damaged_block", block: 1, reason: "checksum" } });
    }
  });
});
