import { createMatchId } from "@replayground/kernel";
import { branchAt, lastPlayable, type Replay } from "@replayground/replay";
import type { TetrisTypes } from "@replayground/tetris";
import { useCallback, useState } from "react";
import { useLocation } from "wouter";
import { useServices } from "../../app/services.ts";
import { tetrisMatches } from "../../games/tetris/live.ts";
import { randomBytes } from "../../platform/random.ts";
import type { Trouble } from "../../ui/ErrorNotice.tsx";

export interface Fork {
  readonly fork: (seq: number) => void;
  /** Why the last try did not begin a match. */
  readonly trouble: Trouble | null;
  readonly dismiss: () => void;
}

/**
 * "Play from here": a new match whose first commands are those of this one. It begins paused. At the end of a finished
 * match that means: from just before what ended it.
 */
export function useFork(replay: Replay<TetrisTypes>): Fork {
  const services = useServices();
  const [, navigate] = useLocation();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const fork = useCallback(
    (seq: number) => {
      const id = createMatchId(Date.now(), randomBytes(10));
      const at = { seq: lastPlayable(replay, seq), id };
      const branch = branchAt(replay.runtime.game, services.hash, replay, at);
      if (!branch.ok) return setTrouble(cannotFork(branch.error.kind));
      tetrisMatches(services).beginBranch(branch.value);
      return navigate(`/play/${id}`);
    },
    [services, replay, navigate],
  );
  const dismiss = useCallback(() => setTrouble(null), []);
  return { fork, trouble, dismiss };
}

function cannotFork(detail: string): Trouble {
  return {
    what: "This match cannot be played on: replaying its inputs does not lead here.",
    safe: "The match is stored as it was found.",
    next: "Verify it: that names the event at which it goes wrong.",
    detail,
  };
}
