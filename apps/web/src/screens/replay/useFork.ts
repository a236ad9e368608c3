import { createMatchId } from "@replayground/kernel";
import { branchAt, type Replay } from "@replayground/replay";
import type { TetrisTypes } from "@replayground/tetris";
import { useCallback } from "react";
import { useLocation } from "wouter";
import { useServices } from "../../app/services.ts";
import { tetrisMatches } from "../../games/tetris/live.ts";
import { randomBytes } from "../../platform/random.ts";

/** "Play from here": a new match whose first commands are those of this one. It begins paused. */
export function useFork(replay: Replay<TetrisTypes>): (seq: number) => void {
  const services = useServices();
  const [, navigate] = useLocation();
  return useCallback(
    (seq: number) => {
      const id = createMatchId(Date.now(), randomBytes(10));
      const branch = branchAt(replay.runtime.game, services.hash, replay, { seq, id });
      if (!branch.ok) return;
      tetrisMatches(services).beginBranch(branch.value);
      navigate(`/play/${id}`);
    },
    [services, replay, navigate],
  );
}
