import type { MatchId } from "@replayground/kernel";
import type { ReactNode } from "react";
import { Redirect } from "wouter";
import type { Trouble } from "../../ui/ErrorNotice.tsx";
import { storeTrouble } from "../../words/store-troubles.ts";
import { FailedScreen } from "../failed/FailedScreen.tsx";
import type { Opened } from "./useLive.ts";

type PlayError = Extract<Opened, { readonly status: "failed" }>["error"];

/** A match that cannot be played on. One that is over is simply watched. */
export function PlayFailed({ match, error }: { readonly match: MatchId; readonly error: PlayError }): ReactNode {
  if (error.kind === "over") return <Redirect to={`/replay/${match}`} replace />;
  return <FailedScreen title="This match cannot be played on" trouble={troubleOf(error)} />;
}

function troubleOf(error: Exclude<PlayError, { readonly kind: "over" }>): Trouble {
  switch (error.kind) {
    case "not_local":
      return trouble("This match is played with a server and cannot go on here.", error.kind);
    case "wrong_game":
    case "unknown_rules":
    case "wrong_seats":
    case "bad_options":
      return trouble("This match was begun with rules that this page does not have.", error.kind);
    case "conflict":
    case "closed":
    case "unknown_match":
    case "bad_batch":
    case "damaged":
    case "unavailable":
      return storeTrouble(error);
  }
}

function trouble(what: string, detail: string): Trouble {
  return { what, safe: "The match is stored as it was left.", next: "Load the newest version of the page.", detail };
}
