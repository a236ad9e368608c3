import { parseMatchId, type MatchId } from "@replayground/kernel";
import type { ReactNode } from "react";
import { useSearchParams } from "wouter";
import type { Trouble } from "../../ui/ErrorNotice.tsx";
import { storeTrouble } from "../../words/store-troubles.ts";
import { FailedScreen } from "../failed/FailedScreen.tsx";
import { NotFoundScreen } from "../not-found/NotFoundScreen.tsx";
import { ReplayTable } from "./ReplayTable.tsx";
import { type ReplayLog, useReplayLog } from "./useReplayLog.ts";

/** `?at=` is the event to open at; without it, the end. */
export function ReplayPage({ id }: { readonly id: string }): ReactNode {
  const match = parseMatchId(id);
  const [search] = useSearchParams();
  const at = Number(search.get("at") ?? Number.NaN);
  const seq = Number.isSafeInteger(at) ? at : null;
  return match.ok ? <OpenLog key={match.value} match={match.value} seq={seq} /> : <NotFoundScreen />;
}

function OpenLog({ match, seq }: { readonly match: MatchId; readonly seq: number | null }): ReactNode {
  const log = useReplayLog(match);
  switch (log.status) {
    case "opening":
      return null; // a few milliseconds: a spinner would only flicker
    case "open":
      return <ReplayTable match={match} open={log.open} seq={seq} />;
    case "failed":
      return <ReplayFailed error={log.error} />;
  }
}

type ReplayError = Extract<ReplayLog, { readonly status: "failed" }>["error"];

function ReplayFailed({ error }: { readonly error: ReplayError }): ReactNode {
  const trouble = error.kind === "does_not_fold" ? foldTrouble(error.reason) : storeTrouble(error);
  return <FailedScreen title="This match cannot be watched" trouble={trouble} />;
}

function foldTrouble(reason: string): Trouble {
  return {
    what: "This match cannot be replayed: its stored events do not fit its rules.",
    safe: "The match is still stored as it was found. All other matches are untouched.",
    next: "Open its exported file if there is one; otherwise keep it for a later version that may read it.",
    detail: reason.slice(0, 200),
  };
}
