import { gzipSync } from "node:zlib";
import { writeMatchFile } from "@replayground/archive";
import { nodeHash } from "@replayground/hash/node";
import { parseHex, unwrap } from "@replayground/kernel";
import { formatLogLines, packEvents, type WellFormedLog } from "@replayground/log";
import type { Section } from "../harness/types.ts";
import { playRecorded, recordedGames } from "../lib/recorded.ts";
import { readCorpus, registry } from "./corpus.ts";

/** A flush to IndexedDB holds about this many events: a quarter of a second, at most twenty. */
const SEGMENT = 20;

/** How large the corpus is in each of its forms. */
export const sizesSection: Section = {
  name: "sizes",
  run: async () => {
    const { logs, events, pieces } = readCorpus();
    const file = await fileBytes(logs);
    const recorded = recordedGames().map((game) => playRecorded(game));
    const recordedEvents = recorded.reduce((sum, log) => sum + log.events.length, 0);
    const lines = logs.map(linesOf);
    const text = lines.reduce((sum, part) => sum + part.length, 0);
    const zipped = lines.reduce((sum, part) => sum + gzipSync(part).length, 0);
    const peer = { name: "JSON lines, gzip", value: zipped / events, source: "measured" } as const;
    return [
      { what: "match file", value: file / events, unit: "B/event", peer, bar: { kind: "at_most", value: 12 } },
      { what: "match file", value: file / pieces, unit: "B/piece", bar: { kind: "at_most", value: 30 } },
      {
        what: "match file, recorded hands of real games",
        value: (await fileBytes(recorded)) / recordedEvents,
        unit: "B/event",
        bar: { kind: "at_most", value: 12 },
      },
      {
        what: "packed, whole log",
        value: packed(logs, Infinity) / events,
        unit: "B/event",
        bar: { kind: "at_most", value: 60 },
      },
      {
        what: `packed, ${SEGMENT} events a segment`,
        value: packed(logs, SEGMENT) / events,
        unit: "B/event",
        bar: { kind: "at_most", value: 60 },
      },
      { what: "canonical JSON lines", value: text / events, unit: "B/event" },
    ];
  },
};

async function fileBytes(logs: readonly WellFormedLog[]): Promise<number> {
  let bytes = 0;
  for (const log of logs) bytes += unwrap(await writeMatchFile(registry, nodeHash, log)).length;
  return bytes;
}

function linesOf({ header, events, claimed }: WellFormedLog): string {
  return formatLogLines(header, events, unwrap(parseHex(claimed, 32)));
}

function packed(logs: readonly WellFormedLog[], size: number): number {
  let bytes = 0;
  for (const { events } of logs) {
    for (let at = 0; at < events.length; at += size) bytes += packEvents(events.slice(at, at + size)).length;
  }
  return bytes;
}
