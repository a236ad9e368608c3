import { serialize } from "node:v8";
import { nodeHash } from "@replayground/hash/node";
import { unwrap, type LogEvent } from "@replayground/kernel";
import { batchOf, createSampleLog, type SampleLog } from "@replayground/log/testing";
import * as fc from "fast-check";
import { IDBDatabase } from "fake-indexeddb";
import { afterEach, describe, expect, it } from "vitest";
import { BLOCK, TAIL, blockStart, planSegments, wantsWholeTail, type Run } from "../src/segments.ts";
import { createProfile, done, openTab } from "./databases.ts";

const long = createSampleLog(nodeHash, { seed: 90, length: 1500, flavour: "play" });

describe("blocks", () => {
  it.each([
    [1, 1],
    [256, 1],
    [257, 257],
    [512, 257],
    [513, 513],
  ])("event %i is in the block that starts at %i", (seq, start) => {
    expect(blockStart(seq)).toBe(start);
  });
});

describe("the plan of segments", () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 700 })), {
    minLength: 1,
    maxLength: 40,
  });

  it("keeps every event once, in order, in few segments that never cross a block", () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), (batches, closing) => {
        const runs = new Map<number, readonly LogEvent[]>();
        let seq = 0;
        for (const size of batches) {
          const events = long.events.slice(seq, Math.min(1499, seq + size));
          if (events.length === 0) break;
          store(runs, seq, events);
          seq += events.length;
          expectPlan(runs, seq);
        }
        if (!closing) return;
        store(runs, seq, [{ ...(long.events[1499] as LogEvent), seq: (seq + 1) as never }]);
        expect(runs.size).toBe(Math.ceil((seq + 1) / BLOCK));
      }),
    );
  });

  it("gathers flushes of one event into records of twenty", () => {
    const runs = new Map<number, readonly LogEvent[]>();
    for (let seq = 0; seq < 255; seq++) store(runs, seq, long.events.slice(seq, seq + 1));
    expect([...runs.values()].map((events) => events.length)).toEqual([...Array.from({ length: 12 }, () => TAIL), 15]);
    store(runs, 255, long.events.slice(255, 256));
    expect(runs.size).toBe(1);
  });

  function store(runs: Map<number, readonly LogEvent[]>, seq: number, events: readonly LogEvent[]): void {
    const all = tailOf(runs, seq);
    const tail = wantsWholeTail(seq, events) ? all : all.slice(-1);
    const plan = planSegments({ seq, tail, events });
    for (const first of plan.remove) expect(runs.delete(first)).toBe(true);
    for (const run of plan.put) runs.set(run.first, run.events);
  }

  function tailOf(runs: Map<number, readonly LogEvent[]>, seq: number): readonly Run[] {
    const start = blockStart(seq + 1);
    const tail = [...runs].map(([first, events]) => ({ first, events })).filter(({ first }) => first >= start);
    return tail.sort((a, b) => a.first - b.first);
  }

  function expectPlan(runs: Map<number, readonly LogEvent[]>, length: number): void {
    const ordered = [...runs].sort(([a], [b]) => a - b);
    const events = ordered.flatMap(([, each]) => each);
    if (events.length !== length || events.some((event, i) => event !== long.events[i])) throw new Error("events");
    for (const [first, each] of ordered) {
      if (each[0]?.seq !== first || blockStart(first) !== blockStart(first + each.length - 1)) throw new Error("block");
      if (first < blockStart(length) && each.length !== BLOCK) throw new Error("a full block is one segment");
    }
  }
});

describe("what a match costs in the database", () => {
  /** Bytes of all records of a store as a browser serializes them, with their keys. */
  async function bytesOf(profile: IDBFactory, store: string): Promise<number> {
    const database = await done(profile.open("replayground"));
    const records = (await done(database.transaction(store).objectStore(store).getAll())) as object[];
    database.close();
    return records.reduce((sum: number, record) => sum + serialize(record).length + 50, 0);
  }

  async function cost(sample: SampleLog, flush: number, length: number): Promise<number> {
    const profile = createProfile();
    const log = openTab(profile, { engine: "tetris/1" });
    unwrap(await log.create(sample.header));
    for (let from = 1; from <= length; from += flush) {
      unwrap(await log.append(sample.header.match, batchOf(sample, from, Math.min(length, from + flush - 1))));
    }
    return ((await bytesOf(profile, "segments")) + (await bytesOf(profile, "matches"))) / length;
  }

  it.each([
    [1, 500],
    [4, 500],
    [20, 500],
    [4, 250],
    [20, 1500],
  ])("flushes of %i, %i events: at most 60 bytes an event, the unfinished block included", async (flush, length) => {
    expect(await cost(long, flush, length)).toBeLessThanOrEqual(60);
  });

  it("costs at most 20 bytes an event when a match is closed", async () => {
    expect(await cost(long, 20, 1500)).toBeLessThanOrEqual(20);
  });
});

describe("durability", () => {
  const original = Reflect.get(IDBDatabase.prototype, "transaction") as (...args: unknown[]) => unknown;
  afterEach(() => void Reflect.set(IDBDatabase.prototype, "transaction", original));

  it("is relaxed in play and strict for the batch that closes the match", async () => {
    const asked: unknown[] = [];
    Reflect.set(IDBDatabase.prototype, "transaction", function (this: unknown, ...args: unknown[]): unknown {
      if (args[1] === "readwrite") asked.push((args[2] as { durability?: unknown } | undefined)?.durability);
      return Reflect.apply(original, this, args);
    });
    const log = openTab(createProfile());
    const sample = createSampleLog(nodeHash, { seed: 91, length: 30 });
    unwrap(await log.create(sample.header));
    asked.length = 0;
    const batches = [1, 11, 21].map((from) => batchOf(sample, from, from + 9));
    const answers = await Promise.all(batches.map((batch) => log.append(sample.header.match, batch)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    unwrap(await log.settings.put("after", true));
    expect(asked).toEqual(["relaxed", "relaxed", "strict", "relaxed"]);
  });
});
