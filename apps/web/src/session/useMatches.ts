import type { MatchSummary } from "@replayground/log-dexie";
import { useCallback, useEffect, useState } from "react";
import { useServices } from "../app/services.ts";
import type { Trouble } from "../ui/ErrorNotice.tsx";
import { storeTrouble } from "../words/troubles.ts";
import type { StoreHealth } from "./library.ts";

export interface Matches {
  /** Newest first; null until the store has answered. */
  readonly matches: readonly MatchSummary[] | null;
  /** What a person must know about the store: something is lost, or nothing can be kept. */
  readonly trouble: Trouble | null;
  readonly reload: () => void;
}

/** The matches on this device, for lists. */
export function useMatches(): Matches {
  const { library } = useServices();
  const [matches, setMatches] = useState<readonly MatchSummary[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const read = useCallback(async (): Promise<() => void> => {
    const health = await library.health;
    const list = await library.list();
    return () => {
      setMatches(list.ok ? [...list.value].reverse() : []);
      setTrouble(list.ok ? healthTrouble(health) : storeTrouble(list.error));
    };
  }, [library]);
  useEffect(() => {
    let isCurrent = true;
    const start = async (): Promise<void> => {
      const show = await read();
      if (isCurrent) show();
    };
    void start();
    return () => {
      isCurrent = false;
    };
  }, [read]);
  const reload = useCallback(() => {
    const again = async (): Promise<void> => (await read())();
    void again();
  }, [read]);
  return { matches, trouble, reload };
}

/** Browsers can drop a whole database without a word: the canary says so in ours. */
function healthTrouble(health: StoreHealth): Trouble | null {
  if (health.kind === "memory_only") return storeTrouble(health.error);
  const { verdict } = health;
  switch (verdict.kind) {
    case "first_visit":
    case "intact":
    case "no_canary":
      return null;
    case "replaced":
      return {
        what: `This browser deleted its games: ${lost(verdict.lost.matches, verdict.lost.events)} are gone.`,
        safe: "Files you have exported. They can be opened here again.",
        next: "Open them from History. What you play from now on is kept again.",
        detail: verdict.dataLoss ?? "the database was replaced",
      };
    case "shrunk":
      return {
        what: `Part of this browser's storage is gone: ${lost(verdict.lost.matches, verdict.lost.events)} are missing.`,
        safe: "Every match that is listed, up to where it reaches.",
        next: "Export what matters to you, and open exported files of what is missing.",
        detail: verdict.cut.map(({ match, acknowledged, found }) => `${match}: ${found} of ${acknowledged}`).join(", "),
      };
  }
}

function lost(matches: number, events: number): string {
  return `${matches} ${matches === 1 ? "game" : "games"} and ${events} events`;
}
