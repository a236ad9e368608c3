import type { GameTypes } from "@replayground/engine";
import type { JsonObject } from "@replayground/kernel";
import type { Replay } from "@replayground/replay";
import type { GameFace } from "../games/face.ts";
import type { TapeModel } from "../tape/types.ts";
import { summarizeTape } from "./tape-summary.ts";

/** What lists say of a match, so that they need not read its events. Follows from the log and can be made again. */
export function labelsOf<T extends GameTypes>(face: GameFace<T>, replay: Replay<T>, tape: TapeModel): JsonObject {
  const { final, header, end } = replay;
  const { figure, note, rank } = face.resultOf(final);
  const { title, detail } = face.titleOf(header.options);
  return {
    detail,
    figure,
    note,
    parent: header.parent === null ? null : { match: header.parent.match, seq: header.parent.seq },
    rank,
    status: final.status,
    tape: summarizeTape(tape),
    ticks: end,
    title,
  };
}
