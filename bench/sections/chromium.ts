import { chromium, type CDPSession } from "@playwright/test";
import { parseHex, unwrap } from "@replayground/kernel";
import { formatLogLines } from "@replayground/log";
import { CHROMIUM_FLAGS, findChromium } from "../../e2e/browser.ts";
import { bundleScript, GLOBAL } from "../engines/bundle.ts";
import { ways, type Way } from "../engines/corpus-program.ts";
import { median } from "../harness/measure.ts";
import type { Section } from "../harness/types.ts";
import { readCorpus } from "./corpus.ts";

const ROUNDS = 9;

/** The corpus made again by the same code in the browser, per second of CPU time of the page's main thread. */
export const chromiumSection: Section = {
  name: "chromium",
  run: async () => {
    const { logs, events, minutes } = readCorpus();
    const texts = logs.map((log) => formatLogLines(log.header, log.events, unwrap(parseHex(log.claimed, 32))));
    const rates = await measure(await bundleScript("./corpus-program.ts"), texts);
    const noble = { name: "noble", value: rates["chain-noble"], source: "measured" } as const;
    return [
      {
        what: "re-execute, canonical bytes, chain (hash-wasm)",
        value: rates.wasm,
        unit: "events/s",
        bar: { kind: "at_least", value: 500_000 },
      },
      { what: "the same with noble", value: rates.noble, unit: "events/s" },
      {
        what: "canonical bytes and chain (hash-wasm)",
        value: rates["chain-wasm"],
        unit: "events/s",
        peer: noble,
        bar: { kind: "times_peer", value: 2.5 },
      },
      { what: "re-execute a minute of play", value: (1000 * events) / rates.wasm / minutes, unit: "ms" },
    ];
  },
};

async function measure(script: string, texts: readonly string[]): Promise<Readonly<Record<Way, number>>> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    await page.evaluate(`${GLOBAL}.prepareCorpus(${JSON.stringify(texts)}).then((run) => void (globalThis.run = run))`);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const rounds: Record<Way, number[]> = { wasm: [], noble: [], "chain-wasm": [], "chain-noble": [] };
    for (let round = -1; round < ROUNDS; round++) {
      for (const way of ways) {
        const from = await threadSeconds(session);
        const done = Number(await page.evaluate(`run("${way}")`));
        if (round >= 0) rounds[way].push(done / ((await threadSeconds(session)) - from));
      }
    }
    const medians = ways.map((way) => [way, median(rounds[way])]);
    return Object.fromEntries(medians) as Record<Way, number>; // one entry a way, as just built
  } finally {
    await browser.close();
  }
}

/** CPU seconds the page has spent on tasks so far. */
async function threadSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}
