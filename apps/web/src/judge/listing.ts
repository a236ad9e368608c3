import type { HashPort, Header, LogEvent } from "@replayground/kernel";
import { Replay } from "@replayground/replay";
import { tetrisFace } from "../games/tetris/face.ts";
import { labelsOf } from "../session/labels.ts";
import { TapeFeed } from "../session/tape-feed.ts";
import type { Listing } from "./protocol.ts";

/** What lists say of a match, made from its log. Says nothing of a game that has no face here. */
export function listingOf(
  hash: HashPort,
  log: { readonly header: Header; readonly events: readonly LogEvent[] },
): Listing {
  const face = tetrisFace;
  const replay = log.header.game === face.id ? Replay.open({ game: face.game, hash }, log) : null;
  if (!replay?.ok) return { mode: "", labels: {} };
  const { value } = replay;
  return {
    mode: face.modeOf(log.header.options),
    labels: labelsOf(face, value, new TapeFeed(face, value).sync()),
  };
}
