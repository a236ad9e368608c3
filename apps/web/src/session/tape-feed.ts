import type { GameTypes } from "@replayground/engine";
import { KEYFRAME_EVERY, type Replay } from "@replayground/replay";
import type { GameFace } from "../games/face.ts";
import { createTapeRecorder, type TapeRecorder } from "../tape/recorder.ts";
import { cut, type TapeModel } from "../tape/types.ts";

/** Cuts the Tape of a replay, and goes on cutting while the match is played: `sync` takes what is new. */
export class TapeFeed<T extends GameTypes> {
  private readonly face: GameFace<T>;
  private readonly replay: Replay<T>;
  private readonly recorder: TapeRecorder;
  private events = 0;
  private moments = 0;
  private turn = 0;

  constructor(face: GameFace<T>, replay: Replay<T>) {
    this.face = face;
    this.replay = replay;
    this.recorder = createTapeRecorder({
      game: face.id,
      lanes: 1,
      ticksPerSecond: face.game.ticksPerSecond,
      keyframeEvery: KEYFRAME_EVERY,
      turnWord: face.turnWord,
    });
  }

  /** The Tape as far as the replay has come. */
  sync(): TapeModel {
    const { events, moments } = this.replay;
    const loud = new Set(moments.slice(this.moments).map(({ seq }) => seq));
    for (const event of events.slice(this.events)) {
      if (event.type === this.face.turnEvent) this.turn++;
      const height = loud.has(event.seq) ? cut.through : this.face.cutOf(event);
      this.recorder.push({ height, tick: event.at, turn: this.turn });
    }
    for (const moment of moments.slice(this.moments)) this.recorder.mark(this.face.markOf(moment));
    this.events = events.length;
    this.moments = moments.length;
    return this.recorder.model();
  }
}
