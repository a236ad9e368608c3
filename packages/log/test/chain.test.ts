import { createHash } from "node:crypto";
import { nobleHash } from "@replayground/hash/noble";
import { nodeHash } from "@replayground/hash/node";
import { createWasmHash } from "@replayground/hash/wasm";
import { bytesToHex, parseJson, unwrap, type Hex } from "@replayground/kernel";
import { describe, expect, it } from "vitest";
import {
  CHECKPOINT_EVERY,
  Chain,
  checkChain,
  checkpointsOf,
  genesisHead,
  parseEvent,
  parseHeader,
} from "../src/index.ts";
import { createSampleLog } from "../src/testing/index.ts";

/**
 * A log spelled by hand, and its heads computed here with nothing but SHA-256: the format is frozen by these lines.
 * They catch a change of key order, separators, domain, sealing or of what is hashed.
 */
const SALT = "0f".repeat(16);
const DIGEST = "ab".repeat(32);
const HEADER =
  '{"chance":{"kind":"open","nonces":[],"secret":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"},' +
  '"format":1,"game":"sample","match":"0192f0c1-0000-7000-8000-000000000001","options":{"goal":40,"mode":"sprint"},' +
  '"parent":null,"rules":1,"seats":[{"bot":null,"key":"00112233445566778899aabbccddeeff"}],"ticket":null}';
const EVENTS = [
  '{"at":0,"data":{"index":0,"piece":"T"},"seat":0,"seq":1,"type":"piece_spawn"}',
  `{"at":17,"data":{"note":"a \\"quoted\\" \\\\ word","rows":[0,-1,[]]},"sealed":[{"digest":"${DIGEST}","to":1}],` +
    '"seat":null,"seq":2,"type":"card_drawn"}',
  '{"at":9007199254740991,"data":{},"seat":63,"seq":3,"type":"match_closed"}',
];
const FROZEN = [
  "e64abac84b76d11d0655c03faee0eb826805130ed6f0501c264e8174f1edba6d",
  "6a34906199aeac30b5a0db323f48fb84d89983917485b70e807b5b4d64b10e07",
  "b735bcf663d132aaef8144c8c1db7248996c13b4d9dcc8e1fa74e020e3a3ec25",
  "5e5641fba3fe2b31a4952931caa51c42e63318983713c7fa4d8915fea57c5d98",
];

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const header = unwrap(parseHeader(unwrap(parseJson(HEADER, 10_000))));
const events = EVENTS.map((line, i) => unwrap(parseEvent(unwrap(parseJson(line, 10_000)), i + 1)));

describe("the chain", () => {
  it("has the heads that anyone computes with a JSON text and SHA-256, and always had", () => {
    let head = sha256("replayground/log/1\n", HEADER);
    const expected = [head.toString("hex")];
    for (const line of EVENTS) {
      head = sha256(head, line);
      expected.push(head.toString("hex"));
    }
    const chain = Chain.from(nodeHash, header);
    const heads: string[] = [chain.hex];
    for (const event of events) {
      chain.append(event);
      heads.push(chain.hex);
    }
    expect(heads).toEqual(expected);
    expect(heads).toEqual(FROZEN);
  });

  it("does not depend on opened values: they are outside the hash", () => {
    const [first, second, third] = events;
    if (first === undefined || second === undefined || third === undefined) throw new Error("events");
    const opened = {
      ...second,
      sealed: second.sealed?.map((part) => ({ ...part, opened: { salt: SALT as Hex, value: 1 } })),
    };
    const chain = Chain.from(nodeHash, header);
    for (const event of [first, opened as typeof second, third]) chain.append(event);
    expect(chain.hex).toBe(FROZEN[3]);
  });

  it("is the same with every hash there is", async () => {
    const sample = createSampleLog(nodeHash, { seed: 8, length: 300 });
    const last = sample.heads[300];
    for (const hash of [nodeHash, nobleHash, await createWasmHash()]) {
      const chain = Chain.from(hash, sample.header);
      for (const event of sample.events) chain.append(event);
      expect(chain.hex).toBe(last);
    }
  });

  it("continues from any head, and keeps the heads it gave out", () => {
    const sample = createSampleLog(nodeHash, { seed: 9, length: 40 });
    const chain = Chain.from(nodeHash, sample.header);
    const heads = sample.events.map((event) => chain.append(event));
    expect(heads.map((head) => bytesToHex(head))).toEqual(sample.heads.slice(1));
    const middle = heads[19];
    if (middle === undefined) throw new Error("heads");
    const rest = new Chain(nodeHash, middle);
    for (const event of sample.events.slice(20)) rest.append(event);
    expect(rest.hex).toBe(sample.heads[40]);
    expect(bytesToHex(genesisHead(nodeHash, sample.header))).toBe(sample.heads[0]);
  });
});

describe("checkChain", () => {
  const sample = createSampleLog(nodeHash, { seed: 10, length: 600 });
  const log = { header: sample.header, events: sample.events, claimed: sample.heads[600] ?? null };

  it("accepts the claimed head, and a log that claims none", () => {
    expect(checkChain(nodeHash, log)).toMatchObject({ ok: true, value: { head: sample.heads[600] } });
    expect(checkChain(nodeHash, { ...log, claimed: null })).toMatchObject({ ok: true });
  });

  it("refuses any other head, and any change of any event or of the header", () => {
    const broken = { ok: false, error: { kind: "chain_broken", seq: 600 } };
    expect(checkChain(nodeHash, { ...log, claimed: sample.heads[599] ?? null })).toEqual(broken);
    expect(checkChain(nodeHash, { ...log, header: { ...log.header, rules: 2 } })).toEqual(broken);
    for (let i = 0; i < 600; i += 37) {
      const forged = log.events.map((event, k) => (k === i ? { ...event, data: { ...event.data, forged: 1 } } : event));
      expect(checkChain(nodeHash, { ...log, events: forged })).toEqual(broken);
    }
  });

  it("gives a checkpoint after every 256 events and after the last", () => {
    const points = checkpointsOf(nodeHash, log);
    expect(points).toEqual([256, 512, 600].map((seq) => ({ head: sample.heads[seq], seq })));
    expect(CHECKPOINT_EVERY).toBe(256);
    const even = { ...log, events: log.events.slice(0, 512) };
    expect(checkpointsOf(nodeHash, even).map(({ seq }) => seq)).toEqual([256, 512]);
    expect(checkpointsOf(nodeHash, { ...log, events: [] })).toEqual([]);
  });
});
