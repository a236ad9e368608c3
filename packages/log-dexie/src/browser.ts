import type { CanaryPort } from "./canary.ts";
import type { Flusher } from "./flusher.ts";

/** The canary as one entry of localStorage. */
export function createStorageCanary(storage: Pick<Storage, "getItem" | "setItem">, key: string): CanaryPort {
  return { get: () => storage.getItem(key), set: (text) => storage.setItem(key, text) };
}

/**
 * Flushes when the page is hidden or left: the last moments in which a page on a phone runs at all.
 * Returns how to stop.
 */
export function flushWhenHidden(page: Document, view: Window, flusher: Flusher): () => void {
  const flush = (): void => void flusher.flushNow();
  const onVisibility = (): void => {
    if (page.visibilityState === "hidden") flush();
  };
  page.addEventListener("visibilitychange", onVisibility);
  view.addEventListener("pagehide", flush);
  return () => {
    page.removeEventListener("visibilitychange", onVisibility);
    view.removeEventListener("pagehide", flush);
  };
}
