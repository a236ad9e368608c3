import type { HashPort } from "@replayground/kernel";
import { nobleHash } from "./noble.ts";

/** A hash that is ready at once and gets faster by itself. */
export interface PageHash {
  readonly hash: HashPort;
  /**
   * Loads WebAssembly, which the first hash does otherwise: a page that hashes nothing loads nothing. Resolves to the
   * adapter in use from then on; never rejects: without WebAssembly the page stays with JavaScript.
   */
  readonly upgrade: () => Promise<"wasm" | "noble">;
}

/** The page's hash: pure JavaScript from the first event on, WebAssembly as soon as it is loaded. The same bytes either way. */
export function createPageHash(): PageHash {
  let upgrading: Promise<"wasm" | "noble"> | null = null;
  const upgrade = (): Promise<"wasm" | "noble"> => {
    if (upgrading !== null) return upgrading;
    current = nobleHash;
    upgrading = loadWasm().then((wasm) => {
      if (wasm === null) return "noble";
      current = wasm;
      return "wasm";
    });
    return upgrading;
  };
  const idle: HashPort = {
    sha256: (data) => {
      void upgrade();
      return nobleHash.sha256(data);
    },
    hmacSha256: (key, data) => {
      void upgrade();
      return nobleHash.hmacSha256(key, data);
    },
  };
  let current = idle;
  const hash: HashPort = {
    sha256: (data) => current.sha256(data),
    hmacSha256: (key, data) => current.hmacSha256(key, data),
  };
  return { hash, upgrade };
}

async function loadWasm(): Promise<HashPort | null> {
  try {
    const { createWasmHash } = await import("./wasm.ts");
    return await createWasmHash();
  } catch {
    return null; // no WebAssembly here, or its chunk could not be loaded
  }
}
