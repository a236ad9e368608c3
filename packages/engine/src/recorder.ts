import { invariant, toSeq, toTick, type JsonObject, type LogEvent, type Seat } from "@replayground/kernel";
import { chanceOf } from "./chance.ts";
import { advanceTo, foldEvent } from "./fold.ts";
import { isFrameEvent, type FrameEventType } from "./frame.ts";
import { sealSecrets } from "./seal.ts";
import type { Authority, ChancePort, Draft, GameEvent, GameTypes, MatchState, Rejection, Step } from "./types.ts";

/** More events than this between two commands are refused: a hostile log could otherwise run for ever. */
export const MAX_EVENTS_PER_STEP = 10_000;

/** Gathers what one step does: every draft becomes an event, is folded at once, and nothing is kept if the step fails. */
export class Recorder<T extends GameTypes> {
  match: MatchState<T>;
  private readonly authority: Authority<T>;
  private readonly events: LogEvent[] = [];

  constructor(authority: Authority<T>, match: MatchState<T>) {
    this.authority = authority;
    this.match = match;
  }

  /** The chance as it stands: a nonce added in this step counts. */
  get chance(): ChancePort {
    const chance = chanceOf(this.authority, this.match);
    invariant(chance !== null, "an authority knows the secret");
    return chance;
  }

  /** The game's first events. From here on the chance is fixed. */
  start(): void {
    const { header, options } = this.match;
    this.append(this.authority.game.setup({ header, options }, this.chance).events);
  }

  /** Runs everything due at or before `at`, then stands at `at`; nothing while paused. False if it is too much for one step. */
  runTo(at: number): boolean {
    const { game } = this.authority;
    const until = toTick(at);
    while (this.match.status === "running" && !this.match.paused) {
      const due = game.nextDue(this.match.game, until);
      if (due === null) break;
      this.match = advanceTo(this.authority, this.match, due);
      const drafts = game.elapse(this.match.game, this.chance);
      invariant(drafts.length > 0, "what is due causes an event");
      if (this.events.length + drafts.length > MAX_EVENTS_PER_STEP) return false;
      this.append(drafts);
    }
    if (this.match.status === "running") this.match = advanceTo(this.authority, this.match, at);
    return true;
  }

  /** Records what the game says has happened, and closes the match if that ended it. */
  append(drafts: readonly Draft<T["event"]>[]): void {
    for (const draft of drafts) {
      invariant(!isFrameEvent(draft.type), "a game does not record events of the frame");
      this.record(draft);
    }
    const over = this.match.status === "running" && this.authority.game.outcome(this.match.game) !== null;
    if (over) this.close("finalized", null);
  }

  frame(type: FrameEventType, seat: Seat | null, data: JsonObject): void {
    this.record({ type, seat, data });
  }

  close(how: "finalized" | "abandoned", seat: Seat | null): void {
    const committed = this.match.header.chance.kind === "committed";
    this.frame("match_closed", seat, { how, secret: committed ? this.authority.secret : null });
  }

  done(rejection: Rejection | null = null): Step<T> {
    return { match: this.match, events: this.events, rejection };
  }

  private record(draft: Draft<GameEvent>): void {
    const { seat, type, data, secrets } = draft;
    const seq = toSeq(this.match.seq + 1);
    const { at, header } = this.match;
    const place = { match: header.match, seq };
    const event: LogEvent =
      secrets === undefined
        ? { seq, at, type, seat, data }
        : {
            seq,
            at,
            type,
            seat,
            data,
            sealed: sealSecrets(this.authority.hash, this.authority.secret, place, secrets),
          };
    this.events.push(event);
    this.match = foldEvent(this.authority, this.match, event);
  }
}
