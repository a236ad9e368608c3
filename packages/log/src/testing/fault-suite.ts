import type { HashPort } from "@replayground/kernel";
import type { EventLog } from "../port.ts";
import { expectOk, expectSame, fail } from "./check.ts";
import { expectPrefix } from "./contract-append.ts";
import type { ContractCase } from "./contract.ts";
import { createFaultyLog, type Fault } from "./faulty.ts";
import { batchOf, createSampleLog, type SampleLog } from "./samples.ts";

const LENGTH = 70;
const MOST_TRIES = 40;

/**
 * "Fail the Nth operation, for every N": whatever fails, the log is a gapless prefix of what was played, and a writer
 * that tries again loses nothing.
 */
export function faultContract(hash: HashPort): readonly ContractCase[] {
  const sample = createSampleLog(hash, { seed: 6, length: LENGTH });
  const faults: readonly Fault[] = ["before", "after", "tear"];
  const everyN = faults.map((fault) => ({
    name: `faults: one operation fails (${fault}), for every N`,
    run: async (create: () => Promise<EventLog>) => {
      const operations = await runWith({ hash, sample, create, plan: () => null });
      for (let n = 1; n <= operations; n++) {
        await runWith({ hash, sample, create, plan: (k) => (k === n ? fault : null) });
      }
    },
  }));
  const often = {
    name: "faults: two of three operations fail, in every way",
    run: async (create: () => Promise<EventLog>) => {
      await runWith({ hash, sample, create, plan: (k) => (k % 3 === 0 ? null : (faults[(k >> 1) % 3] ?? null)) });
    },
  };
  return [...everyN, often];
}

interface Run {
  readonly hash: HashPort;
  readonly sample: SampleLog;
  readonly create: () => Promise<EventLog>;
  readonly plan: (n: number) => Fault | null;
}

/** Writes the sample through a failing log and checks what is stored after every step. Returns how many operations it took. */
async function runWith({ hash, sample, create, plan }: Run): Promise<number> {
  const inner = await create();
  const faulty = createFaultyLog(hash, inner, plan);
  await writeStubbornly(faulty.log, sample, async () => {
    const position = expectOk("position", await inner.position(sample.header.match));
    if (position !== null) await expectPrefix(inner, sample, position.seq);
  });
  await expectPrefix(inner, sample, sample.events.length);
  expectOk("remove", await inner.remove(sample.header.match)); // an adapter over one database starts the next run empty
  return faulty.operations();
}

/** A writer as the flusher is one: it repeats what was lost, and continues from the position that a conflict names. */
export async function writeStubbornly(log: EventLog, sample: SampleLog, afterEach: () => Promise<void>): Promise<void> {
  let stored = -1;
  for (let tries = 0; stored < sample.events.length; tries++) {
    if (tries > MOST_TRIES) fail("the writer makes no progress", { stored });
    const to = Math.min(sample.events.length, stored + 9);
    const answer =
      stored < 0
        ? await log.create(sample.header)
        : await log.append(sample.header.match, batchOf(sample, stored + 1, to));
    await afterEach();
    if (answer.ok) stored = answer.value.seq;
    else if (answer.error.kind === "conflict") stored = answer.error.position.seq;
    else if (answer.error.kind !== "unavailable") fail("the writer is refused", answer.error);
    if (stored >= 0 && answer.ok) expectSame("head", answer.value.head, sample.heads[stored]);
  }
}
