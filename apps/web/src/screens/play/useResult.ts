import type { TetrisTypes } from "@replayground/tetris";
import { useEffect, useState } from "react";
import { replay } from "../../app/screens.ts";
import { useServices } from "../../app/services.ts";
import { askToPersist } from "../../platform/persist.ts";
import type { LiveMatch } from "../../session/live-match.ts";
import type { PlayPhase } from "../../session/play-session.ts";
import { bestOf, rankOf, text } from "../../session/rows.ts";
import type { PlayResult } from "./Veils.tsx";

/** How the match ended, and how that compares with the best on this device. Null while it goes on. */
export function useResult(live: LiveMatch<TetrisTypes>, phase: PlayPhase): PlayResult | null {
  const { library } = useServices();
  const [words, setWords] = useState("");
  const { header, face, session } = live;
  useEffect(() => {
    if (phase !== "over") return undefined;
    void askToPersist();
    replay.preload(); // watched next, more often than not
    let isCurrent = true;
    const judge = async (): Promise<void> => {
      const list = await library.list();
      if (!isCurrent || !list.ok) return;
      const { rank } = face.resultOf(session.match);
      const others = list.value.filter(({ match }) => match !== header.match);
      const best = bestOf(others, face.modeOf(header.options));
      setWords(compare(rank, best === null ? null : { rank: rankOf(best), figure: text(best.labels["figure"]) }));
    };
    void judge();
    return () => {
      isCurrent = false;
    };
  }, [phase, library, header, face, session]);
  if (phase !== "over") return null;
  const { figure, note } = face.resultOf(session.match);
  const { title } = face.titleOf(header.options);
  const isTopOut = session.match.game.finish === "top_out";
  const replayHref = `/replay/${header.match}`;
  return { title: isTopOut ? "Topped out" : title, figure, words: words || (isTopOut ? "" : note), replayHref };
}

interface Best {
  readonly rank: number;
  readonly figure: string;
}

/** Smaller ranks are better. */
function compare(rank: number | null, best: Best | null): string {
  if (rank === null) return best === null ? "Reach the end to set a time." : `Your best is ${best.figure}.`;
  if (best === null) return "Your first on this device.";
  return rank < best.rank ? `Your best on this device. It was ${best.figure}.` : `Your best is ${best.figure}.`;
}
