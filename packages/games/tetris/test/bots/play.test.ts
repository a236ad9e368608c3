import { describe, expect, test } from "vitest";
import { createMatch, execute, viewMatch, type Authority, type Bot, type MatchState } from "@replayground/engine";
import { createTestMatch } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { toSeat, toTick, unwrap, Xoshiro128, type LogEvent } from "@replayground/kernel";
import { bots, createBeamBot, createGreedyBot, findPaths, lee, toGrid, type Path } from "../../src/bots/index.ts";
import { boardFromRows } from "../../src/core/board.ts";
import { parsePiece, type Piece } from "../../src/core/piece.ts";
import type { Mode } from "../../src/game/options.ts";
import { tetris } from "../../src/game/tetris.ts";
import type { TetrisTypes } from "../../src/game/types.ts";

interface Game {
  readonly match: MatchState<TetrisTypes>;
  readonly events: readonly LogEvent[];
}

interface Sitting {
  readonly bot: Bot<TetrisTypes>;
  readonly mode: Mode;
  readonly pieces: number;
}

/** A bot plays like a person: it thinks for a third of a second, then acts, and may be refused. */
function play({ bot, mode, pieces }: Sitting): Game {
  const { authority, header } = createTestMatch(tetris, nodeHash, { seed: 5, options: { mode, inputMode: "actions" } });
  let { match, events } = unwrap(createMatch(authority, header));
  const all = [...events];
  while (match.status === "running" && match.game.core.tally.pieces < pieces) {
    ({ match, events } = turn(authority, match, bot));
    all.push(...events);
  }
  return { match, events: all };
}

function turn(authority: Authority<TetrisTypes>, start: MatchState<TetrisTypes>, bot: Bot<TetrisTypes>): Game {
  const commands = bot.choose(viewMatch(authority, start, toSeat(0)).game, new Xoshiro128([1, 2, 3, 4]));
  const events: LogEvent[] = [];
  let match = start;
  for (const [index, command] of commands.entries()) {
    const step = execute(authority, match, command, toTick(match.at + (index === 0 ? 200 : 0)));
    expect(step.rejection).toBeNull();
    events.push(...step.events);
    match = step.match;
  }
  return { match, events };
}

const quick = createBeamBot("beam", { width: 12, depth: 3 });

describe("a bot in a real game", () => {
  for (const bot of bots) {
    const player = bot.id === "beam" ? quick : bot;
    test(`${bot.id} finishes a sprint`, () => {
      const { match, events } = play({ bot: player, mode: "sprint", pieces: 200 });
      expect(match.status).toBe("finalized");
      expect(match.game.finish).toBe("goal");
      expect(events.filter((event) => event.type === "board_reset")).toHaveLength(0);
    });
  }

  test("the beam makes tetrises", () => {
    const { events } = play({ bot: quick, mode: "marathon", pieces: 150 });
    const names = events.filter((event) => event.type === "line_clear").map((event) => event.data["name"]);
    expect(names.filter((name) => name === "tetris").length).toBeGreaterThan(names.length / 4);
  });

  test("looking ahead decides otherwise, now and then", () => {
    const blind = createGreedyBot(lee, false);
    const ahead = createGreedyBot(lee, true);
    expect(play({ bot: ahead, mode: "zen", pieces: 40 }).events).not.toEqual(
      play({ bot: blind, mode: "zen", pieces: 40 }).events,
    );
  });

  test("the same view and the same randomness give the same commands", () => {
    for (const bot of [quick, ...bots.filter(({ id }) => id !== "beam")]) {
      expect(play({ bot, mode: "zen", pieces: 12 }).events).toEqual(play({ bot, mode: "zen", pieces: 12 }).events);
    }
  });

  test("nothing to do between pieces", () => {
    const { match } = play({ bot: quick, mode: "sprint", pieces: 200 });
    const view = tetris.view(match.game, "spectator");
    for (const bot of bots) expect(bot.choose(view, new Xoshiro128([1, 2, 3, 4]))).toEqual([]);
  });
});

