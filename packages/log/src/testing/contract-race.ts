import { hexToBytes, toHead, toSeq, toTick, type HashPort, type Hex, type LogEvent } from "@replayground/kernel";
import { Chain } from "../chain.ts";
import type { Batch } from "../port.ts";
import { expectOk, expectSame, fail } from "./check.ts";
import { expectPrefix, fill } from "./contract-append.ts";
import type { ContractCase } from "./contract.ts";
import { batchOf, createSampleLog } from "./samples.ts";

const WRITERS = 32;
const ROUNDS = 200;

/** What holds when several writers want the same sequence number. */
export function raceCases(hash: HashPort): readonly ContractCase[] {
  const sample = createSampleLog(hash, { seed: 5, length: ROUNDS, closed: false });
  const { match } = sample.header;
  return [
    {
      name: `race: ${WRITERS} writers at each of ${ROUNDS} sequence numbers, exactly one wins`,
      run: async (create) => {
        const log = await create();
        let { head } = expectOk("create", await log.create(sample.header));
        const winners: LogEvent[] = [];
        for (let seq = 1; seq <= ROUNDS; seq++) {
          const rivals = Array.from({ length: WRITERS }, (_, writer) => rivalBatch(hash, { head, seq, writer }));
          const answers = await Promise.all(rivals.map((batch) => log.append(match, batch)));
          const won = rivals.filter((_, i) => answers[i]?.ok === true);
          const refused = answers.filter((answer) => !answer.ok && answer.error.kind === "conflict");
          const [winner] = won;
          if (winner === undefined || won.length !== 1 || refused.length !== WRITERS - 1) fail(`event ${seq}`, answers);
          else winners.push(...winner.events);
          head = winner?.head ?? head;
        }
        expectSame("events", expectOk("read", await log.read(match, 1, ROUNDS)), winners);
        expectSame("position", expectOk("position", await log.position(match)), { seq: ROUNDS, head, closed: false });
      },
    },
    {
      name: "race: two writers send the same batches at once; both succeed and nothing is stored twice",
      run: async (create) => {
        const log = await create();
        await fill(log, sample, 0);
        for (let from = 1; from <= ROUNDS; from += 20) {
          const batch = batchOf(sample, from, from + 19);
          const answers = await Promise.all([1, 2].map(() => log.append(match, batch)));
          if (answers.some((answer) => !answer.ok)) fail(`batch from ${from}`, answers);
        }
        await expectPrefix(log, sample, ROUNDS);
      },
    },
  ];
}

/** One event that only this writer would write, on top of `head`. */
function rivalBatch(hash: HashPort, { head, seq, writer }: { head: Hex; seq: number; writer: number }): Batch {
  const event: LogEvent = { seq: toSeq(seq), at: toTick(seq), type: "rival", seat: null, data: { writer } };
  const chain = new Chain(hash, toHead(hexToBytes(head)));
  chain.append(event);
  return { events: [event], head: chain.hex };
}
