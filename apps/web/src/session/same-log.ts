import { err, ok, type LogEvent, type MatchId, type Result } from "@replayground/kernel";
import { EventComparer, type Position, type StoreError } from "@replayground/log";
import type { Library } from "./library.ts";

/**
 * Whether events that come from outside agree with what is stored of their match, as far as both reach. A match that
 * has another history is a conflict: nothing is overwritten, and nothing is taken for the same that is not.
 */
export async function agreesWithStore(
  library: Library,
  match: MatchId,
  position: Position,
  events: readonly LogEvent[],
): Promise<Result<null, StoreError>> {
  const stored = await library.log.read(match, 1, Math.min(position.seq, events.length));
  if (!stored.ok) return stored;
  const comparer = new EventComparer();
  const agrees = stored.value.every((event, index) => {
    const other = events[index];
    return other !== undefined && comparer.equals(event, other);
  });
  return agrees ? ok(null) : err({ kind: "conflict", position });
}
