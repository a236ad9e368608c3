import { parseMatchId, type MatchId } from "@replayground/kernel";

/** How far the writer's log is on this device: what a mirror reads next. */
export interface PositionNews {
  readonly match: MatchId;
  readonly seq: number;
  readonly closed: boolean;
}

export interface PositionChannel {
  readonly announce: (news: PositionNews) => void;
  readonly close: () => void;
}

const NAME = "replayground/positions";

/**
 * Tells other tabs of this profile how far a match is stored. It is a hint to read the log, never the log itself.
 * @param open `(name) => new BroadcastChannel(name)`
 */
export function createPositionChannel(
  open: (name: string) => BroadcastChannel,
  onNews: (news: PositionNews) => void,
): PositionChannel {
  const channel = open(NAME);
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const news = parseNews(data);
    if (news !== null) onNews(news);
  });
  return {
    announce: (news) => channel.postMessage({ ...news }),
    close: () => channel.close(),
  };
}

/** Another tab may run other code: nothing it says is taken on trust. */
function parseNews(data: unknown): PositionNews | null {
  if (typeof data !== "object" || data === null) return null;
  if (!("match" in data) || !("seq" in data) || !("closed" in data)) return null;
  const { seq, closed } = data;
  const match = parseMatchId(data.match);
  if (!match.ok || typeof seq !== "number" || !Number.isSafeInteger(seq) || typeof closed !== "boolean") return null;
  return { match: match.value, seq, closed };
}
