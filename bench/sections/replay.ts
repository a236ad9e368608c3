import { createHash } from "node:crypto";
import { createTestRandom } from "@replayground/engine/testing";
import { nobleHash } from "@replayground/hash/noble";
import { nodeHash } from "@replayground/hash/node";
import { createWasmHash } from "@replayground/hash/wasm";
import { invariant, unwrap, type HashPort, type LogEvent } from "@replayground/kernel";
import { Chain, eventToJson, type WellFormedLog } from "@replayground/log";
import { Replay, verifyLog } from "@replayground/replay";
import { tetris } from "@replayground/tetris";
import canonicalize from "canonicalize";
import { median, quantile, race, wallMs } from "../harness/measure.ts";
import type { Section } from "../harness/types.ts";
import { reExecuteLog } from "./re-execute-log.ts";
import { readCorpus, registry } from "./corpus.ts";

const boardgame = { name: "boardgame.io, unverified", value: 62_000, source: "published" } as const;

/** The corpus made again from its commands, with canonical bytes and chain; and judged against what was stored. */
export const replaySection: Section = {
  name: "replay",
  run: async () => {
    const { logs, events, minutes } = readCorpus();
    const wasm = await createWasmHash();
    const all = (work: (log: WellFormedLog) => void) => (): number => {
      for (const log of logs) work(log);
      return events;
    };
    const rates = race([
      { name: "node", batch: all((log) => reExecuteLog(nodeHash, log)) },
      { name: "wasm", batch: all((log) => reExecuteLog(wasm, log)) },
      { name: "noble", batch: all((log) => reExecuteLog(nobleHash, log)) },
      { name: "verify", batch: all((log) => unwrap(verifyLog(registry, nodeHash, log))) },
    ]);
    const msPerMinute = (1000 * events) / rates.node / minutes;
    return [
      {
        what: "re-execute, canonical bytes, chain",
        value: rates.node,
        unit: "events/s",
        peer: boardgame,
        bar: { kind: "at_least", value: 500_000 },
      },
      { what: "the same with hash-wasm", value: rates.wasm, unit: "events/s" },
      { what: "the same with noble", value: rates.noble, unit: "events/s" },
      { what: "verify: and compare with the stored events", value: rates.verify, unit: "events/s", peer: boardgame },
      { what: "re-execute a minute of play", value: msPerMinute, unit: "ms" },
    ];
  },
};

/** The chain alone, against the same from parts. */
export const chainSection: Section = {
  name: "chain",
  run: async () => {
    const { logs, events } = readCorpus();
    const each = (work: (log: WellFormedLog) => void) => (): number => {
      for (const log of logs) work(log);
      return events;
    };
    const rates = race([
      { name: "ours", batch: each((log) => chainOf(nodeHash, log)) },
      { name: "parts", batch: each(chainFromParts) },
    ]);
    const peer = { name: "canonicalize + createHash", value: rates.parts, source: "measured" } as const;
    return [
      {
        what: "canonical bytes and chain",
        value: rates.ours,
        unit: "events/s",
        peer,
        bar: { kind: "times_peer", value: 3 },
      },
    ];
  },
};

function chainOf(hash: HashPort, { header, events }: WellFormedLog): Uint8Array {
  const chain = Chain.from(hash, header);
  for (const event of events) chain.append(event);
  return chain.head;
}

/** What a careful program would write without this project: RFC 8785 from npm, SHA-256 from Node. */
function chainFromParts({ header, events }: WellFormedLog): Uint8Array {
  let head: Uint8Array = createHash("sha256")
    .update("replayground/log/1\n")
    .update(canonicalize(header) ?? "")
    .digest();
  for (const event of events) head = createHash("sha256").update(head).update(canonicalText(event)).digest();
  return head;
}

function canonicalText(event: LogEvent): string {
  return canonicalize(eventToJson(event, false)) ?? "";
}

const SEEKS = 2000;

/** Ten minutes of play: opening it to scrub, and seeking anywhere. */
export const seekSection: Section = {
  name: "seek",
  run: async () => {
    const { logs } = readCorpus();
    const longest = logs.reduce((a, b) => (b.events.length > a.events.length ? b : a));
    const { header, events } = longest;
    const runtime = { game: tetris, hash: nodeHash };
    const opened: number[] = [];
    for (let round = 0; round < 9; round++)
      opened.push(wallMs(() => void unwrap(Replay.open(runtime, { header, events }))));
    const replay = unwrap(Replay.open(runtime, { header, events }));
    const random = createTestRandom(1);
    const seeks = Array.from({ length: SEEKS }, () => {
      const seq = random.below(replay.length + 1);
      return wallMs(() => invariant(replay.at(seq).seq === seq, "a seek ends where it should"));
    });
    return [
      {
        what: `open a replay of ${events.length} events`,
        value: median(opened),
        unit: "ms",
        bar: { kind: "at_most", value: 100 },
      },
      {
        what: "seek to a random event, p95",
        value: quantile(seeks, 0.95),
        unit: "ms",
        bar: { kind: "at_most", value: 16 },
      },
      { what: "seek to a random event, median", value: median(seeks), unit: "ms" },
    ];
  },
};
