import { nodeHash } from "@replayground/hash/node";
import { unwrap, type Hex } from "@replayground/kernel";
import { batchOf, createSampleLog } from "@replayground/log/testing";
import { describe, expect, it } from "vitest";
import { createProfile, openTab } from "./databases.ts";

const sample = createSampleLog(nodeHash, { seed: 240, length: 600 });
const { match } = sample.header;
const refused = { ok: false, error: { kind: "bad_batch", reason: "the head does not follow" } };

describe("a batch", () => {
  it("whose head does not follow is refused, at every kind of place, and nothing is stored", async () => {
    const log = openTab(createProfile());
    unwrap(await log.create(sample.header));
    for (const [from, to] of [
      [1, 5],
      [6, 20],
      [21, 300],
      [301, 513],
      [514, 600],
    ] as const) {
      const batch = batchOf(sample, from, to);
      const [first] = batch.events;
      if (first === undefined) throw new Error("sample");
      const forged = [{ ...first, data: { forged: 1 } }, ...batch.events.slice(1)];
      expect(await log.append(match, { ...batch, head: "00".repeat(32) as Hex })).toEqual(refused);
      expect(await log.append(match, { ...batch, events: forged })).toEqual(refused);
      expect(unwrap(await log.position(match))?.seq).toBe(from - 1);
      unwrap(await log.append(match, batch));
    }
    expect(unwrap(await log.read(match, 1, 600))).toEqual(sample.events);
  });

  it("of a whole log is stored at once, as an import does", async () => {
    const log = openTab(createProfile());
    unwrap(await log.create(sample.header));
    expect(unwrap(await log.append(match, batchOf(sample, 1, 600)))).toEqual({
      seq: 600,
      head: sample.heads[600],
      closed: true,
    });
    expect(unwrap(await log.read(match, 1, 600))).toEqual(sample.events);
    expect(unwrap(await log.rescue(match)).runs.map(({ first }) => first)).toEqual([1, 257, 513]);
  });
});
