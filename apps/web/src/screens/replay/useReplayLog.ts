import type { Hex, MatchId } from "@replayground/kernel";
import type { StoreError } from "@replayground/log";
import { Replay } from "@replayground/replay";
import type { TetrisTypes } from "@replayground/tetris";
import { useEffect, useState } from "react";
import { type Services, useServices } from "../../app/services.ts";
import { tetrisFace } from "../../games/tetris/face.ts";
import { tetrisMatches } from "../../games/tetris/live.ts";

export interface OpenReplay {
  readonly replay: Replay<TetrisTypes>;
  /** Head of the stored log. */
  readonly head: Hex;
}

export type ReplayLog =
  | { readonly status: "opening" }
  | { readonly status: "open"; readonly open: OpenReplay }
  | {
      readonly status: "failed";
      readonly error: StoreError | { readonly kind: "does_not_fold"; readonly reason: string };
    };

/** The log of an address, folded. A match that has just ended in this tab is there at once. */
export function useReplayLog(match: MatchId): ReplayLog {
  const services = useServices();
  const [log, setLog] = useState<ReplayLog>({ status: "opening" });
  useEffect(() => {
    let isCurrent = true;
    const open = async (): Promise<void> => {
      const answer = await readReplay(services, match);
      if (isCurrent) setLog(answer);
    };
    void open();
    return () => {
      isCurrent = false;
    };
  }, [services, match]);
  return log;
}

async function readReplay(services: Services, match: MatchId): Promise<ReplayLog> {
  const live = tetrisMatches(services).recall(match);
  const kept = await live?.recording.flushed();
  // What has just been played is folded already; the store has confirmed every event of it.
  if (live !== undefined && kept?.ok === true && kept.value.seq === live.replay.length) {
    return { status: "open", open: { replay: live.replay, head: kept.value.head } };
  }
  return readStored(services, match);
}

async function readStored({ library, hash }: Services, match: MatchId): Promise<ReplayLog> {
  const [position, stored] = await Promise.all([library.log.position(match), library.load(match)]);
  if (!position.ok) return { status: "failed", error: position.error };
  if (position.value === null) return { status: "failed", error: { kind: "unknown_match" } };
  if (!stored.ok) return { status: "failed", error: stored.error };
  try {
    const replay = Replay.open({ game: tetrisFace.game, hash }, stored.value);
    if (!replay.ok) return { status: "failed", error: { kind: "does_not_fold", reason: replay.error.kind } };
    return { status: "open", open: { replay: replay.value, head: position.value.head } };
  } catch (fault) {
    // Events in the store were checked when they came in; one that the rules cannot fold was changed since.
    return { status: "failed", error: { kind: "does_not_fold", reason: String(fault) } };
  }
}
