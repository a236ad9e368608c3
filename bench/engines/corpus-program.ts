// What Chromium runs for the bench: the corpus made again, with the pure-JavaScript hash and with WebAssembly.
import { nobleHash } from "@replayground/hash/noble";
import { createWasmHash } from "@replayground/hash/wasm";
import { unwrap, type HashPort } from "@replayground/kernel";
import { Chain, parseLogLines, type WellFormedLog } from "@replayground/log";
import { reExecuteLog } from "../sections/re-execute-log.ts";

export const ways = ["wasm", "noble", "chain-wasm", "chain-noble"] as const;
export type Way = (typeof ways)[number];

/** Reads the corpus; then each call does one round in one way and says how many events that were. */
export async function prepareCorpus(texts: readonly string[]): Promise<(way: Way) => number> {
  const logs = texts.map((text) => unwrap(parseLogLines(text)));
  const wasmHash = await createWasmHash();
  const events = logs.reduce((sum, log) => sum + log.events.length, 0);
  return (way) => {
    const hash = way === "wasm" || way === "chain-wasm" ? wasmHash : nobleHash;
    const work = way === "wasm" || way === "noble" ? reExecuteLog : chainLog;
    for (const log of logs) work(hash, log);
    return events;
  };
}

function chainLog(hash: HashPort, { header, events }: WellFormedLog): void {
  const chain = Chain.from(hash, header);
  for (const event of events) chain.append(event);
}
