import type { HashPort } from "@replayground/kernel";
import { createSHA256 } from "hash-wasm";

/** WebAssembly: three times noble's speed in Chromium. Needs `'wasm-unsafe-eval'` in the page's content security policy. */
export async function createWasmHash(): Promise<HashPort> {
  const hasher = await createSHA256();
  const sha256 = (data: Uint8Array): Uint8Array => hasher.init().update(data).digest("binary");
  return { sha256, hmacSha256: (key, data) => hmacFrom(sha256, key, data) };
}

const BLOCK = 64;

/** RFC 2104, section 2. */
function hmacFrom(sha256: HashPort["sha256"], key: Uint8Array, data: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK);
  block.set(key.length > BLOCK ? sha256(key) : key);
  const inner = new Uint8Array(BLOCK + data.length);
  const outer = new Uint8Array(BLOCK + 32);
  for (let i = 0; i < BLOCK; i++) {
    inner[i] = (block[i] ?? 0) ^ 0x36;
    outer[i] = (block[i] ?? 0) ^ 0x5c;
  }
  inner.set(data, BLOCK);
  outer.set(sha256(inner), BLOCK);
  return sha256(outer);
}
