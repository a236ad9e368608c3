import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import { batchOf, createSampleLog, type SampleLog } from "@replayground/log/testing";
import { describe, expect, it } from "vitest";
import { createCanary, createFileBackup, type CanaryPort, type CanaryVerdict, type DexieLog } from "../src/index.ts";
import { createProfile, openTab } from "./databases.ts";

/** A browser profile: a database, and a text beside it. */
function createBrowser(): { profile: IDBFactory; port: CanaryPort & { text: string | null } } {
  const port = {
    text: null as string | null,
    get: () => port.text,
    set: (text: string) => {
      port.text = text;
    },
  };
  return { profile: createProfile(), port };
}

type Browser = ReturnType<typeof createBrowser>;

const finished = [1, 2, 3].map((seed) => createSampleLog(nodeHash, { seed: 30 + seed, length: 40 }));
const open = createSampleLog(nodeHash, { seed: 40, length: 100, closed: false });

/** What an app does when it starts. */
async function start({ profile, port }: Browser): Promise<{ log: DexieLog; verdict: CanaryVerdict }> {
  const log = openTab(profile);
  const canary = createCanary(port);
  const found = { report: unwrap(await log.open()), matches: unwrap(await log.list()) };
  const verdict = canary.check(found);
  canary.adopt(found);
  return { log: { ...log, ...canary.watch(log) }, verdict };
}

async function write(log: DexieLog, sample: SampleLog, length: number): Promise<void> {
  unwrap(await log.create(sample.header));
  const from = unwrap(await log.position(sample.header.match))?.seq ?? 0;
  for (let at = from; at < length; at += 20) {
    unwrap(await log.append(sample.header.match, batchOf(sample, at + 1, Math.min(length, at + 20))));
  }
}

async function played(browser: Browser): Promise<void> {
  const { log } = await start(browser);
  for (const sample of finished) await write(log, sample, 40);
  await write(log, open, 60);
  log.close();
}

describe("the canary", () => {
  it("knows a first visit, and later that everything is there", async () => {
    const browser = createBrowser();
    expect((await start(browser)).verdict).toEqual({ kind: "first_visit" });
    expect((await start(browser)).verdict).toEqual({ kind: "intact" });
    await played(browser);
    expect((await start(browser)).verdict).toEqual({ kind: "intact" });
  });

  it("names a deleted database with all that it had acknowledged, once", async () => {
    const browser = createBrowser();
    await played(browser);
    const { profile } = createBrowser();
    const robbed = { profile, port: browser.port };
    expect((await start(robbed)).verdict).toEqual({
      kind: "replaced",
      lost: { matches: 4, events: 180 },
      dataLoss: null,
    });
    expect((await start(robbed)).verdict).toEqual({ kind: "intact" });
  });

  it("names a match that ends before its last acknowledged event", async () => {
    const browser = createBrowser();
    await played(browser);
    const canary = browser.port.text ?? "";
    browser.port.text = canary.replace(`"${open.header.match}":60`, `"${open.header.match}":75`);
    expect(browser.port.text).not.toBe(canary);
    expect((await start(browser)).verdict).toEqual({
      kind: "shrunk",
      lost: { matches: 0, events: 15 },
      cut: [{ match: open.header.match, acknowledged: 75, found: 60 }],
    });
  });

  it("names matches that are gone from the same database", async () => {
    const browser = createBrowser();
    await played(browser);
    const behind = openTab(browser.profile); // not watched: what the canary does not see is a loss
    unwrap(await behind.remove(finished[0]?.header.match ?? open.header.match));
    unwrap(await behind.remove(open.header.match));
    expect((await start(browser)).verdict).toMatchObject({ kind: "shrunk", lost: { matches: 2, events: 100 } });
  });

  it("is not alarmed by removals, repeats, or an answer that was lost after the match closed", async () => {
    const browser = createBrowser();
    await played(browser);
    const { log } = await start(browser);
    const [first, second] = finished;
    if (first === undefined || second === undefined) throw new Error("samples");
    unwrap(await log.remove(first.header.match));
    unwrap(await log.append(second.header.match, batchOf(second, 21, 40)));
    unwrap(await log.remove(open.header.match));
    expect((await start(browser)).verdict).toEqual({ kind: "intact" });
    const last = createSampleLog(nodeHash, { seed: 50, length: 10 });
    await write(log, last, 9);
    const unseen = openTab(browser.profile);
    unwrap(await unseen.append(last.header.match, batchOf(last, 10, 10)));
    expect((await start(browser)).verdict).toEqual({ kind: "intact" });
  });

  it("says that it knows nothing where its own text is gone or nonsense", async () => {
    for (const text of [null, "{", "null", "[]", '{"birth":1}', '{"birth":"x","finished":{"matches":-1,"events":0}}']) {
      const browser = createBrowser();
      await played(browser);
      browser.port.text = text;
      expect((await start(browser)).verdict).toEqual({ kind: "no_canary" });
    }
  });

  it("takes the newer of its two copies", async () => {
    const browser = createBrowser();
    let file: string | null = null;
    const backup = { load: () => Promise.resolve(file), save: (text: string) => void (file = text) };
    const log = openTab(browser.profile);
    const canary = createCanary(browser.port, backup);
    await canary.ready;
    canary.adopt({ report: unwrap(await log.open()), matches: [] });
    await write({ ...log, ...canary.watch(log) }, open, 60);
    const newest = browser.port.text;
    expect(file).toBe(newest);

    browser.port.text = null; // the browser was killed before it wrote its own copy
    await createCanary(browser.port, backup).ready;
    expect(browser.port.text).toBe(newest);

    file = newest;
    const later = createCanary(browser.port);
    await write({ ...log, ...later.watch(log) }, open, 80);
    const ahead = browser.port.text;
    expect(ahead).not.toBe(newest);
    await createCanary(browser.port, backup).ready;
    expect(browser.port.text).toBe(ahead); // an old copy changes nothing

    for (const text of ["", "{", '{"birth":1}']) {
      file = text;
      await createCanary(browser.port, backup).ready;
      expect(browser.port.text).toBe(ahead);
    }
  });

  it("has no second copy where there are no private files, and says nothing of it", async () => {
    const refused = { getDirectory: () => Promise.reject(new DOMException("no", "SecurityError")) };
    for (const storage of [undefined, refused]) {
      const backup = createFileBackup(storage, "canary");
      backup.save("text");
      expect(await backup.load()).toBe(null);
    }
  });

  it("never disturbs a match when its text cannot be written", async () => {
    const browser = createBrowser();
    const blocked: CanaryPort = {
      get: () => {
        throw new DOMException("blocked", "SecurityError");
      },
      set: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    const { log } = await start({ profile: browser.profile, port: { ...blocked, text: null } });
    await write(log, open, 100);
    expect(unwrap(await log.position(open.header.match))?.seq).toBe(100);
  });
});
