import { createHash, createHmac } from "node:crypto";
import { asciiToBytes, bytesToHex, type HashPort } from "@replayground/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nobleHash } from "../src/noble.ts";
import { nodeHash } from "../src/node.ts";
import { createPageHash } from "../src/page.ts";
import { createWasmHash } from "../src/wasm.ts";

const adapters: readonly (readonly [string, HashPort])[] = [
  ["noble", nobleHash],
  ["node", nodeHash],
  ["wasm", await createWasmHash()],
];

describe.each(adapters)("%s", (_name, hash) => {
  it.each([
    // FIPS 180-4 examples (NIST CSRC, SHA256.pdf).
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
  ])("sha256(%j)", (text, digest) => {
    expect(bytesToHex(hash.sha256(asciiToBytes(text)))).toBe(digest);
  });

  it("hmac: RFC 4231, test case 2", () => {
    const mac = hash.hmacSha256(asciiToBytes("Jefe"), asciiToBytes("what do ya want for nothing?"));
    expect(bytesToHex(mac)).toBe("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  });

  it("agrees with OpenSSL on any input, and keeps earlier results", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 100 }), (data, key) => {
        const first = hash.sha256(data);
        const second = hash.hmacSha256(key, data);
        expect(bytesToHex(first)).toBe(createHash("sha256").update(data).digest("hex"));
        expect(bytesToHex(second)).toBe(createHmac("sha256", key).update(data).digest("hex"));
      }),
    );
  });
});

it("the page's hash gives the same bytes before and after it was upgraded", async () => {
  const page = createPageHash();
  const data = asciiToBytes("abc");
  const before = bytesToHex(page.hash.sha256(data));
  const macBefore = bytesToHex(page.hash.hmacSha256(data, data));
  expect(await page.upgrade()).toBe("wasm");
  expect(bytesToHex(page.hash.sha256(data))).toBe(before);
  expect(bytesToHex(page.hash.hmacSha256(data, data))).toBe(macBefore);
});
