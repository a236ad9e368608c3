import { useEffect, useState } from "react";
import type { StorageFacts } from "./StorageFoot.tsx";

/** What the browser says of its storage; null where it says nothing (plain http). */
export function useStorageFacts(games: number): StorageFacts | null {
  const [facts, setFacts] = useState<Omit<StorageFacts, "games"> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const answer = await readFacts();
      if (isCurrent) setFacts(answer);
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, []);
  return facts === null ? null : { ...facts, games };
}

async function readFacts(): Promise<Omit<StorageFacts, "games"> | null> {
  const storage: StorageManager | undefined = navigator.storage; // typed as always there; it is not
  if (storage === undefined) return null;
  try {
    const { usage = 0, quota } = await storage.estimate();
    return { usedBytes: usage, quotaBytes: quota ?? null, persisted: await storage.persisted() };
  } catch {
    return null; // refused in private windows of some browsers
  }
}
