import { createMatch, emptyMatch, execute, foldEvent, frameCommand, viewMatch } from "@replayground/engine";
import type { Authority, GameCommand, MatchState } from "@replayground/engine";
import { nodeHash } from "@replayground/hash/node";
import { toSeat, toTick, unwrap, type Header, type LogEvent } from "@replayground/kernel";
import type { WellFormedLog } from "@replayground/log";
import { tetris, type Key, type TetrisTypes, type TetrisView } from "@replayground/tetris";

const SEAT = toSeat(0);
/** Ticks between inputs: enough for a spawn to follow a lock, too few for a piece to fall. */
const STEP = 2;

export interface KeyEdge {
  readonly edge: "down" | "up";
  readonly key: Key;
}

/**
 * The same match, played along in the test. It knows the future as the page does, because a solo log carries its secret;
 * only its ticks differ, which changes nothing as long as pieces are dropped and not left to fall.
 */
export class Shadow {
  readonly events: LogEvent[];
  private match: MatchState<TetrisTypes>;
  private readonly authority: Authority<TetrisTypes>;

  private constructor(authority: Authority<TetrisTypes>, match: MatchState<TetrisTypes>, events: readonly LogEvent[]) {
    this.authority = authority;
    this.match = match;
    this.events = [...events];
  }

  /** A match from its first event on. */
  static begin(header: Header): Shadow {
    const authority = authorityOf(header);
    const { match, events } = unwrap(createMatch(authority, header));
    return new Shadow(authority, match, events);
  }

  /** A match as far as its log goes. */
  static of({ header, events }: Pick<WellFormedLog, "header" | "events">): Shadow {
    const authority = authorityOf(header);
    let match = unwrap(emptyMatch(authority, header));
    for (const event of events) match = foldEvent(authority, match, event);
    return new Shadow(authority, match, events);
  }

  /** Number of events so far. */
  get seq(): number {
    return this.match.seq;
  }

  get isOver(): boolean {
    return this.match.status !== "running";
  }

  get view(): TetrisView {
    return viewMatch(this.authority, this.match, SEAT).game;
  }

  press({ edge, key }: KeyEdge): void {
    this.send({ type: "input", seat: SEAT, data: { edge, key } }, STEP);
  }

  /** Lets time pass: what is due happens, such as the next piece after a drop. */
  wait(ticks: number = STEP): void {
    this.send(frameCommand("tick", null), ticks);
  }

  private send(command: GameCommand, after: number): void {
    const step = execute(this.authority, this.match, command, toTick(this.match.at + after));
    this.match = step.match;
    this.events.push(...step.events);
  }
}

function authorityOf(header: Header): Authority<TetrisTypes> {
  if (header.chance.kind !== "open") throw new Error("A solo match has an open secret.");
  return { game: tetris, hash: nodeHash, secret: header.chance.secret };
}
