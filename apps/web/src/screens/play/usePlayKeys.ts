import type { TetrisTypes } from "@replayground/tetris";
import { useCallback, useEffect } from "react";
import { commandOfEdge } from "../../games/tetris/input.ts";
import type { PlayAction } from "../../input/actions.ts";
import { type Edge, listenToKeyboard } from "../../input/keyboard.ts";
import type { LiveMatch } from "../../session/live-match.ts";
import { useStores } from "../../stores/context.ts";

export type OnEdge = (action: PlayAction, edge: Edge, timeStamp: number) => void;

interface PlayKeys {
  readonly live: LiveMatch<TetrisTypes>;
  readonly onRestart: () => void;
}

/** Keys and touch to commands. Leaving the window pauses; keys held by then are let go by the pause itself. */
export function usePlayKeys({ live, onRestart }: PlayKeys): OnEdge {
  const { settings } = useStores();
  const onEdge = useCallback<OnEdge>(
    (action, edge, timeStamp) => {
      const { session } = live;
      const { phase } = session.getSummary();
      if (action === "restart") return edge === "down" ? onRestart() : undefined;
      if (action === "pause") {
        if (edge === "up") return;
        return phase === "running" ? session.pause(timeStamp) : session.start(performance.now());
      }
      const command = commandOfEdge(action, edge);
      if (phase === "running" && command !== null) session.command(command, timeStamp);
    },
    [live, onRestart],
  );
  useEffect(() => {
    const stopKeys = listenToKeyboard({ target: window, bindings: () => settings.getState().keys, onEdge });
    const pause = (): void => live.session.pause(performance.now());
    const hide = (): void => {
      if (document.visibilityState === "hidden") pause();
    };
    window.addEventListener("blur", pause);
    document.addEventListener("visibilitychange", hide);
    return () => {
      stopKeys();
      window.removeEventListener("blur", pause);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [live, onEdge, settings]);
  return onEdge;
}
