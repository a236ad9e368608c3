import type { Header, LogEvent, MatchId, Result } from "@replayground/kernel";
import type { Batch, EventLog, Position, StoreError } from "@replayground/log";

/** A match as the page holds it in memory while it is played. */
export interface Remembered {
  readonly header: Header;
  readonly events: readonly LogEvent[];
}

/**
 * The same log; a match that it has forgotten is written anew from memory. A browser may drop a whole database under an
 * open page: the store then answers `unknown_match` for a match that is being played, and the page still holds all of it.
 * @param recall the match in memory, or null where this page does not hold it: then the answer stays as it is
 */
export function createRevivingLog(log: EventLog, recall: (match: MatchId) => Remembered | null): EventLog {
  return {
    ...log,
    append: async (match, batch) => {
      const answer = await log.append(match, batch);
      if (answer.ok || answer.error.kind !== "unknown_match") return answer;
      const memory = recall(match);
      return memory === null ? answer : revive(log, memory, batch);
    },
  };
}

/** Everything up to the end of the batch, in one append: the head of the batch is the head of all. */
async function revive(
  log: EventLog,
  { header, events }: Remembered,
  batch: Batch,
): Promise<Result<Position, StoreError>> {
  const first = batch.events[0]?.seq ?? 1;
  const created = await log.create(header);
  if (!created.ok) return created;
  const before = events.slice(created.value.seq, first - 1);
  return log.append(header.match, { events: [...before, ...batch.events], head: batch.head });
}
