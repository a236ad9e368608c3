import { nodeHash } from "@replayground/hash/node";
import { ok, unwrap } from "@replayground/kernel";
import { createMemoryLog } from "@replayground/log";
import { batchOf, createSampleLog, eventLogContract } from "@replayground/log/testing";
import { describe, expect, it } from "vitest";
import { createFlusher, createRevivingLog } from "../src/index.ts";
import { createProfile, openTab } from "./databases.ts";

const sample = createSampleLog(nodeHash, { seed: 230, length: 120 });
const { match } = sample.header;
const recall = (length: number) => () => ({ header: sample.header, events: sample.events.slice(0, length) });

describe("a log that writes forgotten matches anew", () => {
  it("stores a match whole when the database is replaced in the middle of it", async () => {
    const gone = openTab(createProfile());
    let log = gone;
    const port = createRevivingLog(
      { ...gone, append: (id, batch) => log.append(id, batch), create: (h) => log.create(h) },
      recall(80),
    );
    const flusher = createFlusher({ log: port, match, position: unwrap(await port.create(sample.header)) });
    flusher.push(batchOf(sample, 1, 40));
    unwrap(await flusher.flushNow());
    log = openTab(createProfile());
    flusher.push(batchOf(sample, 41, 80));
    expect(unwrap(await flusher.flushNow()).seq).toBe(80);
    expect(await log.read(match, 1, 200)).toEqual(ok(sample.events.slice(0, 80)));
    flusher.push(batchOf(sample, 81, 120));
    expect(unwrap(await flusher.flushNow())).toMatchObject({ seq: 120, closed: true });
  });

  it("stores no more than was asked for, though memory is ahead of it", async () => {
    const log = createMemoryLog(nodeHash);
    const port = createRevivingLog(log, recall(120));
    expect(unwrap(await port.append(match, batchOf(sample, 41, 60)))).toMatchObject({ seq: 60, closed: false });
    expect(await log.read(match, 1, 200)).toEqual(ok(sample.events.slice(0, 60)));
  });

  it("goes on from what a scrub has put back", async () => {
    const log = createMemoryLog(nodeHash);
    let isForgotten = true;
    const flaky = {
      ...log,
      append: (...args: Parameters<typeof log.append>) => {
        if (!isForgotten) return log.append(...args);
        isForgotten = false;
        return Promise.resolve({ ok: false, error: { kind: "unknown_match" } } as const);
      },
    };
    unwrap(await log.create(sample.header));
    unwrap(await log.append(match, batchOf(sample, 1, 30)));
    const port = createRevivingLog(flaky, recall(60));
    expect(unwrap(await port.append(match, batchOf(sample, 41, 60))).seq).toBe(60);
    expect(await log.read(match, 1, 200)).toEqual(ok(sample.events.slice(0, 60)));
  });

  it("leaves a match alone that this page does not hold", async () => {
    const port = createRevivingLog(createMemoryLog(nodeHash), () => null);
    expect(await port.append(match, batchOf(sample, 1, 5))).toMatchObject({ error: { kind: "unknown_match" } });
  });

  it.each(eventLogContract(nodeHash))("keeps the contract: $name", async ({ run }) => {
    await run(() => Promise.resolve(createRevivingLog(createMemoryLog(nodeHash), () => null)));
  });
});
