import { hexToBytes, toHead, toSeq, toTick, type HashPort, type Hex, type LogEvent } from "@replayground/kernel";
import { Chain } from "../chain.ts";
import type { Batch, EventLog } from "../port.ts";
import { expectKind, expectOk, expectSame } from "./check.ts";
import type { ContractCase } from "./contract.ts";
import { batchOf, createSampleLog, type SampleLog } from "./samples.ts";

/** What creating and appending promise. */
export function appendCases(hash: HashPort): readonly ContractCase[] {
  const open = createSampleLog(hash, { seed: 1, length: 60, closed: false });
  const finished = createSampleLog(hash, { seed: 2, length: 30 });
  return [
    {
      name: "create: a new log stands at 0 with the head of its header",
      run: async (create) => {
        const log = await create();
        expectSame("position", expectOk("create", await log.create(open.header)), positionOf(open, 0));
      },
    },
    {
      name: "create: the same header again succeeds and changes nothing",
      run: async (create) => {
        const log = await started(create, open, 20);
        expectSame("position", expectOk("create", await log.create(open.header)), positionOf(open, 20));
        await expectPrefix(log, open, 20);
      },
    },
    {
      name: "create: another header under the same id is a conflict and changes nothing",
      run: async (create) => {
        const log = await started(create, open, 3);
        const error = expectKind("create", await log.create({ ...open.header, rules: 2 }), "conflict");
        expectSame("position", error.position, positionOf(open, 3));
        expectSame("header", expectOk("header", await log.header(open.header.match)), open.header);
      },
    },
    {
      name: "append: batches of every size extend the log, and the position follows",
      run: async (create) => {
        const log = await started(create, open, 0);
        for (let from = 1, size = 1; from <= 60; from += size, size = (size * 2) % 13) {
          const to = Math.min(60, from + size - 1);
          const position = expectOk("append", await log.append(open.header.match, batchOf(open, from, to)));
          expectSame("position", position, positionOf(open, to));
          expectSame("asked again", await positionIn(log, open), positionOf(open, to));
        }
        await expectPrefix(log, open, 60);
      },
    },
    {
      name: "append: a batch that starts too late is a conflict that names the position",
      run: async (create) => {
        const log = await started(create, open, 10);
        for (const from of [12, 13, 40]) {
          const error = expectKind("append", await log.append(open.header.match, batchOf(open, from, 50)), "conflict");
          expectSame("position", error.position, positionOf(open, 10));
        }
        await expectPrefix(log, open, 10);
      },
    },
    {
      name: "append: other events at a position that is taken are a conflict, whole or in part",
      run: async (create) => {
        const log = await started(create, open, 10);
        for (const batch of [forged(open, 10, 10), forged(open, 5, 5), batchOf(open, 8, 12)]) {
          const error = expectKind("append", await log.append(open.header.match, batch), "conflict");
          expectSame("position", error.position, positionOf(open, 10));
        }
        await expectPrefix(log, open, 10);
      },
    },
    {
      name: "append: the same batch again succeeds and changes nothing, also when the log has grown since",
      run: async (create) => {
        const log = await started(create, open, 40);
        for (const [from, to] of [
          [40, 40],
          [1, 40],
          [7, 19],
        ] as const) {
          const again = expectOk("append", await log.append(open.header.match, batchOf(open, from, to)));
          expectSame("position", again, positionOf(open, 40));
        }
        await expectPrefix(log, open, 40);
      },
    },
    {
      name: "append: nothing follows the closing event, and the last batch may be repeated",
      run: async (create) => {
        const log = await started(create, finished, 30);
        const { match } = finished.header;
        const late: LogEvent = { seq: toSeq(31), at: toTick(999_999), type: "late", seat: null, data: {} };
        const error = expectKind("append", await log.append(match, { events: [late], head: zeroHead }), "closed");
        expectSame("position", error.position, positionOf(finished, 30));
        expectSame("repeat", expectOk("append", await log.append(match, batchOf(finished, 21, 30))), error.position);
        await expectPrefix(log, finished, 30);
      },
    },
    {
      name: "append: to a match that was never created is unknown_match",
      run: async (create) => {
        const log = await create();
        expectKind("append", await log.append(open.header.match, batchOf(open, 1, 5)), "unknown_match");
        expectSame("matches", expectOk("matches", await log.matches()), []);
      },
    },
    {
      name: "append: a batch that is not one consecutive run is bad_batch and changes nothing",
      run: async (create) => {
        const log = await started(create, open, 10);
        for (const [reason, events] of badBatches(open, finished)) {
          const batch: Batch = { events, head: headAfter(hash, open.heads[10], events) }; // nothing else is wrong with it
          expectKind(reason, await log.append(open.header.match, batch), "bad_batch");
        }
        await expectPrefix(log, open, 10);
      },
    },
  ];
}

const zeroHead = "00".repeat(32) as Hex; // no log of a test has this head

function headAfter(hash: HashPort, head: Hex | undefined, events: readonly LogEvent[]): Hex {
  const chain = new Chain(hash, toHead(hexToBytes(head ?? zeroHead)));
  for (const event of events) chain.append(event);
  return chain.hex;
}

function badBatches(log: SampleLog, closing: SampleLog): readonly (readonly [string, readonly LogEvent[]])[] {
  const at = (seq: number): LogEvent => log.events[seq - 1] as LogEvent;
  const last = closing.events[closing.events.length - 1] as LogEvent;
  return [
    ["an empty batch", []],
    ["a hole", [at(11), at(13)]],
    ["an event twice", [at(11), at(11)]],
    ["events backwards", [at(12), at(11)]],
    ["a batch from 0", [{ ...at(11), seq: toSeq(0) }]],
    ["events after the closing event", [{ ...last, seq: toSeq(11), at: at(12).at }, at(12)]],
    ["time that goes back within the batch", [at(11), { ...at(12), at: toTick(at(11).at - 1) }]],
    ["time that goes back to before the batch", [{ ...at(11), at: toTick(at(10).at - 1) }]],
  ];
}

/** The batch of the sample with one event of other content. */
function forged(log: SampleLog, from: number, to: number): Batch {
  const { events, head } = batchOf(log, from, to);
  return { head, events: events.map((event, i) => (i === 0 ? { ...event, data: { forged: true } } : event)) };
}

/** A new log of the adapter that holds the first `length` events of a sample. */
export async function started(create: () => Promise<EventLog>, sample: SampleLog, length: number): Promise<EventLog> {
  const log = await create();
  await fill(log, sample, length);
  return log;
}

export async function fill(log: EventLog, sample: SampleLog, length: number): Promise<void> {
  expectOk("create", await log.create(sample.header));
  for (let from = 1; from <= length; from += 10) {
    expectOk("append", await log.append(sample.header.match, batchOf(sample, from, Math.min(length, from + 9))));
  }
}

/** What is stored is exactly the first `length` events. */
export async function expectPrefix(log: EventLog, sample: SampleLog, length: number): Promise<void> {
  expectSame("position", await positionIn(log, sample), positionOf(sample, length));
  const events = expectOk("read", await log.read(sample.header.match, 1, Number.MAX_SAFE_INTEGER));
  expectSame("events", events, sample.events.slice(0, length));
}

export function positionOf(sample: SampleLog, seq: number): { seq: number; head: Hex | undefined; closed: boolean } {
  return { seq, head: sample.heads[seq], closed: sample.events[seq - 1]?.type === "match_closed" };
}

async function positionIn(log: EventLog, sample: SampleLog): Promise<unknown> {
  return expectOk("position", await log.position(sample.header.match));
}
