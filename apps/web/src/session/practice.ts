import type { GameTypes } from "@replayground/engine";
import { unwrap, type HashPort, type JsonObject } from "@replayground/kernel";
import { localHeader, startLocal } from "@replayground/match";
import type { GameFace } from "../games/face.ts";
import { randomBytes } from "../platform/random.ts";
import { type EventSink, PlaySession } from "./play-session.ts";

/** Nothing of a practice is kept. */
const forgetting: EventSink = { record: () => undefined, flush: () => undefined };

/** A match for trying something out: played by the same machine as any other, and stored nowhere. */
export function practise<T extends GameTypes>(face: GameFace<T>, hash: HashPort, options: JsonObject): PlaySession<T> {
  const header = localHeader(face.game, options, [null], { unixMs: Date.now(), randomBytes });
  return new PlaySession(unwrap(startLocal(face.game, hash, header)).play, forgetting);
}
