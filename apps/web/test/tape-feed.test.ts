import { nodeHash } from "@replayground/hash/node";
import { toSeat, unwrap } from "@replayground/kernel";
import { Replay } from "@replayground/replay";
import { beforeEach, expect, test } from "vitest";
import { tetrisFace } from "../src/games/tetris/face.ts";
import { Panels } from "../src/games/tetris/panel.ts";
import { BoardViews } from "../src/games/tetris/view.ts";
import { labelsOf } from "../src/session/labels.ts";
import { TapeFeed } from "../src/session/tape-feed.ts";
import type { TapeModel } from "../src/tape/types.ts";
import { dropPieces, openTab, sprint, stubBrowser } from "./kit.ts";

beforeEach(stubBrowser);

/** What can be seen of a model; its arrays may be longer than it. */
function seen({ length, heights, ticks, turns, moments }: TapeModel): object {
  const part = (array: Uint8Array | Float64Array | Uint32Array): readonly number[] =>
    Array.from(array.subarray(0, length));
  return { length, heights: part(heights), ticks: part(ticks), turns: part(turns), moments };
}

test("a tape that grew while it was played is the one of the replay", () => {
  const { replay, session, tape, header, face } = openTab().matches.begin(sprint);
  let ms = 1000;
  while (session.getSummary().phase !== "over") {
    ms = dropPieces(session, 1, ms);
    tape.sync();
  }
  const opened = unwrap(Replay.open({ game: face.game, hash: nodeHash }, { header, events: replay.events }));
  const whole = new TapeFeed(tetrisFace, opened);
  expect(seen(tape.sync())).toEqual(seen(whole.sync()));
  expect(tape.sync().turns.at(tape.sync().length - 1)).toBeGreaterThan(5);
  expect(labelsOf(face, replay, tape.sync())).toEqual(labelsOf(face, opened, whole.sync()));
});

test("frames in which nothing can be read otherwise give the same panel and the same stack", () => {
  const { session, face } = openTab().matches.begin(sprint);
  const panels = new Panels();
  const views = new BoardViews();
  const look = (): ReturnType<typeof face.game.view> => face.game.view(session.match.game, toSeat(0));
  session.start(1000);
  session.frame(1020);
  const first = panels.of(look());
  const stack = views.of(look()).cells;
  session.frame(1090);
  expect(panels.of(look())).toBe(first);
  expect(views.of(look()).cells).toBe(stack);
  session.frame(1110);
  const later = panels.of(look());
  expect(later).not.toBe(first);
  expect(later.next).toBe(first.next);
  dropPieces(session, 1, 1120);
  expect(panels.of(look()).next).not.toBe(first.next);
  expect(views.of(look()).cells).not.toBe(stack);
});

test("the board says itself in words", () => {
  const { session, face } = openTab().matches.begin(sprint);
  const panels = new Panels();
  const say = (): string => panels.of(face.game.view(session.match.game, toSeat(0))).state;
  expect(say()).toMatch(/^(?:Piece [IJLOSTZ]\. )?The board is empty\.$/);
  dropPieces(session, 2, 1000);
  expect(say()).toMatch(/^Piece [IJLOSTZ]\. Stack [2-4] high, \d+ holes?\. Columns(?: \d){10}\.$/);
});
