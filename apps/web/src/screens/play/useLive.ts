import type { MatchId } from "@replayground/kernel";
import type { TetrisTypes } from "@replayground/tetris";
import { useEffect, useState } from "react";
import { useServices } from "../../app/services.ts";
import { tetrisMatches } from "../../games/tetris/live.ts";
import type { LiveMatch } from "../../session/live-match.ts";
import type { OpenError } from "../../session/live-matches.ts";
import type { Recording } from "../../session/recording.ts";

export type Opened =
  | { readonly status: "opening" }
  | { readonly status: "live"; readonly live: LiveMatch<TetrisTypes> }
  /** Another tab plays it. */
  | { readonly status: "elsewhere"; readonly recording: Recording }
  | { readonly status: "failed"; readonly error: Exclude<OpenError, { readonly kind: "elsewhere" }> };

/** The match of an address: live in this tab, from the store, or in another tab until that lets go of it. */
export function useLive(match: MatchId): Opened {
  const services = useServices();
  const [opened, setOpened] = useState<Opened>(() => {
    const live = tetrisMatches(services).get(match);
    return live === undefined ? { status: "opening" } : { status: "live", live };
  });
  useEffect(() => {
    const matches = tetrisMatches(services);
    let isCurrent = true;
    let stop = (): void => undefined;
    const settle = (answer: Awaited<ReturnType<typeof matches.open>>): void => {
      if (!isCurrent) return;
      if (answer.ok) {
        setOpened({ status: "live", live: answer.value });
        stop = onLoss(answer.value.recording, () =>
          setOpened({ status: "elsewhere", recording: answer.value.recording }),
        );
      } else if (answer.error.kind === "elsewhere") {
        const { recording } = answer.error;
        setOpened({ status: "elsewhere", recording });
        stop = onWriter(recording, () => void matches.resume(match, recording).then(settle));
      } else setOpened({ status: "failed", error: answer.error });
    };
    void matches.open(match).then(settle);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [services, match]);
  return opened;
}

/** Calls back once when this tab has become the writer. */
function onWriter(recording: Recording, act: () => void): () => void {
  return onRole(recording, "writer", act);
}

/** Calls back once when another tab has taken the match over. */
function onLoss(recording: Recording, act: () => void): () => void {
  return onRole(recording, "mirror", act);
}

function onRole(recording: Recording, role: "writer" | "mirror", act: () => void): () => void {
  const stop = recording.subscribe(() => {
    if (recording.getStatus().role !== role) return;
    stop();
    act();
  });
  return stop;
}
