import { useSyncExternalStore } from "react";

const query = "(max-width: 600px)";

function subscribe(onChange: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener("change", onChange);
  return () => list.removeEventListener("change", onChange);
}

/** The layout of a phone, for the few sizes that CSS cannot set: canvases and piece art. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(query).matches);
