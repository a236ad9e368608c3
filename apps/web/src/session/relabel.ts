import type { Header, LogEvent } from "@replayground/kernel";
import { packEvents } from "@replayground/log";
import type { MatchSummary } from "@replayground/log-dexie";
import { judge } from "../judge/judge.ts";
import type { Library } from "./library.ts";

/**
 * Makes the labels of these matches again, one after the other and off the main thread. A match whose log cannot be read
 * keeps what it has. Resolves with the number of matches that have new labels.
 */
export async function relabel(library: Library, summaries: readonly MatchSummary[]): Promise<number> {
  let count = 0;
  for (const { match } of summaries) {
    const stored = await library.load(match);
    const listing = stored.ok ? await listingOf(stored.value) : null;
    if (listing?.ok !== true) continue;
    const described = await library.describe(match, listing.value);
    if (described.ok) count++;
  }
  return count;
}

function listingOf({
  header,
  events,
}: {
  readonly header: Header;
  readonly events: readonly LogEvent[];
}): ReturnType<typeof judge<"list">> {
  return judge({ kind: "list", log: { header, packed: packEvents(events), claimed: null } });
}
