import type { TetrisTypes } from "@replayground/tetris";
import { useCallback, useEffect, useMemo, useState } from "react";
import { commandOfEdge } from "../../games/tetris/input.ts";
import type { PlayAction } from "../../input/actions.ts";
import { InputGate } from "../../input/gate.ts";
import { type Edge, Keyboard } from "../../input/keyboard.ts";
import type { LiveMatch } from "../../session/live-match.ts";
import { useStores } from "../../stores/context.ts";

export type OnEdge = (action: PlayAction, edge: Edge, timeStamp: number) => void;

/** The keyboard of the play screen: one for all matches played on it in a row. */
export function useKeyboard(): Keyboard {
  const { settings } = useStores();
  const [keyboard] = useState(() => new Keyboard({ target: window, bindings: () => settings.getState().keys }));
  useEffect(() => keyboard.connect(), [keyboard]);
  return keyboard;
}

interface PlayKeys {
  readonly live: LiveMatch<TetrisTypes>;
  readonly keyboard: Keyboard;
  readonly onRestart: () => void;
}

/** Keys and touch to commands. Leaving the window pauses. */
export function usePlayKeys({ live, keyboard, onRestart }: PlayKeys): OnEdge {
  const { session } = live;
  const gate = useGate(live, keyboard);
  const onEdge = useCallback<OnEdge>(
    (action, edge, timeStamp) => {
      if (action !== "restart" && action !== "pause") return gate.edge(action, edge, timeStamp);
      if (edge === "up") return;
      if (action === "restart") return onRestart();
      if (session.getSummary().phase === "running") session.pause(timeStamp);
      else session.start(performance.now());
    },
    [gate, session, onRestart],
  );
  useEffect(() => {
    const isOwn = (action: PlayAction): boolean => action === "restart" || action === "pause";
    const claims = (action: PlayAction): boolean => isOwn(action) || gate.isClaiming(performance.now());
    return keyboard.listen({ onEdge, claims });
  }, [keyboard, gate, onEdge]);
  usePauseWhenAway(live);
  return onEdge;
}

/** A gate that is open while the match runs. */
function useGate({ session }: LiveMatch<TetrisTypes>, keyboard: Keyboard): InputGate {
  const gate = useMemo(
    () =>
      new InputGate((action, edge, ms) => {
        const command = commandOfEdge(action, edge);
        if (command !== null) session.command(command, ms);
      }),
    [session],
  );
  useEffect(() => {
    const follow = (): void => {
      if (session.getSummary().phase !== "running") gate.close(performance.now());
      else gate.open(performance.now(), (action) => keyboard.isHeld(action));
    };
    follow();
    return session.subscribe(follow);
  }, [gate, session, keyboard]);
  return gate;
}

function usePauseWhenAway({ session }: LiveMatch<TetrisTypes>): void {
  useEffect(() => {
    const pause = (): void => session.pause(performance.now());
    const hide = (): void => {
      if (document.visibilityState === "hidden") pause();
    };
    window.addEventListener("blur", pause);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("blur", pause);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [session]);
}
