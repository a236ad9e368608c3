import type { Replay } from "@replayground/replay";
import type { TetrisTypes } from "@replayground/tetris";
import { useCallback, useMemo } from "react";
import { tetrisFace } from "../../games/tetris/face.ts";
import { TapeFeed } from "../../session/tape-feed.ts";
import { useUi } from "../../stores/context.ts";
import { nextMoment } from "../../tape/moments.ts";
import type { TapeFace, TapeModel } from "../../tape/types.ts";
import type { TransportProps } from "./Transport.tsx";
import { type Fork, useFork } from "./useFork.ts";
import { type PlaybackControl, usePlayback } from "./usePlayback.ts";
import { useReplayKeys } from "./useReplayKeys.ts";

const NOTHING: TapeFace = { icon: "tick", word: "Nothing" };

export interface ReplayControls {
  readonly playback: PlaybackControl["playback"];
  readonly model: TapeModel;
  readonly faceOf: (seq: number) => TapeFace;
  readonly seek: (seq: number) => void;
  readonly transport: TransportProps;
  readonly forking: Omit<Fork, "fork">;
}

/** Everything that moves a replay: buttons, keys, the Tape. They all speak to one playback. */
export function useReplayControls(replay: Replay<TetrisTypes>, startAt: number): ReplayControls {
  const ui = useUi((state) => state);
  const { playback, send, step } = usePlayback(replay, tetrisFace.turnEvent, { seq: startAt, speed: ui.speed });
  const model = useMemo(() => new TapeFeed(tetrisFace, replay).sync(), [replay]);
  const { fork, ...forking } = useFork(replay);
  const { seq, playing } = playback;
  const seek = useCallback((target: number) => send({ kind: "seek", seq: target }), [send]);
  const onMoment = useCallback(
    (by: 1 | -1) => seek(nextMoment(model.moments, seq, by)?.seq ?? seq),
    [seek, model, seq],
  );
  const onStep = useCallback((by: 1 | -1) => step(ui.stepUnit, by), [step, ui.stepUnit]);
  const toggle = useCallback(() => send(playing ? { kind: "pause" } : { kind: "play", direction: 1 }), [send, playing]);
  useReplayKeys({ toggle, step: onStep, moment: onMoment });
  const faceOf = useCallback(
    (at: number): TapeFace => {
      const event = replay.events[at - 1];
      return event === undefined ? NOTHING : tetrisFace.faceOf(event);
    },
    [replay],
  );
  const transport: TransportProps = {
    playing: playing ? (playback.direction === 1 ? "forward" : "backward") : null,
    stepUnit: ui.stepUnit,
    speed: playback.speed,
    turnWord: tetrisFace.turnWord,
    onPlay: (direction) =>
      send(direction === null ? { kind: "pause" } : { kind: "play", direction: direction === "forward" ? 1 : -1 }),
    onStep,
    onMoment,
    onStepUnit: ui.setStepUnit,
    onSpeed: (speed) => {
      ui.setSpeed(speed);
      send({ kind: "speed", speed });
    },
    onFork: () => fork(seq),
  };
  return { playback, model, faceOf, seek, transport, forking };
}
