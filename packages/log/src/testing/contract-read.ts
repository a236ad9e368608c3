import type { HashPort } from "@replayground/kernel";
import { eventToJson } from "../event.ts";
import { expectKind, expectOk, expectSame } from "./check.ts";
import { expectPrefix, fill, started } from "./contract-append.ts";
import type { ContractCase } from "./contract.ts";
import { createSampleLog } from "./samples.ts";

/** What reading, listing and removing promise. */
export function readCases(hash: HashPort): readonly ContractCase[] {
  const sample = createSampleLog(hash, { seed: 3, length: 600 });
  const { match } = sample.header;
  const others = [9, 4, 7].map((seed) => createSampleLog(hash, { seed, length: 12 }));
  return [
    {
      name: "read: what is read is what was written, opened seals included",
      run: async (create) => {
        const log = await started(create, sample, 600);
        const events = expectOk("read", await log.read(match, 1, 600));
        const spelled = events.map((event) => eventToJson(event, true));
        const written = sample.events.map((event) => eventToJson(event, true));
        expectSame("events", spelled, written);
        const opened = events.filter(({ sealed }) => sealed?.some((part) => part.opened !== undefined));
        if (opened.length < 50) throw new Error("the sample holds too few opened seals to prove anything");
        expectSame("header", expectOk("header", await log.header(match)), sample.header);
      },
    },
    {
      name: "read: a range is inclusive on both sides and ends with the log",
      run: async (create) => {
        const log = await started(create, sample, 590);
        for (const [from, to] of ranges) {
          const found = expectOk("read", await log.read(match, from, to));
          expectSame(
            `${from}..${to}`,
            found,
            sample.events.slice(0, 590).slice(Math.max(0, from - 1), Math.max(0, to)),
          );
        }
      },
    },
    {
      name: "read, header: a match that is not here is unknown_match; its position is null",
      run: async (create) => {
        const log = await create();
        expectKind("read", await log.read(match, 1, 5), "unknown_match");
        expectKind("header", await log.header(match), "unknown_match");
        expectSame("position", expectOk("position", await log.position(match)), null);
      },
    },
    {
      name: "matches: ids come in their own order, whatever the order of creation",
      run: async (create) => {
        const log = await create();
        for (const other of others) await fill(log, other, 12);
        const ids = others.map(({ header }) => header.match).sort((a, b) => (a < b ? -1 : 1));
        expectSame("matches", expectOk("matches", await log.matches()), ids);
      },
    },
    {
      name: "remove: forgets one match altogether; it may be removed again and created anew",
      run: async (create) => {
        const log = await started(create, sample, 300);
        for (const other of others) await fill(log, other, 12);
        expectSame("remove", expectOk("remove", await log.remove(match)), null);
        expectSame("remove again", expectOk("remove", await log.remove(match)), null);
        expectSame("position", expectOk("position", await log.position(match)), null);
        expectKind("read", await log.read(match, 1, 5), "unknown_match");
        for (const other of others) await expectPrefix(log, other, 12);
        await fill(log, sample, 20);
        await expectPrefix(log, sample, 20);
      },
    },
  ];
}

const ranges: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 20],
  [20, 21],
  [255, 258],
  [256, 256],
  [257, 512],
  [300, 10_000],
  [590, 590],
  [591, 600],
  [7, 6],
  [0, 3],
  [1, 0],
];
