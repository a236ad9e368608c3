import type { GameTypes } from "@replayground/engine";
import {
  inputStops,
  playbackAt,
  type Playback,
  type PlaybackInput,
  type Replay,
  stepPlayback,
  type Stops,
  typeStops,
} from "@replayground/replay";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { StepUnit } from "../../stores/ui.ts";

export interface PlaybackControl {
  readonly playback: Playback;
  readonly send: (input: PlaybackInput) => void;
  /** One step in the unit that is chosen. */
  readonly step: (unit: StepUnit, by: 1 | -1) => void;
}

/** Drives a replay: a frame loop while it plays, single steps otherwise. */
export function usePlayback<T extends GameTypes>(
  replay: Replay<T>,
  turnEvent: string,
  from: { readonly seq: number; readonly speed: number },
): PlaybackControl {
  const [playback, setPlayback] = useState<Playback>(() => ({ ...playbackAt(replay, from.seq), speed: from.speed }));
  const send = useCallback(
    (input: PlaybackInput) => setPlayback((current) => stepPlayback(current, input, replay)),
    [replay],
  );
  const { playing } = playback;
  useEffect(() => {
    if (!playing) return undefined;
    let frame = 0;
    const tick = (): void => {
      send({ kind: "frame", ms: performance.now() });
      frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [playing, send]);
  const stops = useStops(replay, turnEvent);
  const step = useCallback(
    (unit: StepUnit, by: 1 | -1) => {
      if (unit === "event") return send({ kind: "step_event", by });
      if (unit === "tick") return send({ kind: "step_tick", by });
      return send({ kind: "step_stop", stops: stops[unit], direction: by });
    },
    [send, stops],
  );
  return { playback, send, step };
}

function useStops<T extends GameTypes>(
  replay: Replay<T>,
  turnEvent: string,
): Readonly<Record<"input" | "turn", Stops>> {
  return useMemo(
    () => ({
      input: inputStops(replay.runtime.game, replay.events),
      turn: typeStops(replay.events, turnEvent),
    }),
    [replay, turnEvent],
  );
}
