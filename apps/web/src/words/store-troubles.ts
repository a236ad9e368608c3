import type { StoreError } from "@replayground/log";
import type { ScrubReport } from "@replayground/log-dexie";
import type { StoreHealth } from "../session/library.ts";
import type { Trouble } from "../ui/ErrorNotice.tsx";
import { formatCount, sayCount } from "./numbers.ts";

/** Why the store did not do what was asked. */
export function storeTrouble(error: StoreError): Trouble {
  const detail = "reason" in error ? `${error.kind}: ${error.reason}` : error.kind;
  switch (error.kind) {
    case "unavailable":
      return { ...unavailable(error.reason), detail };
    case "damaged":
      return {
        what: `Part of this match cannot be read: the first ${formatCount(error.readable)} events are sound.`,
        safe: "Those events, and all other matches.",
        next: "Export what is sound before anything else, and keep this tab open until that is done.",
        detail,
      };
    case "unknown_match":
      return {
        what: "There is no such match on this device.",
        safe: "Every match that is here stays here.",
        next: "Open History, or open the match's file.",
        detail,
      };
    case "conflict":
    case "closed":
      return {
        what: "This match went on somewhere else.",
        safe: "What was stored first. Nothing was overwritten.",
        next: "Load the page again to see the match as it is stored.",
        detail,
      };
    case "bad_batch":
      return {
        what: "This page tried to store something it must not. That is a defect of Replayground.",
        safe: "Everything stored before.",
        next: "Load the page again and continue from there.",
        detail,
      };
  }
}

function unavailable(reason: string): Trouble {
  switch (reason) {
    case "quota":
      return {
        what: "This browser has no room left for the match.",
        safe: "Everything played is in this tab; nothing is lost while it is open.",
        next: "Free some space, or export the match now. Writing goes on by itself.",
      };
    case "no_storage":
      return {
        what: "This browser gives the page no storage.",
        safe: "Matches live in this tab until it is closed.",
        next: "Leave private browsing, or export what you want to keep.",
      };
    case "superseded":
      return {
        what: "A newer version of Replayground has taken over the storage.",
        safe: "Everything that was stored.",
        next: "Load the page again.",
      };
    default: // reasons of the browser
      return {
        what: "The browser's storage does not answer.",
        safe: "What was stored before, and what this tab holds.",
        next: "Wait a moment; the page keeps trying. If it lasts, export the match and load the page again.",
      };
  }
}

/** Browsers can drop a whole database without a word: the canary says so in ours. */
export function healthTrouble(health: StoreHealth): Trouble | null {
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

/** What reading everything once has met; null where all of it is sound. */
export function scrubTrouble(report: ScrubReport): Trouble | null {
  if (report.kind === "sound") return null;
  const { kept, cut } = report;
  const saved = `${sayCount(kept.matches, "game")} with ${sayCount(kept.events, "event")}`;
  const detail = cut.map(({ match, kept: from, known }) => `${match}: ${from} of ${known ?? "?"}`).join(", ");
  return {
    what: `Part of this browser's storage is damaged. ${sayCount(cut.length, "game")} can no longer be read to the end.`,
    safe: `Here are ${saved}, up to where each of them reaches.`,
    next: "Export what matters to you before anything else, and keep this tab open until that is done.",
    detail: `${report.kind}${detail === "" ? "" : `, ${detail}`}`.slice(0, 300),
  };
}

function lost(matches: number, events: number): string {
  return `${sayCount(matches, "game")} and ${sayCount(events, "event")}`;
}