describe("what a bot knows of the future", () => {
  test("is the visible queue: pieces behind it change nothing", () => {
    const { match } = play({ bot: quick, mode: "sprint", pieces: 9 });
    const view = tetris.view(match.game, "spectator");
    expect(view.next).toHaveLength(5);
    // A view is all a bot gets; a copy of its visible parts alone decides the same.
    const copy = JSON.parse(JSON.stringify(view)) as typeof view;
    for (const bot of [quick, ...bots.filter(({ id }) => id !== "beam")]) {
      expect(bot.choose(copy, new Xoshiro128([9, 9, 9, 9]))).toEqual(bot.choose(view, new Xoshiro128([1, 2, 3, 4])));
    }
  });
});

function named(letter: string): Piece {
  const piece = parsePiece(letter);
  if (piece === null) throw new Error(`no piece ${letter}`);
  return piece;
}

describe("paths", () => {
  /** Placements on an empty board, cells counted once. */
  test.each([
    ["I", 17],
    ["J", 34],
    ["L", 34],
    ["O", 9],
    ["S", 17],
    ["T", 34],
    ["Z", 17],
  ] as const)("%s: %i places on the floor", (letter, count) => {
    const paths = findPaths(toGrid(boardFromRows([])), { piece: named(letter), rotation: 0, x: 4, y: 19 });
    expect(paths).toHaveLength(count);
  });

  test("a T spins into a slot under an overhang", () => {
    const slot = ["gggg.ggggg", "ggg...gggg"];
    const inSlot = (roof: string): readonly Path[] =>
      findPaths(toGrid(boardFromRows([...slot, roof])), { piece: named("T"), rotation: 0, x: 4, y: 19 }).filter(
        ({ rotation, x, y }) => rotation === 2 && x === 4 && y === 1,
      );
    expect(inSlot("..........").map(({ spin }) => spin)).toEqual(["none"]);
    const [spun, ...others] = inSlot("ggg..ggggg");
    expect(others).toEqual([]);
    expect(spun?.spin).toBe("full");
    expect(spun?.steps.at(-2)?.action).toMatch(/^C?CW$/);
  });

  test("end where they say", () => {
    const { authority, header } = createTestMatch(tetris, nodeHash, {
      seed: 8,
      options: { mode: "cheese", inputMode: "actions" },
    });
    let { match } = unwrap(createMatch(authority, header));
    let checked = 0;
    for (let piece = 0; piece < 12; piece++) {
      const { active, board } = tetris.view(match.game, "spectator");
      if (active === null) break;
      const paths = findPaths(toGrid(board), active);
      for (const path of paths) {
        const locked = drive(authority, match, path.steps).find((event) => event.type === "piece_lock");
        expect(locked?.data).toMatchObject({ spin: path.spin });
        const rest = { rotation: locked?.data["r"], x: locked?.data["x"], y: locked?.data["y"] };
        if (path.rotation === rest.rotation) expect(rest).toEqual({ rotation: path.rotation, x: path.x, y: path.y });
        checked += 1;
      }
      match = after(authority, match, paths[(piece * 7) % paths.length]?.steps ?? []);
    }
    expect(checked).toBeGreaterThan(200);
  });
});

type Steps = ReturnType<typeof findPaths>[number]["steps"];

function drive(authority: Authority<TetrisTypes>, start: MatchState<TetrisTypes>, steps: Steps): readonly LogEvent[] {
  const events: LogEvent[] = [];
  let match = start;
  for (const data of steps) {
    const step = execute(authority, match, { type: "input", seat: toSeat(0), data }, match.at);
    events.push(...step.events);
    match = step.match;
  }
  return events;
}

function after(
  authority: Authority<TetrisTypes>,
  start: MatchState<TetrisTypes>,
  steps: Steps,
): MatchState<TetrisTypes> {
  return steps.reduce(
    (match, data) => execute(authority, match, { type: "input", seat: toSeat(0), data }, match.at).match,
    start,
  );
}
