// What Chromium runs for the bench: the corpus made again, with the pure-JavaScript hash and with WebAssembly.
import { nobleHash } from "@replayground/hash/noble";
import { createWasmHash } from "@replayground/hash/wasm";
import { unwrap, type HashPort } from "@replayground/kernel";
import { Chain, parseLogLines, type WellFormedLog } from "@replayground/log";
import { reExecuteLog } from "../sections/re-execute-log.ts";

export interface BrowserRates {
  /** Events a second, round by round. */
  readonly wasm: readonly number[];
  readonly noble: readonly number[];
  readonly chainWasm: readonly number[];
  readonly chainNoble: readonly number[];
}

/** Runs every way over all logs, in turn, `rounds` times after one to warm up. */
export async function measureCorpus(texts: readonly string[], rounds: number): Promise<BrowserRates> {
  const logs = texts.map((text) => unwrap(parseLogLines(text)));
  const wasmHash = await createWasmHash();
  const ways = {
    wasm: () => reExecuteAll(wasmHash, logs),
    noble: () => reExecuteAll(nobleHash, logs),
    chainWasm: () => chainAll(wasmHash, logs),
    chainNoble: () => chainAll(nobleHash, logs),
  };
  const rates = { wasm: [], noble: [], chainWasm: [], chainNoble: [] } as Record<keyof typeof ways, number[]>; // filled below
  const names: readonly (keyof typeof ways)[] = ["wasm", "noble", "chainWasm", "chainNoble"];
  const events = logs.reduce((sum, log) => sum + log.events.length, 0);
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const from = performance.now();
      ways[name]();
      if (round >= 0) rates[name].push((1000 * events) / (performance.now() - from));
    }
  }
  return rates;
}

function reExecuteAll(hash: HashPort, logs: readonly WellFormedLog[]): void {
  for (const log of logs) reExecuteLog(hash, log);
}

function chainAll(hash: HashPort, logs: readonly WellFormedLog[]): void {
  for (const { header, events } of logs) {
    const chain = Chain.from(hash, header);
    for (const event of events) chain.append(event);
  }
}
