import type { HashPort } from "@replayground/kernel";
import { nobleHash } from "./noble.ts";

/** A hash that is ready at once and gets faster by itself. */
export interface PageHash {
  readonly hash: HashPort;
  /** Resolves to the adapter in use from then on; never rejects: without WebAssembly the page stays with JavaScript. */
  readonly upgraded: Promise<"wasm" | "noble">;
}

/** The page's hash: pure JavaScript from the first event on, WebAssembly as soon as it is loaded. The same bytes either way. */
export function createPageHash(): PageHash {
  let current: HashPort = nobleHash;
  const hash: HashPort = {
    sha256: (data) => current.sha256(data),
    hmacSha256: (key, data) => current.hmacSha256(key, data),
  };
  const upgraded = loadWasm().then((wasm) => {
    if (wasm === null) return "noble";
    current = wasm;
    return "wasm";
  });
  return { hash, upgraded };
}

async function loadWasm(): Promise<HashPort | null> {
  try {
    const { createWasmHash } = await import("./wasm.ts");
    return await createWasmHash();
  } catch {
    return null; // no WebAssembly here, or its chunk could not be loaded
  }
}
