import { createMatch, execute, foldEvent, frameCommand, viewMatch } from "@replayground/engine";
import type { Authority, GameCommand, MatchState } from "@replayground/engine";
import { nodeHash } from "@replayground/hash/node";
import { toSeat, toTick, unwrap, type Header } from "@replayground/kernel";
import type { WellFormedLog } from "@replayground/log";
import { tetris, type Key, type TetrisTypes, type TetrisView } from "@replayground/tetris";

const SEAT = toSeat(0);
/** Ticks between the shadow's inputs: enough for a spawn to follow a lock, too few for a piece to fall. */
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
  private match: MatchState<TetrisTypes>;
  private readonly authority: Authority<TetrisTypes>;

  private constructor(authority: Authority<TetrisTypes>, match: MatchState<TetrisTypes>) {
    this.authority = authority;
    this.match = match;
  }

  static of({ header, events }: Pick<WellFormedLog, "header" | "events">): Shadow {
    const authority = authorityOf(header);
    let match = unwrap(createMatch(authority, header)).match;
    for (const event of events.slice(match.seq)) match = foldEvent(authority, match, event);
    return new Shadow(authority, match);
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
    this.send({ type: "input", seat: SEAT, data: { edge, key } });
  }

  /** Lets what is due happen, such as the next piece after a drop. */
  settle(): void {
    this.send(frameCommand("tick", null));
  }

  private send(command: GameCommand): void {
    this.match = execute(this.authority, this.match, command, toTick(this.match.at + STEP)).match;
  }
}

function authorityOf(header: Header): Authority<TetrisTypes> {
  if (header.chance.kind !== "open") throw new Error("A solo match has an open secret.");
  return { game: tetris, hash: nodeHash, secret: header.chance.secret };
}
