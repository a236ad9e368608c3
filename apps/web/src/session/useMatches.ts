import type { MatchSummary } from "@replayground/log-dexie";
import { useCallback, useEffect, useRef, useState } from "react";
import { useServices } from "../app/services.ts";
import type { Trouble } from "../ui/ErrorNotice.tsx";
import { healthTrouble, scrubTrouble, storeTrouble } from "../words/store-troubles.ts";
import type { Library } from "./library.ts";
import { isStale } from "./rows.ts";

export interface Matches {
  /** Newest first; null until the store has answered. */
  readonly matches: readonly MatchSummary[] | null;
  /** What a person must know about the store: something is lost, or nothing can be kept. */
  readonly trouble: Trouble | null;
  readonly reload: () => void;
}

interface Answer {
  readonly matches: readonly MatchSummary[];
  readonly trouble: Trouble | null;
}

/** The matches on this device, for lists. What lists say is made again where it has fallen behind the log. */
export function useMatches(): Matches {
  const { library } = useServices();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const turn = useRef(0);
  const load = useCallback(async (): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const show = (found: Answer): boolean => {
      if (mine === turn.current) setAnswer(found);
      return mine === turn.current;
    };
    const first = await read(library);
    if (!show(first)) return;
    const stale = first.matches.filter(isStale);
    if (stale.length > 0) {
      const { relabel } = await import("./relabel.ts");
      if ((await relabel(library, stale)) > 0) show(await read(library));
    }
    await idle();
    const report = await library.scrub();
    const trouble = report.ok ? scrubTrouble(report.value) : null;
    if (trouble !== null) show({ ...(await read(library)), trouble });
  }, [library]);
  useEffect(() => {
    void load();
    return () => {
      turn.current += 1; // an answer that comes now is for nobody
    };
  }, [load]);
  const reload = useCallback(() => void load(), [load]);
  return { matches: answer?.matches ?? null, trouble: answer?.trouble ?? null, reload };
}

async function read(library: Library): Promise<Answer> {
  const health = await library.health;
  const list = await library.list();
  if (!list.ok) return { matches: [], trouble: storeTrouble(list.error) };
  return { matches: [...list.value].reverse(), trouble: healthTrouble(health) };
}

/** A moment in which the page has nothing better to do; at the latest in three seconds. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === "undefined") setTimeout(resolve, 1000);
    else requestIdleCallback(() => resolve(), { timeout: 3000 });
  });
}
