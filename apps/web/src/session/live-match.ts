import type { GameTypes } from "@replayground/engine";
import { err, ok, unwrap, type HashPort, type Header, type LogEvent, type Result } from "@replayground/kernel";
import { continueLocal, startLocal, type ContinueError } from "@replayground/match";
import { Replay } from "@replayground/replay";
import type { GameFace } from "../games/face.ts";
import type { Library } from "./library.ts";
import { labelsOf } from "./labels.ts";
import { PlaySession } from "./play-session.ts";
import { Recording } from "./recording.ts";
import { TapeFeed } from "./tape-feed.ts";

/** A match that is played in this tab: session, store, and the replay that grows with it. */
export interface LiveMatch<T extends GameTypes> {
  readonly face: GameFace<T>;
  readonly header: Header;
  readonly session: PlaySession<T>;
  readonly recording: Recording;
  readonly replay: Replay<T>;
  readonly tape: TapeFeed<T>;
  /**
   * Pauses, stores what waits, and says what lists show: the match can be continued any time. A match in which nothing
   * has happened yet leaves no trace. Resolves when this tab has let go.
   */
  readonly leave: (ms: number) => Promise<void>;
  /** The player begins anew: the match is over and stays as given up. */
  readonly giveUp: (ms: number) => void;
}

interface Parts<T extends GameTypes> {
  readonly face: GameFace<T>;
  readonly hash: HashPort;
  readonly library: Library;
}

/** Begins a match at once: nothing is waited for. */
export function startMatch<T extends GameTypes>({ face, hash, library }: Parts<T>, header: Header): LiveMatch<T> {
  const { play, batch } = unwrap(startLocal(face.game, hash, header));
  const replay = unwrap(Replay.open({ game: face.game, hash }, { header, events: batch.events }));
  const labels = labelsOf(face, replay, new TapeFeed(face, replay).sync());
  const meta = { mode: face.modeOf(header.options), startedAt: Date.now(), labels };
  const recording = Recording.begin({ library, header, isNew: true, meta });
  recording.record(batch);
  return assemble({ face, library, header, recording, replay }, new PlaySession(play, recording));
}

/**
 * Goes on with a stored match. `recording` must be its writer by now, so that `events` are all there are.
 * Begins with a pause at the last stored tick.
 */
export function continueMatch<T extends GameTypes>(
  { face, hash, library }: Parts<T>,
  recording: Recording,
  log: { readonly header: Header; readonly events: readonly LogEvent[] },
): Result<LiveMatch<T>, ContinueError> {
  const continued = continueLocal(face.game, hash, log);
  if (!continued.ok) return continued;
  const { play, batch } = continued.value;
  const replay = Replay.open({ game: face.game, hash }, log);
  if (!replay.ok) return err(replay.error);
  if (batch !== null) {
    recording.record(batch);
    replay.value.extend(batch.events);
  }
  const parts = { face, library, header: log.header, recording, replay: replay.value };
  return ok(assemble(parts, new PlaySession(play, recording)));
}

interface Assembly<T extends GameTypes> {
  readonly face: GameFace<T>;
  readonly library: Library;
  readonly header: Header;
  readonly recording: Recording;
  readonly replay: Replay<T>;
}

function assemble<T extends GameTypes>(parts: Assembly<T>, session: PlaySession<T>): LiveMatch<T> {
  const { face, library, header, recording, replay } = parts;
  const tape = new TapeFeed(face, replay);
  session.watch((events) => replay.extend(events));
  const describe = async (): Promise<void> => {
    await library.describe(header.match, { labels: labelsOf(face, replay, tape.sync()) });
  };
  session.subscribe(() => {
    const { phase } = session.getSummary();
    if (phase === "over" || phase === "paused") void recording.flushed().then(describe);
  });
  recording.subscribe(() => {
    if (recording.getStatus().isPressed) session.pause(performance.now());
  });
  recording.whenAsked(() => session.pause(performance.now()));
  const forget = library.remember(header.match, () => ({ header, events: replay.events }));
  const isBlank = (): boolean => face.isBlank(session.match);
  const leave = async (ms: number): Promise<void> => {
    if (!isBlank()) {
      session.pause(ms);
      await recording.flushed();
      await describe();
    }
    await (isBlank() ? recording.discard() : recording.release());
    forget();
  };
  const giveUp = (ms: number): void => {
    if (!isBlank() && session.getSummary().phase !== "over") session.abandon(ms);
  };
  return { face, header, session, recording, replay, tape, leave, giveUp };
}
