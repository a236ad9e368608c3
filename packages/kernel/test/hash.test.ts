import { createHash, createHmac } from "node:crypto";
import { nodeHash } from "@replayground/hash/node";
import { describe, expect, it } from "vitest";
import { commitmentOf, hashText, parseHex, saltOf, unwrap } from "../src/index.ts";

const SECRET = unwrap(parseHex("0b".repeat(32), 32));
const MATCH = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";

describe("what is hashed", () => {
  it("is text as it stands (FIPS 180-4 examples)", () => {
    expect(hashText(nodeHash, "abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(hashText(nodeHash, "")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  it("a commitment binds secret and match", () => {
    const text = `replayground/commit/1\n${MATCH}|${SECRET}`;
    expect(commitmentOf(nodeHash, MATCH, SECRET)).toBe(createHash("sha256").update(text).digest("hex"));
  });

  it("a salt is keyed by the secret's bytes, not its digits, and cut to 16 bytes", () => {
    const mac = createHmac("sha256", Buffer.alloc(32, 0x0b)).update(`${MATCH}|7|2`).digest("hex");
    expect(saltOf(nodeHash, SECRET, { match: MATCH, seq: 7, index: 2 })).toBe(mac.slice(0, 32));
  });
});
