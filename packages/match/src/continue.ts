import { err, ok, unwrap, type HashPort, type Header, type LogEvent, type Result } from "@replayground/kernel";
import {
  createMatch,
  emptyMatch,
  execute,
  foldEvent,
  frameCommand,
  type Authority,
  type Game,
  type GameTypes,
  type HeaderError,
  type MatchState,
} from "@replayground/engine";
import { Chain, type Batch } from "@replayground/log";
import { openLocal, type LocalPlay } from "./local-play.ts";

export type ContinueError =
  | HeaderError
  /** Only matches with an open secret are played on this device. */
  | { readonly kind: "not_local" }
  /** The log is final. */
  | { readonly kind: "over" };

export interface Continued<T extends GameTypes> {
  readonly play: LocalPlay<T>;
  /** The pause at the last stored tick, to be recorded first; null if the match was paused already. */
  readonly batch: Batch | null;
}

/**
 * Goes on with a match that was left: folds its log and begins with a pause at the last stored tick, because whatever
 * was played after it is lost, and keys that were held are not held any more. A match that was left before its first
 * events were stored begins again: they follow from its header. The log was written by this device; whoever doubts that
 * verifies first.
 */
export function continueLocal<T extends GameTypes>(
  game: Game<T>,
  hash: HashPort,
  log: StoredLog,
): Result<Continued<T>, ContinueError> {
  const { header, events } = log;
  if (header.chance.kind !== "open") return err({ kind: "not_local" });
  const authority: Authority<T> = { game, hash, secret: header.chance.secret };
  const stood = standing(authority, log);
  if (!stood.ok) return stood;
  const { match, begun } = stood.value;
  const chain = Chain.from(hash, header);
  for (const event of events) chain.append(event);
  if (match.status !== "running") return err({ kind: "over" });
  if (match.paused) return ok({ play: openLocal(authority, match, chain.head), batch: null });
  const step = execute(authority, match, frameCommand("pause", null), match.at);
  const news = [...begun, ...step.events];
  for (const event of news) chain.append(event);
  return ok({ play: openLocal(authority, step.match, chain.head), batch: { events: news, head: chain.hex } });
}

interface StoredLog {
  readonly header: Header;
  readonly events: readonly LogEvent[];
}

interface Standing<T extends GameTypes> {
  readonly match: MatchState<T>;
  /** The first events of a match of which none is stored. */
  readonly begun: readonly LogEvent[];
}

function standing<T extends GameTypes>(
  authority: Authority<T>,
  { header, events }: StoredLog,
): Result<Standing<T>, HeaderError> {
  const empty = emptyMatch(authority, header);
  if (!empty.ok) return empty;
  if (events.length === 0) {
    const { match, events: begun } = unwrap(createMatch(authority, header));
    return ok({ match, begun });
  }
  let match = empty.value;
  for (const event of events) match = foldEvent(authority, match, event);
  return ok({ match, begun: [] });
}
