import { playingFigures } from "../browser/playing.ts";
import { replayingFigures } from "../browser/replaying.ts";
import { withSite } from "../browser/site.ts";
import { weightFigure } from "../browser/weight.ts";
import type { Section } from "../harness/types.ts";

/** The built app in the system's browser, played and watched by real keys and clicks. BENCH_SECONDS: how long it plays. */
export const browserSection: Section = {
  name: "browser",
  run: () =>
    withSite(async (site) => [...(await playingFigures(site)), ...(await replayingFigures(site)), weightFigure()]),
};
