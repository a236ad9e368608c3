import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { nodeHash } from "@replayground/hash/node";
import { createSampleLog } from "@replayground/log/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launch, serveSite, type RunningBrowser, type Site } from "./browser/browser.ts";

/**
 * The promises of this package in a real browser that is killed, robbed and damaged. Set KILLS for more or fewer rounds
 * and CHROMIUM for another browser.
 */
const KILLS = Number(process.env["KILLS"] ?? 100);
const SEED = Number(process.env["SEED"] ?? 1);

let site: Site;
let profile = "";
let running: RunningBrowser | null = null;

beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), "replayground-profile-"));
});
afterEach(async () => {
  await running?.kill().catch(() => null);
  running = null;
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

async function open(): Promise<RunningBrowser> {
  running = await launch(profile, site.url);
  return running;
}

async function quit(): Promise<void> {
  await running?.quit();
  running = null;
}

/** Plays whole samples and closes the browser in peace. */
async function fill(seeds: readonly number[]): Promise<void> {
  const page = await (await open()).openPage();
  await page.evaluate(() => window.kit.start());
  for (const seed of seeds) await page.evaluate((each) => window.kit.play(each, 20, 0), seed);
  await quit();
}

/** Files of the database, largest first. */
function databaseFiles(ending: string): readonly string[] {
  const folder = join(profile, "Default", "IndexedDB");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  return files.filter((file) => file.endsWith(ending)).sort((a, b) => statSync(b).size - statSync(a).size);
}

describe("a browser that is killed", () => {
  it(`loses nothing that it acknowledged without saying so: ${KILLS} kills`, async () => {
    const acknowledged = new Map<number, number>();
    const outcomes: Record<string, number> = {};
    for (let round = 0; round < KILLS; round++) {
      const browser = await open();
      const page = await browser.openPage((seed, seq) => void acknowledged.set(seed, seq));
      const { verdict } = await page.evaluate(() => window.kit.start());
      outcomes[verdict.kind] = (outcomes[verdict.kind] ?? 0) + 1;
      const isNamed = verdict.kind === "replaced" || verdict.kind === "shrunk";
      if (isNamed) acknowledged.clear();
      for (const [seed, seq] of acknowledged) {
        const found = await page.evaluate((each) => window.kit.check(each), seed);
        expect(found, `round ${round}, seed ${SEED}: match ${seed}, acknowledged ${seq}`).toMatchObject({
          isPrefix: true,
        });
        expect(found.seq).toBeGreaterThanOrEqual(seq);
      }
      if (acknowledged.size > 5) acknowledged.clear(); // the newest are at risk; the list stays short
      const playing = page.evaluate((seed) => window.kit.play(seed, 3, 4), SEED * 10_000 + round);
      playing.catch(() => null); // it is killed in the middle
      await wait(200 + ((round * 7919 * SEED) % 1100));
      await browser.kill();
      running = null;
    }
    process.stdout.write(`kills: ${KILLS}, verdicts at the starts: ${JSON.stringify(outcomes)}\n`);
  });
});

describe("a database that is damaged or gone", () => {
  /**
   * Chromium destroys the database at the first read of the damaged block. A scrub reads the newest matches first: damage
   * in the ninth oldest of forty costs the nine oldest.
   */
  it("with one bit flipped on disk: saves what stands before it, puts it back, and says so", async () => {
    await fill(Array.from({ length: 40 }, (_, i) => 100 + i));
    await fill([]); // the next start turns the journal into tables
    flipBitOf(createSampleLog(nodeHash, { seed: 108, length: 1 }).header.match);
    const page = await (await open()).openPage();
    const start = performance.now();
    const report = await page.evaluate(() => window.kit.scrub());
    const took = Math.round(performance.now() - start);
    if (report.kind !== "restored") throw new Error(`not restored: ${JSON.stringify(report)}`);
    const { kept, cut } = report;
    process.stdout.write(`bit flip: kept ${JSON.stringify(kept)} of 160,000 events, cut ${cut.length}, ${took} ms\n`);
    expect(kept.events).toBeGreaterThan(0.7 * 160_000);
    expect(took).toBeLessThan(3000);
    const { verdict } = await page.evaluate(() => window.kit.start());
    expect(verdict.kind).toBe("replaced");
    await quit();
    const next = await (await open()).openPage();
    const again = await next.evaluate(() => window.kit.start());
    expect(again.verdict.kind).toBe("intact");
    expect(again.matches.reduce((sum, { position }) => sum + position.seq, 0)).toBe(kept.events);
    expect(await next.evaluate(() => window.kit.check(139))).toMatchObject({ seq: 4000, isPrefix: true });
  });

  /**
   * Flips a bit in the folded segments of a match. A table also holds records that were replaced since, and tells nobody
   * which; a folded segment is told by its size.
   */
  function flipBitOf(match: string): void {
    const [table] = databaseFiles(".ldb");
    if (table === undefined) throw new Error("no table file: this browser stores otherwise");
    const bytes = readFileSync(table);
    const places: number[] = [];
    for (let at = bytes.indexOf(match); at >= 0; at = bytes.indexOf(match, at + 1)) places.push(at);
    const folded = places.filter((place, i) => isBetween((places[i + 1] ?? place) - place, 2000, 6000));
    expect(folded.length).toBeGreaterThan(0);
    for (const place of folded) bytes[place + 1000] = (bytes[place + 1000] ?? 0) ^ 1;
    writeFileSync(table, bytes);
  }

  it("deleted from disk: the next start names what is missing", async () => {
    await fill([1, 2]);
    rmSync(join(profile, "Default", "IndexedDB"), { recursive: true, force: true });
    const page = await (await open()).openPage();
    const { verdict } = await page.evaluate(() => window.kit.start());
    expect(verdict).toMatchObject({ kind: "replaced", lost: { matches: 2, events: 8000 } });
  });
});

describe("two tabs", () => {
  const match = "019b76da-abe8-7125-a52f-671604f7559a";

  it("have one writer, and the mirror takes over within two seconds when the writer crashes", async () => {
    const browser = await open();
    const first = await browser.openPage();
    const second = await browser.openPage();
    expect(await first.evaluate((id) => window.kit.lease(id), match)).toBe("writer");
    expect(await second.evaluate((id) => window.kit.lease(id), match)).toBe("mirror");
    const session = await first.context().newCDPSession(first);
    const start = performance.now();
    session.send("Page.crash").catch(() => null);
    await second.waitForFunction(() => window.kit.roles().at(-1) === "writer", null, { timeout: 5000 });
    const took = performance.now() - start;
    process.stdout.write(`takeover after a crash: ${Math.round(took)} ms\n`);
    expect(took).toBeLessThan(2000);
  });

  it("hand over on demand", async () => {
    const browser = await open();
    const first = await browser.openPage();
    const second = await browser.openPage();
    await first.evaluate((id) => window.kit.lease(id), match);
    await second.evaluate((id) => window.kit.lease(id), match);
    await second.evaluate(() => window.kit.takeOver());
    await first.waitForFunction(() => window.kit.roles().at(-1) === "mirror");
    await second.waitForFunction(() => window.kit.roles().at(-1) === "writer");
    await first.evaluate(() => window.kit.takeOver());
    await second.waitForFunction(() => window.kit.roles().at(-1) === "mirror");
  });
});

describe("no space left", () => {
  it("keeps the events, names the reason, and stores everything when space returns", async () => {
    const browser = await open();
    const page = await browser.openPage();
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(site.url);
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 40_000 });
    await page.evaluate(() => window.kit.start());
    const playing = page.evaluate(() => window.kit.play(7, 20, 2));
    await page.waitForFunction(() => window.kit.troubles().length > 0);
    expect(await page.evaluate(() => window.kit.troubles())).toContain("quota");
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    await playing;
    expect(await page.evaluate(() => window.kit.check(7))).toMatchObject({ seq: 4000, isPrefix: true });
  });
});

describe("what a match costs", () => {
  it("is at most 60 bytes an event as the browser counts it, and an append within a frame", async () => {
    const page = await (await open()).openPage();
    await page.evaluate(() => window.kit.start());
    await page.evaluate(() => window.kit.play(1, 4, 0));
    const bytes = await page.evaluate(() => window.kit.bytes());
    const times = await page.evaluate(() => window.kit.latencies(2));
    const at = (share: number): string => (times[Math.floor(share * times.length)] ?? 0).toFixed(1);
    process.stdout.write(`append of four events: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n`);
    expect(Number(at(0.5))).toBeLessThanOrEqual(16);
    process.stdout.write(`storage: ${(bytes / 4000).toFixed(1)} bytes an event\n`);
    expect(bytes / 4000).toBeLessThanOrEqual(60);
  });
});

function isBetween(value: number, low: number, high: number): boolean {
  return low < value && value < high;
}
