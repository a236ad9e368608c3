import type { TetrisTypes } from "@replayground/tetris";
import type { Services } from "../../app/services.ts";
import { LiveMatches } from "../../session/live-matches.ts";
import { tetrisFace } from "./face.ts";

const liveByServices = new WeakMap<Services, LiveMatches<TetrisTypes>>();

/** The Tetris matches of this tab. The page has one set of services, so it has one of these. */
export function tetrisMatches(services: Services): LiveMatches<TetrisTypes> {
  const known = liveByServices.get(services);
  if (known !== undefined) return known;
  const live = new LiveMatches(tetrisFace, services.hash, services.library);
  liveByServices.set(services, live);
  return live;
}
