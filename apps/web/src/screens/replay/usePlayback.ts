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
  const stopsOf = useMemo(() => lazyStops(replay, turnEvent), [replay, turnEvent]);
  const step = useCallback(
    (unit: StepUnit, by: 1 | -1) => {
      if (unit === "event") return send({ kind: "step_event", by });
      if (unit === "tick") return send({ kind: "step_tick", by });
      return send({ kind: "step_stop", stops: stopsOf(unit), direction: by });
    },
    [send, stopsOf],
  );
  return { playback, send, step };
}

type StopsOf = (unit: "input" | "turn") => Stops;

/** Stops are looked for when they are first asked for: a replay opens without them. */
function lazyStops<T extends GameTypes>(replay: Replay<T>, turnEvent: string): StopsOf {
  const known = new Map<string, Stops>();
  const find: StopsOf = (unit) =>
    unit === "turn" ? typeStops(replay.events, turnEvent) : inputStops(replay.runtime.game, replay.events);
  return (unit) => {
    const stops = known.get(unit) ?? find(unit);
    known.set(unit, stops);
    return stops;
  };
}
