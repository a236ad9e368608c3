import type { HashPort } from "@replayground/kernel";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

/** Pure JavaScript: ready at once on every engine. The page starts with it and moves to `wasm.ts` when that is ready. */
export const nobleHash: HashPort = {
  sha256: (data) => sha256(data),
  hmacSha256: (key, data) => hmac(sha256, key, data),
};
