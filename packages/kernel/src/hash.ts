import { asciiToBytes, bytesToHex, hexToBytes } from "./bytes.ts";
import type { Hex } from "./types.ts";

/**
 * The one port for cryptography. Synchronous: awaiting WebCrypto costs 3 us an event in Chromium and 43 us in Node.
 * Adapters live in `@replayground/hash`; all must give the same bytes.
 */
export interface HashPort {
  /** SHA-256 (FIPS 180-4): a new array of 32 bytes. The input is not kept. */
  readonly sha256: (data: Uint8Array) => Uint8Array;
  /** HMAC-SHA-256 (RFC 2104): a new array of 32 bytes. */
  readonly hmacSha256: (key: Uint8Array, data: Uint8Array) => Uint8Array;
}

/** SHA-256 of ASCII text, as hexadecimal. */
export function hashText(hash: HashPort, text: string): Hex {
  return bytesToHex(hash.sha256(asciiToBytes(text)));
}

/** What a header commits to before anyone may know the secret. Binding to the match stops reuse. */
export function commitmentOf(hash: HashPort, match: string, secret: Hex): Hex {
  return hashText(hash, `replayground/commit/1\n${match}|${secret}`);
}

/** Where a sealed part stands: part `index` of event `seq` of a match. */
export interface SealPlace {
  readonly match: string;
  readonly seq: number;
  readonly index: number;
}

/** The salt of a sealed part: the first 16 bytes of HMAC-SHA-256(secret, match "|" seq "|" index). */
export function saltOf(hash: HashPort, secret: Hex, { match, seq, index }: SealPlace): Hex {
  const mac = hash.hmacSha256(hexToBytes(secret), asciiToBytes(`${match}|${seq}|${index}`));
  return bytesToHex(mac.subarray(0, 16));
}
