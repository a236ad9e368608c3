import { modes, type Mode, type TetrisTypes } from "@replayground/tetris";
import { parseMatchId, type MatchId } from "@replayground/kernel";
import { type ReactNode, useCallback, useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { type Services, useServices } from "../../app/services.ts";
import { optionsFor } from "../../games/tetris/input.ts";
import { tetrisMatches } from "../../games/tetris/live.ts";
import type { Keyboard } from "../../input/keyboard.ts";
import type { LiveMatch } from "../../session/live-match.ts";
import type { SettingsStore } from "../../stores/settings.ts";
import { useStores } from "../../stores/context.ts";
import { NotFoundScreen } from "../not-found/NotFoundScreen.tsx";
import { MirrorTable } from "./MirrorTable.tsx";
import { PlayFailed } from "./PlayFailed.tsx";
import { PlayTable } from "./PlayTable.tsx";
import { useLive } from "./useLive.ts";
import { useKeyboard } from "./usePlayKeys.ts";

function beginMatch(services: Services, settings: SettingsStore, mode: Mode): LiveMatch<TetrisTypes> {
  return tetrisMatches(services).begin(optionsFor(mode, settings.getState().handling));
}

/** Starts a match of a mode and goes to its own address, so that a reload continues it. */
export function NewPlayPage({ mode: name }: { readonly mode: string }): ReactNode {
  const services = useServices();
  const { settings } = useStores();
  const [, navigate] = useLocation();
  const begun = useRef(false);
  const mode = modes.find((known) => known === name);
  useEffect(() => {
    if (mode === undefined || begun.current) return;
    begun.current = true; // an effect may run twice; a match begins once
    const live = beginMatch(services, settings, mode);
    navigate(`/play/${live.header.match}`, { replace: true });
  }, [mode, services, settings, navigate]);
  return mode === undefined ? <NotFoundScreen /> : null;
}

export function PlayPage({ id }: { readonly id: string }): ReactNode {
  const match = parseMatchId(id);
  const keyboard = useKeyboard();
  if (!match.ok) return <NotFoundScreen />;
  return <OpenPlay key={match.value} match={match.value} keyboard={keyboard} />;
}

function OpenPlay({ match, keyboard }: { readonly match: MatchId; readonly keyboard: Keyboard }): ReactNode {
  const services = useServices();
  const { settings } = useStores();
  const [, navigate] = useLocation();
  const opened = useLive(match);
  const live = opened.status === "live" ? opened.live : null;
  const hasRestarted = useRef(false);
  const onRestart = useCallback(() => {
    if (live === null || hasRestarted.current) return;
    hasRestarted.current = true; // a second press belongs to the match that has just begun
    live.giveUp(performance.now());
    const mode = modes.find((known) => known === live.face.modeOf(live.header.options)) ?? "marathon";
    const next = beginMatch(services, settings, mode);
    navigate(`/play/${next.header.match}`, { replace: true });
  }, [live, services, settings, navigate]);
  switch (opened.status) {
    case "opening":
      return null; // a few milliseconds: a spinner would only flicker
    case "live":
      return <PlayTable live={opened.live} keyboard={keyboard} onRestart={onRestart} />;
    case "elsewhere":
      return <MirrorTable match={match} recording={opened.recording} />;
    case "failed":
      return <PlayFailed match={match} error={opened.error} />;
  }
}
