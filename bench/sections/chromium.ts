import { parseHex, unwrap } from "@replayground/kernel";
import { formatLogLines } from "@replayground/log";
import { bundleScript, GLOBAL } from "../engines/bundle.ts";
import type { BrowserRates } from "../engines/bench-program.ts";
import { browser } from "../engines/hosts.ts";
import { median } from "../harness/measure.ts";
import type { Section } from "../harness/types.ts";
import { readCorpus } from "./corpus.ts";

const ROUNDS = 7;

/** The corpus made again by the same code in the browser. Wall-clock time: other work on the machine counts. */
export const chromiumSection: Section = {
  name: "chromium",
  run: async () => {
    const { logs, events, minutes } = readCorpus();
    const texts = logs.map((log) => formatLogLines(log.header, log.events, unwrap(parseHex(log.claimed, 32))));
    const script = await bundleScript("./bench-program.ts");
    const call = `${GLOBAL}.measureCorpus(${JSON.stringify(texts)}, ${ROUNDS}).then(JSON.stringify)`;
    const rates = JSON.parse(await browser.run(script, call)) as BrowserRates; // our own program's answer
    const noble = { name: "noble", value: median(rates.chainNoble), source: "measured" } as const;
    return [
      {
        what: "re-execute, canonical bytes, chain (hash-wasm)",
        value: median(rates.wasm),
        unit: "events/s",
        bar: { kind: "at_least", value: 500_000 },
      },
      { what: "the same with noble", value: median(rates.noble), unit: "events/s" },
      {
        what: "canonical bytes and chain (hash-wasm)",
        value: median(rates.chainWasm),
        unit: "events/s",
        peer: noble,
        bar: { kind: "times_peer", value: 2.5 },
      },
      { what: "re-execute a minute of play", value: (1000 * events) / median(rates.wasm) / minutes, unit: "ms" },
    ];
  },
};
