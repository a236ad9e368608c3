import { nodeHash } from "@replayground/hash/node";
import { unwrap, type LogEvent } from "@replayground/kernel";
import type { Batch } from "@replayground/log";
import { localHeader, startLocal } from "@replayground/match";
import type { TetrisTypes } from "@replayground/tetris";
import { expect, test } from "vitest";
import { tetrisFace } from "../src/games/tetris/face.ts";
import { commandOfEdge } from "../src/games/tetris/input.ts";
import { PlaySession } from "../src/session/play-session.ts";
import { dropPieces, sprint } from "./kit.ts";

interface Watched {
  readonly session: PlaySession<TetrisTypes>;
  readonly recorded: LogEvent[];
  readonly flushes: () => number;
}

/** A session whose sink is looked at. */
function watchedSession(): Watched {
  const header = localHeader(tetrisFace.game, sprint, [null], {
    unixMs: 0,
    randomBytes: (count) => new Uint8Array(count),
  });
  const { play } = unwrap(startLocal(tetrisFace.game, nodeHash, header));
  const recorded: LogEvent[] = [];
  let flushes = 0;
  const sink = { record: ({ events }: Batch) => void recorded.push(...events), flush: () => void (flushes += 1) };
  const session = new PlaySession(play, sink);
  return { session, recorded, flushes: () => flushes };
}

test("it runs from its start, stands when paused, and goes on", () => {
  const { session, recorded, flushes } = watchedSession();
  const phases: string[] = [];
  session.subscribe(() => void phases.push(session.getSummary().phase));
  session.start(1000);
  session.frame(1010);
  session.pause(1020);
  session.frame(9000);
  session.start(9000);
  expect(phases).toEqual(["running", "paused", "running"]);
  expect(recorded.map(({ type }) => type).filter((type) => type.startsWith("match_"))).toEqual([
    "match_paused",
    "match_resumed",
  ]);
  expect(flushes()).toBe(1);
});

test("frames that stay away for long pause it where it was seen last", () => {
  const { session } = watchedSession();
  session.start(1000);
  session.frame(1100);
  session.frame(2000);
  expect(session.getSummary().phase).toBe("paused");
  expect(session.match.at).toBe(60);
});

test("every event goes to the sink and to who watches, in order and once", () => {
  const { session, recorded } = watchedSession();
  const seen: LogEvent[] = [];
  const stop = session.watch((events) => void seen.push(...events));
  dropPieces(session, 4, 1000);
  expect(seen).toEqual(recorded);
  expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, i) => (seen[0]?.seq ?? 0) + i));
  stop();
  const { length } = seen;
  session.pause(5000);
  expect(seen).toHaveLength(length);
});

test("a refusal is told once and changes nothing", () => {
  const { session, recorded } = watchedSession();
  session.start(1000);
  const drop = commandOfEdge("hard", "down");
  if (drop === null) throw new Error("a drop is a command");
  session.pause(1001);
  const { length } = recorded;
  session.command(drop, 1002);
  expect(session.getSummary()).toMatchObject({ phase: "paused", refused: expect.any(String) });
  expect(recorded).toHaveLength(length);
});
