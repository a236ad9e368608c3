import type { MatchSummary } from "@replayground/log-dexie";
import { type ReactNode, useState } from "react";
import { useMatches } from "../../session/useMatches.ts";
import { bestOf, rowOf, text, unfinishedRow } from "../../session/rows.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import type { Safety } from "../../ui/TopBar.tsx";
import { usePageTitle } from "../../ui/usePageTitle.ts";
import { sayCount } from "../../words/numbers.ts";
import { type GameOffer, HomeScreen, type Mode } from "./HomeScreen.tsx";

const mode = (word: string): Mode => ({ word, href: `/play/tetris/${word.toLowerCase()}` });

const waiting: readonly GameOffer[] = [
  { game: "golf", words: "Six cards, nine holes, eight bots with opinions.", first: null, modes: [], best: "" },
  { game: "caravan", words: "Turn salt into jade, and jade into contracts.", first: null, modes: [], best: "" },
  { game: "intrigue", words: "Make promises at court. Keep enough of them.", first: null, modes: [], best: "" },
];

/** Lists shorten themselves; History has everything. */
const RESULTS = 6;
const UNFINISHED = 3;

export function HomePage(): ReactNode {
  const { matches, trouble } = useMatches();
  const [now] = useState(() => Date.now());
  usePageTitle("");
  const known = matches ?? [];
  const ids = new Set<string>(known.map(({ match }) => match));
  const open = known.filter(({ position }) => !position.closed).slice(0, UNFINISHED);
  const closed = known.filter(({ position }) => position.closed);
  // What was given up is no result, unless there is no other.
  const finished = closed.filter(({ labels }) => labels["status"] !== "abandoned");
  const results = finished.length > 0 ? finished : closed;
  return (
    <HomeScreen
      isLoading={matches === null}
      games={[tetrisOffer(known), ...waiting]}
      unfinished={open.map((summary) => unfinishedRow(summary, now, ids))}
      results={results.slice(0, RESULTS).map((summary) => rowOf(summary, now, ids))}
      safety={safetyOf(known)}
      notice={trouble === null ? null : <ErrorNotice trouble={trouble} />}
    />
  );
}

function tetrisOffer(matches: readonly MatchSummary[]): GameOffer {
  const best = bestOf(matches, "marathon");
  return {
    game: "tetris",
    words: "Marathon, sprint, ultra, zen, cheese. Alone, and every game kept.",
    first: { word: "Play marathon", href: "/play/tetris/marathon" },
    modes: ["Sprint", "Ultra", "Zen", "Cheese"].map(mode),
    best: best === null ? "" : `Best ${text(best.labels["figure"])}`,
  };
}

export function safetyOf(matches: readonly MatchSummary[]): Safety | undefined {
  if (matches.length === 0) return undefined;
  return { rung: "device", words: `${sayCount(matches.length, "game")}, only on this device` };
}
