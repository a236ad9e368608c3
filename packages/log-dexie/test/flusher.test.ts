import { nodeHash } from "@replayground/hash/node";
import { err, ok, type MatchId, type Result } from "@replayground/kernel";
import { createMemoryLog, type Batch, type EventLog, type Position, type StoreError } from "@replayground/log";
import { batchOf, createFaultyLog, createSampleLog, type Fault } from "@replayground/log/testing";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FLUSH_AFTER_MS, FLUSH_AT, PRESSURE_AT, createFlusher, type FlusherStatus } from "../src/index.ts";

const sample = createSampleLog(nodeHash, { seed: 20, length: 400, closed: false });
const { match } = sample.header;

/** Time that only moves when it is told to. */
class Clock {
  private now = 0;
  private wakes: { readonly at: number; readonly wake: () => void }[] = [];
  readonly waits: number[] = [];

  after = (ms: number, wake: () => void): void => {
    this.waits.push(ms);
    this.wakes.push({ at: this.now + ms, wake });
  };

  async pass(ms: number): Promise<void> {
    this.now += ms;
    const due = this.wakes.filter(({ at }) => at <= this.now);
    this.wakes = this.wakes.filter(({ at }) => at > this.now);
    for (const { wake } of due) wake();
    await settled();
  }
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

interface Rig {
  readonly clock: Clock;
  readonly sizes: number[];
  readonly statuses: FlusherStatus[];
  readonly log: EventLog;
  /** Answers given instead of asking the log, in order. */
  readonly answers: Result<Position, StoreError>[];
  readonly flusher: ReturnType<typeof createFlusher>;
}

async function rig(): Promise<Rig> {
  const log = createMemoryLog(nodeHash);
  const created = await log.create(sample.header);
  if (!created.ok) throw new Error("create");
  const clock = new Clock();
  const sizes: number[] = [];
  const statuses: FlusherStatus[] = [];
  const answers: Result<Position, StoreError>[] = [];
  const append = async (id: MatchId, batch: Batch): Promise<Result<Position, StoreError>> => {
    sizes.push(batch.events.length);
    await settled();
    return answers.shift() ?? log.append(id, batch);
  };
  const flusher = createFlusher({
    log: { ...log, append },
    match,
    position: created.value,
    after: clock.after,
    onStatus: (status) => statuses.push(status),
  });
  return { clock, sizes, statuses, log, answers, flusher };
}

const unavailable = err<StoreError>({ kind: "unavailable", reason: "quota" });

/** The whole log behind the rig is exactly the first `length` events. */
async function expectStored({ log }: Rig, length: number): Promise<void> {
  const events = await log.read(match, 1, 10_000);
  expect(events).toEqual(ok(sample.events.slice(0, length)));
}

describe("the flusher", () => {
  it("waits 250 ms, then sends what was played", async () => {
    const r = await rig();
    r.flusher.push(batchOf(sample, 1, 2));
    r.flusher.push(batchOf(sample, 3, 3));
    await r.clock.pass(FLUSH_AFTER_MS - 1);
    expect(r.sizes).toEqual([]);
    await r.clock.pass(1);
    expect(r.sizes).toEqual([3]);
    await settled();
    expect(r.flusher.status()).toMatchObject({ acknowledged: { seq: 3 }, pending: 0, phase: { status: "idle" } });
    await expectStored(r, 3);
  });

  it("sends nothing more once it is stopped, and answers who waits", async () => {
    const r = await rig();
    r.flusher.push(batchOf(sample, 1, 2));
    r.answers.push(unavailable);
    const waiting = r.flusher.flushNow();
    r.flusher.push(batchOf(sample, 3, 3));
    r.flusher.stop();
    await r.clock.pass(10_000);
    expect(r.sizes).toEqual([2]);
    expect(await waiting).toMatchObject({ ok: false });
    expect(await r.flusher.flushNow()).toMatchObject({ ok: false });
    await expectStored(r, 0);
  });

  it("sends at once when 20 events wait", async () => {
    const r = await rig();
    for (let seq = 1; seq <= FLUSH_AT; seq++) r.flusher.push(batchOf(sample, seq, seq));
    expect(r.sizes).toEqual([FLUSH_AT]);
    await settled();
  });

  it("sends one batch at a time and gathers the rest meanwhile", async () => {
    const r = await rig();
    for (let seq = 1; seq <= 100; seq++) r.flusher.push(batchOf(sample, seq, seq));
    expect(r.sizes).toEqual([FLUSH_AT]);
    await settled();
    await settled();
    expect(r.sizes).toEqual([FLUSH_AT, 80]);
    await settled();
    await expectStored(r, 100);
  });

  it("acknowledges nothing before the store has answered", async () => {
    const r = await rig();
    r.flusher.push(batchOf(sample, 1, 20));
    expect(r.flusher.status()).toMatchObject({ acknowledged: { seq: 0 }, pending: 20, phase: { status: "storing" } });
    await settled();
    await settled();
    expect(r.flusher.status()).toMatchObject({ acknowledged: { seq: 20 }, pending: 0 });
  });

  it("flushes on demand and answers when everything played before is stored", async () => {
    const r = await rig();
    r.flusher.push(batchOf(sample, 1, 20));
    r.flusher.push(batchOf(sample, 21, 25));
    const answer = r.flusher.flushNow();
    r.flusher.push(batchOf(sample, 26, 26));
    const answered = await answer;
    expect(answered.ok && answered.value.seq).toBe(26);
    expect(await r.flusher.flushNow()).toMatchObject({ ok: true, value: { seq: 26 } });
  });

  it("keeps everything while the store is full, waits 100 ms to 5 s, and stores it when space returns", async () => {
    const r = await rig();
    for (let i = 0; i < 9; i++) r.answers.push(unavailable);
    r.flusher.push(batchOf(sample, 1, 20));
    await settled();
    await settled();
    expect(r.flusher.status().phase).toMatchObject({ status: "retrying", error: { reason: "quota" } });
    r.flusher.push(batchOf(sample, 21, 30));
    expect(r.flusher.unsaved()).toEqual(sample.events.slice(0, 30));
    for (let i = 0; i < 8; i++) {
      await r.clock.pass(5000);
      await settled();
    }
    expect(r.clock.waits.filter((ms) => ms !== FLUSH_AFTER_MS)).toEqual([
      100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000,
    ]);
    for (let i = 0; i < 3; i++) await r.clock.pass(5000);
    await expectStored(r, 30);
    expect(r.flusher.status()).toMatchObject({ pending: 0, phase: { status: "idle" } });
    expect(r.flusher.unsaved()).toEqual([]);
  });

  it("does not wait for the back-off when it is told to flush", async () => {
    const r = await rig();
    r.answers.push(unavailable);
    r.flusher.push(batchOf(sample, 1, 20));
    expect(await r.flusher.flushNow()).toEqual(unavailable);
    expect(await r.flusher.flushNow()).toMatchObject({ ok: true, value: { seq: 20 } });
  });

  it.each<StoreError>([
    { kind: "conflict", position: { seq: 7, head: sample.heads[7] ?? ("" as never), closed: false } },
    { kind: "closed", position: { seq: 7, head: sample.heads[7] ?? ("" as never), closed: true } },
    { kind: "unknown_match" },
    { kind: "bad_batch", reason: "planned" },
    { kind: "damaged", readable: 3, reason: "planned" },
  ])("stops at $kind, sends nothing more, and keeps what is not stored", async (error) => {
    const r = await rig();
    r.answers.push(err(error));
    r.flusher.push(batchOf(sample, 1, 20));
    await settled();
    await settled();
    r.flusher.push(batchOf(sample, 21, 60));
    await r.clock.pass(10_000);
    expect(r.sizes).toEqual([20]);
    expect(r.flusher.status().phase).toEqual({ status: "halted", error });
    expect(r.flusher.unsaved()).toEqual(sample.events.slice(0, 60));
    expect(await r.flusher.flushNow()).toEqual(err(error));
  });

  it("refuses events out of order: a defect of the caller", async () => {
    const r = await rig();
    r.flusher.push(batchOf(sample, 1, 5));
    expect(() => r.flusher.push(batchOf(sample, 7, 8))).toThrow(/in order/);
    expect(() => r.flusher.push(batchOf(sample, 5, 6))).toThrow(/in order/);
  });

  it("asks for a pause when too much waits, and lets go when half of it is stored", async () => {
    const long = createSampleLog(nodeHash, { seed: 21, length: PRESSURE_AT, closed: false, flavour: "play" });
    const log = createMemoryLog(nodeHash);
    const created = await log.create(long.header);
    if (!created.ok) throw new Error("create");
    const statuses: FlusherStatus[] = [];
    const clock = new Clock();
    let isFull = true;
    const flusher = createFlusher({
      log: { ...log, append: (id, batch) => (isFull ? Promise.resolve(unavailable) : log.append(id, batch)) },
      match: long.header.match,
      position: created.value,
      after: clock.after,
      onStatus: (status) => statuses.push(status),
    });
    for (let seq = 1; seq < PRESSURE_AT; seq++) flusher.push(batchOf(long, seq, seq));
    expect(flusher.status().isPressed).toBe(false);
    flusher.push(batchOf(long, PRESSURE_AT, PRESSURE_AT));
    expect(flusher.status().isPressed).toBe(true);
    await settled();
    isFull = false;
    for (let i = 0; i < 20; i++) await clock.pass(5000);
    expect(flusher.status()).toMatchObject({ isPressed: false, pending: 0, acknowledged: { seq: PRESSURE_AT } });
    expect(statuses.some(({ isPressed, pending }) => isPressed && pending < PRESSURE_AT)).toBe(true);
    expect(statuses.some(({ isPressed, pending }) => isPressed && pending <= PRESSURE_AT / 2)).toBe(false);
  });

  it("loses and reorders nothing, whatever is played when and however the store fails", async () => {
    const faults: readonly (Fault | null)[] = ["before", "after", null, null, null];
    const script = fc.record({
      sizes: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 25 }),
      waits: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 25, maxLength: 25 }),
      plan: fc.array(fc.constantFrom(...faults), { minLength: 40, maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(script, async ({ sizes, waits, plan }) => {
        const inner = createMemoryLog(nodeHash);
        const created = await inner.create(sample.header);
        const { log } = createFaultyLog(nodeHash, inner, (n) => plan[n - 1] ?? null);
        const clock = new Clock();
        if (!created.ok) throw new Error("create");
        const flusher = createFlusher({ log, match, position: created.value, after: clock.after });
        let played = 0;
        for (const [i, size] of sizes.entries()) {
          const to = Math.min(400, played + size);
          if (to > played) flusher.push(batchOf(sample, played + 1, to));
          played = to;
          await clock.pass(waits[i] ?? 0);
          const position = await inner.position(match);
          expect(position.ok && position.value && position.value.seq >= flusher.status().acknowledged.seq).toBe(true);
        }
        for (let i = 0; i < 60 && flusher.status().pending > 0; i++) await clock.pass(5000);
        expect(await inner.read(match, 1, 400)).toEqual(ok(sample.events.slice(0, played)));
        expect(flusher.status().acknowledged.seq).toBe(played);
      }),
      { numRuns: 60 },
    );
  });
});
