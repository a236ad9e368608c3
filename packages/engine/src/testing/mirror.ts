import {
  MAX_EVENT_BYTES,
  bytesEqual,
  bytesToAscii,
  canonicalBytes,
  isName,
  toSeat,
  unwrap,
  type Header,
  type LogEvent,
} from "@replayground/kernel";
import { advanceTo, asGameEvent, emptyMatch, foldEvent } from "../fold.ts";
import { isFrameEvent } from "../frame.ts";
import { firstFalseSeal, redactEvent } from "../seal.ts";
import type { Authority, GameTypes, MatchState, Moment, MomentDetector, Runtime, Viewer } from "../types.ts";
import { viewMatch } from "../view.ts";
import { difference, show } from "./difference.ts";
import { checkForgeries, checkSnapshot } from "./snapshot-laws.ts";

interface Reader<T extends GameTypes> {
  readonly viewer: Viewer;
  match: MatchState<T>;
}

/**
 * Folds the log of a match as strangers would: from the canonical bytes of its events, once with full knowledge and
 * once per viewer from what that viewer may have. Every method throws `Error("<law>: ...")` on the first breach.
 */
export class Mirror<T extends GameTypes> {
  readonly events: LogEvent[] = [];
  /** Event types whose data was not built with its keys in order: correct, but slower to encode. */
  readonly unsorted: Set<string> = new Set();
  match: MatchState<T>;
  private readonly authority: Authority<T>;
  private readonly reader: Runtime<T>;
  private readonly readers: readonly Reader<T>[];
  private readonly detector: MomentDetector<T>;
  private readonly moments: Moment[] = [];

  constructor(authority: Authority<T>, header: Header) {
    const { game, hash } = authority;
    if (!isName(header.game)) throw new Error("envelope: the game is not named in lower case");
    this.authority = authority;
    this.reader = { game, hash };
    this.match = unwrap(emptyMatch(authority, header));
    const viewers: readonly Viewer[] = [...header.seats.map((_, seat) => toSeat(seat)), "spectator"];
    this.readers = viewers.map((viewer) => ({ viewer, match: unwrap(emptyMatch(this.reader, header)) }));
    this.detector = game.createMomentDetector();
    this.checkViews();
  }

  /** One more event of the log. */
  take(event: LogEvent): void {
    const copy = this.throughBytes(event);
    this.checkEnvelope(copy);
    this.match = foldEvent(this.authority, this.match, copy);
    this.events.push(copy);
    for (const reader of this.readers) {
      reader.match = foldEvent(this.reader, reader.match, redactEvent(copy, reader.viewer));
    }
    this.checkViews();
    checkSnapshot(this.authority, this.match);
    this.detect(copy);
  }

  /** The fold, brought to where the live match stands, is the live match. */
  compare(live: MatchState<T>): void {
    this.match = advanceTo(this.authority, this.match, live.at);
    for (const reader of this.readers) reader.match = advanceTo(this.reader, reader.match, live.at);
    sameMatch(this.authority, live, this.match, "live is the fold of the log");
    checkSnapshot(this.authority, this.match);
    this.checkViews();
  }

  /** A second detector that sees the finished log finds the same moments; forged snapshots are refused. */
  finish(): void {
    const { authority } = this;
    const detector = authority.game.createMomentDetector();
    const again: Moment[] = [];
    let match = unwrap(emptyMatch(authority, this.match.header));
    for (const event of this.events) {
      match = foldEvent(authority, match, event);
      if (!isFrameEvent(event.type)) again.push(...detector.observe(asGameEvent<T>(event), match.game));
    }
    const found = difference(this.moments, again, ".moments");
    if (found !== null) throw new Error(`detectors are deterministic: ${found}`);
    checkForgeries(authority, this.match);
  }

  private throughBytes(event: LogEvent): LogEvent {
    const bytes = canonicalBytes(event);
    if (!bytes.ok) throw new Error(`events have canonical bytes: ${event.type}: ${show(bytes.error)}`);
    if (JSON.stringify(event.data) !== bytesToAscii(unwrap(canonicalBytes(event.data)))) this.unsorted.add(event.type);
    return JSON.parse(bytesToAscii(bytes.value)) as LogEvent;
  }

  private checkEnvelope(event: LogEvent): void {
    const { match } = this;
    const broken = (what: string): never => {
      throw new Error(`envelope: event ${event.seq} (${event.type}) ${what}`);
    };
    if (!isName(event.type)) broken("is not named in lower case");
    // Opened values are not part of what a log hashes and bounds.
    const { length } = unwrap(canonicalBytes(redactEvent(event, "spectator")));
    if (length > MAX_EVENT_BYTES) broken(`has ${length} bytes of ${MAX_EVENT_BYTES}`);
    if (event.seq !== match.seq + 1) broken(`follows ${match.seq}`);
    if (event.at < match.at) broken(`stands at ${event.at}, the match at ${match.at}`);
    if (match.status === "finalized" || match.status === "abandoned") broken("comes after match_closed");
    if (event.seat !== null && !(event.seat in match.header.seats)) broken(`names seat ${event.seat}`);
    for (const { to } of event.sealed ?? []) if (!(to in match.header.seats)) broken(`is sealed to seat ${to}`);
    const seal = firstFalseSeal(this.authority.hash, match.header.match, event);
    if (seal !== -1) broken(`has a false seal at index ${seal}`);
    if (!isFrameEvent(event.type) && this.authority.game.describe(asGameEvent<T>(event)) === "") broken("has no words");
  }

  private checkViews(): void {
    for (const { viewer, match } of this.readers) {
      const full = viewMatch(this.authority, this.match, viewer);
      const found = difference(full, viewMatch(this.reader, match, viewer), ".view");
      if (found !== null) throw new Error(`views need only what the viewer may have (viewer ${viewer}): ${found}`);
    }
  }

  private detect(event: LogEvent): void {
    if (isFrameEvent(event.type)) return;
    for (const moment of this.detector.observe(asGameEvent<T>(event), this.match.game)) {
      if (moment.seq < 1 || moment.seq > event.seq) throw new Error(`moments cite what was seen: ${show(moment)}`);
      this.moments.push(moment);
    }
  }
}

/** Compares two matches: the frame member by member, the game by its encoded state. */
export function sameMatch<T extends GameTypes>(
  { game }: Runtime<T>,
  expected: MatchState<T>,
  actual: MatchState<T>,
  law: string,
): void {
  const found = difference({ ...expected, game: null }, { ...actual, game: null }, ".match");
  if (found !== null) throw new Error(`${law}: ${found}`);
  if (bytesEqual(game.encodeState(expected.game), game.encodeState(actual.game))) return;
  throw new Error(`${law}: encoded states differ: ${difference(expected.game, actual.game, ".state") ?? "only there"}`);
}
