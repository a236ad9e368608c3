import { createHash, createHmac } from "node:crypto";
import { nodeHash } from "@replayground/hash/node";
import { nobleHash } from "@replayground/hash/noble";
import { parseHex, saltOf, toSeat, unwrap, type Hex, type Json, type LogEvent } from "@replayground/kernel";
import { describe, expect, it } from "vitest";
import {
  emptyMatch,
  firstFalseSeal,
  foldEvent,
  redactEvent,
  sealDigest,
  sealSecrets,
  viewMatch,
} from "../src/index.ts";
import { reexecute } from "../src/testing/index.ts";
import { NONCES, abandon, ask, committedTable, start, table, tick } from "./fixtures.ts";

const MATCH = "018bcfe5-6801-7000-8000-000000000001";
const SECRET = unwrap(parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", 32));

/** Written a second time, from the architecture's text and Node's own crypto. */
const independentSalt = (match: string, seq: number, index: number): string =>
  createHmac("sha256", Buffer.from(SECRET, "hex")).update(`${match}|${seq}|${index}`).digest("hex").slice(0, 32);
const independentDigest = (place: string, salt: string, canonical: string): string =>
  createHash("sha256").update(`replayground/seal/1\n${place}|${salt}|${canonical}`).digest("hex");

interface SealVector {
  readonly seq: number;
  readonly index: number;
  readonly value: Json;
  readonly canonical: string;
  readonly salt: string;
  readonly digest: string;
}

describe("a seal", () => {
  // Frozen, made with Python's hmac and hashlib: a change would make every sealed log of the past a false one.
  it.each<SealVector>([
    {
      seq: 1,
      index: 0,
      value: "07",
      canonical: '"07"',
      salt: "8449fd1825dd089861181aca09f05056",
      digest: "c7eabc7b7b18b18c6d3d38c4277908d57934932d5fae714320b2ba5a29416350",
    },
    {
      seq: 1,
      index: 1,
      value: "20",
      canonical: '"20"',
      salt: "417143aac951a2048ea074de5375a87a",
      digest: "d2d3397fee64a3c96819bb1cfd93025c99f81b8972b17f336af211d550d814b9",
    },
    {
      seq: 2,
      index: 0,
      value: "above",
      canonical: '"above"',
      salt: "111f6887f068653602b36038e0ec2432",
      digest: "5d0457d88f6c3fa42c26fbd533213e1e5596a7b22472c08bac417291742b2625",
    },
    {
      seq: 255,
      index: 3,
      value: null,
      canonical: "null",
      salt: "bfe59d43e3bf338542ee9206833fb8cf",
      digest: "bcc397e05faae5be70b0b9472dfa7e635926914a6aba99096d6d70f1cbed5b22",
    },
    {
      seq: 256,
      index: 0,
      value: { b: [1, true], a: "x" },
      canonical: '{"a":"x","b":[1,true]}',
      salt: "b71d58f3ece8189dacca85bac7611169",
      digest: "bf803520217b3b443ec3642f994066c33770f690b629b4e89167352d6620800c",
    },
  ])("of event $seq, part $index, value $canonical", ({ seq, index, value, canonical, salt, digest }) => {
    const place = { match: MATCH, seq, index };
    expect(independentSalt(MATCH, seq, index)).toBe(salt);
    expect(independentDigest(`${MATCH}|${seq}|${index}`, salt, canonical)).toBe(digest);
    for (const hash of [nodeHash, nobleHash]) {
      expect(saltOf(hash, SECRET, place)).toBe(salt);
      expect(sealDigest(hash, place, salt as Hex, value)).toBe(digest);
    }
  });

  it("differs by match, event, part, salt and value", () => {
    const at = { match: MATCH, seq: 1, index: 0 };
    const [salt, other] = [saltOf(nodeHash, SECRET, at), saltOf(nodeHash, SECRET, { ...at, index: 1 })];
    const digests = [
      sealDigest(nodeHash, at, salt, "07"),
      sealDigest(nodeHash, at, salt, "08"),
      sealDigest(nodeHash, at, other, "07"),
      sealDigest(nodeHash, { ...at, seq: 2 }, salt, "07"),
      sealDigest(nodeHash, { ...at, index: 1 }, salt, "07"),
      sealDigest(nodeHash, { ...at, match: MATCH.replace(/1$/, "2") }, salt, "07"),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  it("is made by the runner: games name a seat and a value, parts are numbered in order", () => {
    const parts = sealSecrets(nodeHash, SECRET, { match: MATCH, seq: 9 }, [
      { to: toSeat(1), value: "a" },
      { to: toSeat(0), value: "b" },
    ]);
    expect(parts.map(({ to, opened }) => [to, opened?.salt, opened?.value])).toEqual([
      [1, independentSalt(MATCH, 9, 0), "a"],
      [0, independentSalt(MATCH, 9, 1), "b"],
    ]);
  });
});

/** A committed match with a question, a hint and an end. */
const committed = committedTable();
const { authority, header } = committed;
const log = start(committed).after([
  ...NONCES,
  { command: ask(0, 5), at: 10 },
  { command: tick, at: 6000 },
  { command: abandon, at: 7000 },
]).events;

describe("redaction", () => {
  it("leaves each viewer its own parts, everyone every digest, and the original untouched", () => {
    const dealt = log.find(({ type }) => type === "numbers_dealt");
    if (dealt === undefined) throw new Error("numbers are dealt");
    const before = JSON.stringify(dealt);
    const openedFor = (viewer: Parameters<typeof redactEvent>[1]): boolean[] =>
      (redactEvent(dealt, viewer).sealed ?? []).map(({ opened }) => opened !== undefined);
    expect(openedFor(toSeat(0))).toEqual([true, false]);
    expect(openedFor(toSeat(1))).toEqual([false, true]);
    expect(openedFor("spectator")).toEqual([false, false]);
    expect(redactEvent(dealt, "spectator").sealed?.map(({ digest }) => digest)).toEqual(
      dealt.sealed?.map(({ digest }) => digest),
    );
    expect(JSON.stringify(dealt)).toBe(before);
  });

  it("returns an event without sealed parts as it is", () => {
    const [added] = log;
    if (added === undefined) throw new Error("nonces are added");
    expect(redactEvent(added, "spectator")).toBe(added);
  });

  it("still shows a seat its own number, and nobody another's", () => {
    const numbers = [toSeat(0), toSeat(1), "spectator" as const].map((viewer) => {
      const { match } = start(committed).after(NONCES);
      return viewMatch(authority, match, viewer).game.sides.map(({ number }) => number !== null);
    });
    expect(numbers).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  it("is no obstacle to anyone's view", () => {
    const { game, hash } = authority;
    for (const viewer of [toSeat(0), toSeat(1), "spectator"] as const) {
      const full = log.reduce(
        (match, event) => foldEvent(authority, match, event),
        unwrap(emptyMatch(authority, header)),
      );
      const own = log.reduce(
        (match, event) => foldEvent({ game, hash }, match, redactEvent(event, viewer)),
        unwrap(emptyMatch({ game, hash }, header)),
      );
      expect(viewMatch({ game, hash }, own, viewer)).toEqual(viewMatch(authority, full, viewer));
    }
  });
});

describe("a false seal", () => {
  const dealt = log.find(({ type }) => type === "numbers_dealt");
  const part = dealt?.sealed?.[1];
  if (dealt === undefined || part?.opened === undefined) throw new Error("numbers are dealt");
  const withPart = (changed: typeof part): LogEvent => ({
    ...dealt,
    sealed: [...(dealt.sealed ?? []).slice(0, 1), changed],
  });
  const { opened } = part;

  it.each<[string, LogEvent, number]>([
    ["an honest event", dealt, -1],
    ["a part that is not opened", withPart({ to: part.to, digest: part.digest }), -1],
    ["another value", withPart({ ...part, opened: { ...opened, value: "99" } }), 1],
    ["another salt", withPart({ ...part, opened: { ...opened, salt: "00".repeat(16) as Hex } }), 1],
    ["another digest", withPart({ ...part, digest: "00".repeat(32) as Hex }), 1],
    ["parts that changed places", { ...dealt, sealed: (dealt.sealed ?? []).slice().reverse() }, 0],
    ["a number that is not its own", { ...dealt, seq: 4 as typeof dealt.seq }, 0],
  ])("%s", (_name, event, index) => {
    expect(firstFalseSeal(nodeHash, header.match, event)).toBe(index);
  });
});

describe("the reveal", () => {
  it("lets anyone re-execute everything from a spectator's log: deal, seals and all", () => {
    const seen = log.map((event) => redactEvent(event, "spectator"));
    const last = seen[seen.length - 1];
    const secret = unwrap(parseHex(last?.data["secret"], 32));
    const again = reexecute({ game: authority.game, hash: nodeHash, secret }, header, seen);
    expect(again.events).toEqual(log);
  });

  it("comes with the closing event and not before, and never stands in an open match's events", () => {
    const text = JSON.stringify(log.slice(0, -1));
    expect(text).not.toContain(authority.secret);
    expect(JSON.stringify(log[log.length - 1])).toContain(authority.secret);
    const open = start(table()).after([{ command: abandon, at: 10 }]).events;
    expect(open[open.length - 1]?.data).toEqual({ how: "abandoned", secret: null });
  });
});
