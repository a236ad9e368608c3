import type { MatchId } from "@replayground/kernel";
import type { TetrisTypes } from "@replayground/tetris";
import { useEffect, useState } from "react";
import { useServices } from "../../app/services.ts";
import { tetrisMatches } from "../../games/tetris/live.ts";
import type { LiveMatch } from "../../session/live-match.ts";
import type { LiveMatches, OpenError } from "../../session/live-matches.ts";
import type { Recording } from "../../session/recording.ts";

type TetrisMatches = LiveMatches<TetrisTypes>;

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
  useEffect(() => follow(tetrisMatches(services), match, setOpened), [services, match]);
  return opened;
}

/** Opens the match, and keeps up with who writes it: this tab may lose it to another one and get it back. The undo. */
function follow(matches: TetrisMatches, match: MatchId, show: (opened: Opened) => void): () => void {
  let isCurrent = true;
  let stop: (() => void) | null = null;
  const settle = (answer: Awaited<ReturnType<TetrisMatches["open"]>>): void => {
    if (!isCurrent) matches.putAwayUnheld(match);
    else if (answer.ok) play(answer.value);
    else if (answer.error.kind === "elsewhere") mirror(answer.error.recording);
    else show({ status: "failed", error: answer.error });
  };
  const play = (live: LiveMatch<TetrisTypes>): void => {
    show({ status: "live", live });
    stop = onRole(live.recording, "mirror", () => {
      matches.lose(match, live.recording);
      mirror(live.recording);
    });
  };
  const mirror = (recording: Recording): void => {
    show({ status: "elsewhere", recording });
    stop = onRole(recording, "writer", () => void matches.resume(match, recording).then(settle));
  };
  const release = matches.hold(match);
  void matches.open(match).then(settle);
  return () => {
    isCurrent = false;
    stop?.();
    release();
  };
}

/** Calls back once, as soon as this tab has the role. Returns the undo. */
function onRole(recording: Recording, role: "writer" | "mirror", act: () => void): () => void {
  let isDone = false;
  const check = (): void => {
    if (isDone || recording.getStatus().role !== role) return;
    isDone = true;
    act();
  };
  const stop = recording.subscribe(check);
  queueMicrotask(check); // it may have the role already; the caller has the undo by then
  return () => {
    isDone = true;
    stop();
  };
}
