import type { LogEvent, MatchId } from "@replayground/kernel";
import type { Library } from "./library.ts";

/**
 * Reads what another tab writes: `onEvents` gets every further event in order, each once. News are a hint to read; the
 * log itself says what is there. Returns the undo.
 */
export function followMatch(
  library: Library,
  match: MatchId,
  from: number,
  onEvents: (events: readonly LogEvent[]) => void,
): () => void {
  let seq = from;
  let reading = false;
  let stopped = false;
  const read = async (upTo: number): Promise<void> => {
    if (reading || stopped || upTo <= seq) return;
    reading = true;
    const events = await library.log.read(match, seq + 1, Number.MAX_SAFE_INTEGER);
    reading = false;
    if (stopped || !events.ok || events.value.length === 0) return;
    seq += events.value.length;
    onEvents(events.value);
    if (upTo > seq) await read(upTo);
  };
  const stop = library.onNews((news) => {
    if (news.match === match) void read(news.seq);
  });
  return () => {
    stopped = true;
    stop();
  };
}
