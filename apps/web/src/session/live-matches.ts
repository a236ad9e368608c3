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

type Opening<T extends GameTypes> = Promise<Result<LiveMatch<T>, OpenError>>;

/**
 * The matches being played in this tab, of one game. There is at most one per id, whoever asks. A screen holds the
 * match it shows; what no screen holds any more is put away.
 */
export class LiveMatches<T extends GameTypes> {
  private readonly parts: { readonly face: GameFace<T>; readonly hash: HashPort; readonly library: Library };
  private readonly liveById = new Map<MatchId, LiveMatch<T>>();
  /** Matches of other tabs that this one waits for. */
  private readonly mirrorById = new Map<MatchId, Recording>();
  private readonly openingById = new Map<MatchId, Opening<T>>();
  private readonly leavingById = new Map<MatchId, Promise<void>>();
  private readonly holdersById = new Map<MatchId, number>();
  /** The match that ended last: its replay is opened next, more often than not. */
  private ended: LiveMatch<T> | null = null;

  constructor(face: GameFace<T>, hash: HashPort, library: Library) {
    this.parts = { face, hash, library };
  }

  /** A match that is being played here. */
  get(match: MatchId): LiveMatch<T> | undefined {
    return this.liveById.get(match);
  }

  /** A match that is being played here, or has just ended here. */
  recall(match: MatchId): LiveMatch<T> | undefined {
    return this.liveById.get(match) ?? (this.ended?.header.match === match ? this.ended : undefined);
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

  /** A match of this tab, or one from the store as soon as this tab may write it. Asking twice opens it once. */
  open(match: MatchId): Opening<T> {
    const known = this.openingById.get(match);
    if (known !== undefined) return known;
    const opening = this.openOnce(match).finally(() => this.openingById.delete(match));
    this.openingById.set(match, opening);
    return opening;
  }

  /** This tab has become the writer of a match that it watched: it reads what there is and goes on. */
  async resume(match: MatchId, recording: Recording): Opening<T> {
    this.mirrorById.delete(match);
    let stored = await this.parts.library.load(match);
    if (stored.ok && stored.value.events.length !== recording.getStatus().acknowledged) {
      await recording.catchUp();
      stored = await this.parts.library.load(match);
    }
    const live = stored.ok ? continueMatch(this.parts, recording, stored.value) : stored;
    if (live.ok) return ok(this.keep(live.value));
    void recording.release();
    return live;
  }

  /** Another tab has taken the match over: what this tab knows of it grows old. */
  lose(match: MatchId, recording: Recording): void {
    this.liveById.delete(match);
    this.mirrorById.set(match, recording);
  }

  /**
   * A screen shows this match until it calls the undo. A match that nobody has taken up again by the next task is put
   * away: pausing and storing would be wrong between two screens that show the same match.
   */
  hold(match: MatchId): () => void {
    this.holdersById.set(match, this.holders(match) + 1);
    return () => {
      this.holdersById.set(match, this.holders(match) - 1);
      const putAway = async (): Promise<void> => {
        await nextTask();
        this.putAwayUnheld(match);
        await this.leavingById.get(match);
      };
      this.parts.library.during(putAway());
    };
  }

  /** Also for a match that opened after its screen had gone. */
  putAwayUnheld(match: MatchId): void {
    if (this.holders(match) > 0) return;
    this.holdersById.delete(match);
    void this.mirrorById.get(match)?.release();
    this.mirrorById.delete(match);
    const live = this.liveById.get(match);
    if (live === undefined) return;
    this.liveById.delete(match);
    if (live.session.getSummary().phase === "over") this.ended = live;
    const leaving = live.leave(performance.now()).finally(() => this.leavingById.delete(match));
    this.leavingById.set(match, leaving);
  }

  private async openOnce(match: MatchId): Opening<T> {
    const live = this.liveById.get(match);
    if (live !== undefined) return ok(live);
    await this.leavingById.get(match); // left a moment ago: this tab must let go before it may ask again
    const { library } = this.parts;
    const header = await library.log.header(match);
    if (!header.ok) return header;
    const recording = Recording.begin({ library, header: header.value, isNew: false, meta: {} });
    const role = await recording.settled();
    if (role !== "mirror") return this.resume(match, recording);
    this.mirrorById.set(match, recording);
    return err({ kind: "elsewhere", recording });
  }

  private holders(match: MatchId): number {
    return this.holdersById.get(match) ?? 0;
  }

  private keep(live: LiveMatch<T>): LiveMatch<T> {
    this.liveById.set(live.header.match, live);
    return live;
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
