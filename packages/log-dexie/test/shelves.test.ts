import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import { batchOf, createSampleLog } from "@replayground/log/testing";
import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION, createPositionChannel, type PositionNews } from "../src/index.ts";
import { createProfile, openTab } from "./databases.ts";

const samples = [3, 1, 2].map((seed) => createSampleLog(nodeHash, { seed: 100 + seed, length: 30 }));
const [third, first, second] = samples as [(typeof samples)[0], (typeof samples)[0], (typeof samples)[0]];

describe("the list of matches", () => {
  it("is in the order of their start, with position, stamp and what the app said", async () => {
    const log = openTab(createProfile(), { engine: "sample/7" });
    for (const { header } of samples) unwrap(await log.create(header));
    unwrap(await log.append(first.header.match, batchOf(first, 1, 30)));
    unwrap(await log.append(second.header.match, batchOf(second, 1, 12)));
    unwrap(await log.describe(second.header.match, { mode: "sprint", labels: { lines: 4, outcome: "lost" } }));
    const stamp = { engine: "sample/7", schema: SCHEMA_VERSION };
    const start = 1_767_225_600_000;
    expect(unwrap(await log.list())).toEqual([
      {
        match: first.header.match,
        game: "sample",
        mode: "",
        startedAt: start + 101_000,
        labels: {},
        stamp,
        position: { seq: 30, head: first.heads[30], closed: true },
      },
      {
        match: second.header.match,
        game: "sample",
        mode: "sprint",
        startedAt: start + 102_000,
        stamp,
        labels: { lines: 4, outcome: "lost" },
        position: { seq: 12, head: second.heads[12], closed: false },
      },
      {
        match: third.header.match,
        game: "sample",
        mode: "",
        startedAt: start + 103_000,
        labels: {},
        stamp,
        position: { seq: 0, head: third.heads[0], closed: false },
      },
    ]);
  });

  it("keeps what the app said when the same match is created again, and never changes the log", async () => {
    const log = openTab(createProfile());
    unwrap(await log.create(first.header));
    unwrap(await log.describe(first.header.match, { labels: { note: 1 } }));
    unwrap(await log.create(first.header));
    expect(unwrap(await log.list())[0]?.labels).toEqual({ note: 1 });
    expect(unwrap(await log.header(first.header.match))).toEqual(first.header);
  });

  it("cannot describe a match that is not here", async () => {
    const log = openTab(createProfile());
    expect(await log.describe(first.header.match, { mode: "x" })).toMatchObject({ error: { kind: "unknown_match" } });
  });
});

describe("keyframes", () => {
  const bytes = (n: number) => Uint8Array.of(n);

  it("gives the last one at or before an event, of this match and this engine only", async () => {
    const profile = createProfile();
    const log = openTab(profile, { engine: "one" });
    for (const seq of [10, 20, 30]) unwrap(await log.keyframes.put(first.header.match, { seq, bytes: bytes(seq) }));
    unwrap(await log.keyframes.put(second.header.match, { seq: 15, bytes: bytes(99) }));
    const found = await Promise.all([9, 10, 19, 20, 500].map((seq) => log.keyframes.before(first.header.match, seq)));
    expect(found.map((each) => unwrap(each)?.seq)).toEqual([undefined, 10, 10, 20, 30]);
    expect(unwrap(await log.keyframes.before(first.header.match, 25))?.bytes).toEqual(bytes(20));
    log.close();
    const newer = openTab(profile, { engine: "two" });
    expect(unwrap(await newer.keyframes.before(first.header.match, 500))).toBe(null);
  });

  it("go with their match", async () => {
    const log = openTab(createProfile());
    unwrap(await log.create(first.header));
    unwrap(await log.keyframes.put(first.header.match, { seq: 10, bytes: bytes(1) }));
    unwrap(await log.keyframes.put(second.header.match, { seq: 10, bytes: bytes(2) }));
    unwrap(await log.remove(first.header.match));
    expect(unwrap(await log.keyframes.before(first.header.match, 99))).toBe(null);
    expect(unwrap(await log.keyframes.before(second.header.match, 99))?.bytes).toEqual(bytes(2));
  });
});

describe("settings", () => {
  it("are kept by key, over tabs and restarts", async () => {
    const profile = createProfile();
    const log = openTab(profile);
    expect(unwrap(await log.settings.get("handling"))).toBe(undefined);
    unwrap(await log.settings.put("handling", { arr: 2, das: 10 }));
    expect(unwrap(await openTab(profile).settings.get("handling"))).toEqual({ arr: 2, das: 10 });
    unwrap(await log.settings.remove("handling"));
    expect(unwrap(await log.settings.get("handling"))).toBe(undefined);
  });
});

describe("the position channel", () => {
  const news: PositionNews = { match: first.header.match, seq: 20, closed: false };
  const open = (name: string): BroadcastChannel => new BroadcastChannel(name);
  const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

  it("tells the other tabs, not the speaker, and takes nothing on trust", async () => {
    const heard: [string, PositionNews][] = [];
    const a = createPositionChannel(open, (each) => heard.push(["a", each]));
    const b = createPositionChannel(open, (each) => heard.push(["b", each]));
    const stranger = open("replayground/positions");
    a.announce(news);
    const nonsense: unknown[] = [
      null,
      1,
      "x",
      {},
      { ...news, match: "x" },
      { ...news, seq: 0.5 },
      { ...news, closed: 1 },
    ];
    for (const message of nonsense) stranger.postMessage(message);
    await settled();
    expect(heard).toEqual([["b", news]]);
    a.close();
    b.announce(news);
    await settled();
    expect(heard).toHaveLength(1);
    b.close();
    stranger.close();
  });
});
