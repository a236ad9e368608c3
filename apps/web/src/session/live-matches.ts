import type { GameTypes } from "@replayground/engine";
import { err, ok, unwrap, type HashPort, type JsonObject, type MatchId, type Result } from "@replayground/kernel";
import type { StoreError } from "@replayground/log";
import type { Branch } from "@replayground/replay";
import { localHeader, type ContinueError } from "@replayground/match";
import type { GameFace } from "../games/face.ts";
import { randomBytes } from "../platform/random.ts";
import type { Library } from "./library.ts";
import { continueMatch, startMatch, type LiveMatch } from "./live-match.ts";
import { Recording } from "./recording.ts";

export type OpenError =
  | StoreError
  | ContinueError
  /** Another tab writes this match; watch it, or take it over. */
  | { readonly kind: "elsewhere"; readonly recording: Recording };

/** The matches being played in this tab, of one game. There is at most one per id, whoever asks. */
export class LiveMatches<T extends GameTypes> {
  private readonly parts: { readonly face: GameFace<T>; readonly hash: HashPort; readonly library: Library };
  private readonly liveById = new Map<MatchId, LiveMatch<T>>();

  constructor(face: GameFace<T>, hash: HashPort, library: Library) {
    this.parts = { face, hash, library };
  }

  get(match: MatchId): LiveMatch<T> | undefined {
    return this.liveById.get(match);
  }

  /** A new solo match; it is there when this returns. */
  begin(options: JsonObject): LiveMatch<T> {
    const { face } = this.parts;
    const header = localHeader(face.game, options, [null], { unixMs: Date.now(), randomBytes });
    return this.keep(startMatch(this.parts, header));
  }

  /** A match that begins like another one. It stands paused at the point where it leaves its parent. */
  beginBranch(branch: Branch<T>): LiveMatch<T> {
    const { face, library } = this.parts;
    const { header, events, head } = branch;
    const meta = { mode: face.modeOf(header.options), startedAt: Date.now() };
    const recording = Recording.begin({ library, header, isNew: true, meta });
    recording.record({ events, head });
    return this.keep(unwrap(continueMatch(this.parts, recording, { header, events })));
  }

  /** A match of this tab, or one from the store as soon as this tab may write it. */
  async open(match: MatchId): Promise<Result<LiveMatch<T>, OpenError>> {
    const known = this.liveById.get(match);
    if (known !== undefined) return ok(known);
    const header = await this.parts.library.log.header(match);
    if (!header.ok) return header;
    const recording = Recording.begin({ library: this.parts.library, header: header.value, isNew: false, meta: {} });
    const role = await settled(recording);
    if (role === "mirror") return err({ kind: "elsewhere", recording });
    return this.resume(match, recording);
  }

  /** The writer reads what there is and goes on. */
  async resume(match: MatchId, recording: Recording): Promise<Result<LiveMatch<T>, OpenError>> {
    const stored = await this.parts.library.load(match);
    const live = stored.ok ? continueMatch(this.parts, recording, stored.value) : stored;
    if (live.ok) return ok(this.keep(live.value));
    recording.release();
    return live;
  }

  /** The match is put away: stored, and open for another tab. */
  leave(match: MatchId, ms: number): void {
    this.liveById.get(match)?.leave(ms);
    this.liveById.delete(match);
  }

  /** Another tab has taken the match over: what this tab knows of it grows old. */
  forget(match: MatchId): void {
    this.liveById.delete(match);
  }

  private keep(live: LiveMatch<T>): LiveMatch<T> {
    this.liveById.set(live.header.match, live);
    return live;
  }
}

/** The first role after the wait for the lock. */
function settled(recording: Recording): Promise<"writer" | "mirror" | "released"> {
  return new Promise((resolve) => {
    const check = (): void => {
      const { role } = recording.getStatus();
      if (role === "waiting") return;
      stop();
      resolve(role);
    };
    const stop = recording.subscribe(check);
    check();
  });
}
