import { execute } from "@replayground/engine";
import { toTick } from "@replayground/kernel";
import { describe, expect, test } from "vitest";
import { pieceNames } from "../../src/core/piece.ts";
import { tetris } from "../../src/game/tetris.ts";
import { act, down, up } from "./player.ts";
import { arrange, at, begin, beginWith, dataOf, send, textsOf, tower, types } from "./table.ts";

/** One cell short of full, in column 9. */
const rightWell = "IIIIIIIII.";

const actions = { inputMode: "actions" };

describe("the first events", () => {
  test("a game starts with its settings and its first piece, all at tick 0", () => {
    const table = begin({ mode: "marathon" });
    expect(types(table)).toEqual(["game_start", "piece_spawn"]);
    expect(table.events.every(({ at }) => at === 0)).toBe(true);
    expect(dataOf(table, "game_start")).toEqual([
      {
        handling: table.match.options.handling,
        inputMode: "keys",
        mode: "marathon",
        profile: "marathon",
      },
    ]);
    expect(dataOf(table, "piece_spawn")).toMatchObject([{ index: 1 }]);
  });

  test("cheese rises before the first piece, ten rows at most, no hole above another", () => {
    for (const cheese of [1, 10, 25]) {
      const table = begin({ mode: "cheese", cheese });
      expect(types(table)).toEqual(["game_start", "garbage_inserted", "piece_spawn"]);
      const holes = table.match.game.core.board.rows
        .slice(0, Math.min(10, cheese))
        .map((row) => Math.log2(1023 & ~row));
      expect(dataOf(table, "garbage_inserted")).toEqual([{ holes: holes.toReversed(), id: 0 }]);
      expect(holes.filter((hole, row) => hole === holes[row + 1])).toEqual([]);
    }
  });

  test("committed pieces are dealt by the bag, before they are needed and no earlier", () => {
    const nonce = { type: "add_nonce", seat: null, data: { nonce: "00".repeat(16) } };
    const waiting = begin({ mode: "zen", ...actions }, { committed: true });
    expect(waiting.events).toEqual([]);
    const seat = { ...nonce, seat: act("L").seat };
    const table = send(waiting, [0, seat]);
    expect(types(table)).toEqual(["nonce_added", "game_start", "bag_dealt", "piece_spawn"]);
    const drops = Array.from({ length: 15 }, (_, i) => [i, act("HD")] as const);
    const later = send(table, ...drops);
    const all = { ...later, events: [...table.events, ...later.events] };
    const bags = textsOf(all, "bag_dealt", "pieces");
    expect(bags.map((bag) => [...bag].sort().join(""))).toEqual(bags.map(() => "IJLOSTZ"));
    const spawned = textsOf(all, "piece_spawn", "piece");
    expect(bags.join("").startsWith(spawned.join(""))).toBe(true);
    // Six pieces follow a generation at least (five are shown, and an initial hold takes one more), twelve at most.
    const known = bags.join("").length - spawned.length;
    expect(known).toBeGreaterThanOrEqual(6);
    expect(known).toBeLessThanOrEqual(12);
  });

  test("dealt bags are those of an open match with the same chance, so that a branch plays the same pieces", () => {
    const seat = act("L").seat;
    const nonce = { type: "add_nonce", seat, data: { nonce: "00".repeat(16) } };
    const dealt = send(begin({ mode: "zen", ...actions }, { committed: true }), [0, nonce]);
    const { authority, header, match } = dealt;
    const open = {
      kind: "open" as const,
      nonces: match.nonces.flatMap((known) => known ?? []),
      secret: authority.secret,
    };
    const branch = beginWith(authority, { ...header, chance: open });
    const drops = Array.from({ length: 40 }, (_, i) => [i, act("HD")] as const);
    expect(dataOf(send(branch, ...drops), "piece_spawn")).toEqual(dataOf(send(dealt, ...drops), "piece_spawn"));
  });
});

describe("at a lock", () => {
  const rows: readonly [string, ReturnType<typeof begin>, readonly string[]][] = [
    ["nothing cleared", begin({ mode: "sprint", ...actions }), ["input", "piece_lock", "piece_spawn"]],
    [
      "a clear",
      arrange(begin({ mode: "sprint", ...actions }), { rows: [rightWell], piece: "I", edit: at(9, 1) }),
      ["input", "piece_lock", "line_clear", "piece_spawn"],
    ],
    [
      "a clear that raises the level",
      arrange(begin({ mode: "marathon", ...actions }), {
        rows: [rightWell],
        piece: "I",
        edit: (core) => {
          at(9, 1)(core);
          core.tally.lines = 9;
        },
      }),
      ["input", "piece_lock", "line_clear", "level_up", "piece_spawn"],
    ],
    [
      "the clear that reaches the goal",
      arrange(begin({ mode: "sprint", ...actions }), {
        rows: [rightWell],
        piece: "I",
        edit: (core) => {
          at(9, 1)(core);
          core.tally.lines = 39;
        },
      }),
      ["input", "piece_lock", "line_clear", "game_end", "match_closed"],
    ],
    [
      "no room for the next piece",
      arrange(begin({ mode: "sprint", ...actions }), { rows: tower(19), piece: "O" }),
      ["input", "piece_lock", "elimination", "game_end", "match_closed"],
    ],
    [
      "no room in zen: the board is cleared and play goes on",
      arrange(begin({ mode: "zen", ...actions }), { rows: tower(19), piece: "O" }),
      ["input", "piece_lock", "board_reset", "piece_spawn"],
    ],
    [
      "garbage that follows a lock without a clear",
      arrange(begin({ mode: "cheese", cheese: 12, ...actions }), {
        edit: (core) => void (core.tally.garbageLines = 1),
      }),
      ["input", "piece_lock", "garbage_inserted", "piece_spawn"],
    ],
  ];

  test.each(rows)("%s", (_, table, expected) => {
    const after = send(table, [7, act("HD")]);
    expect(types(after)).toEqual(expected);
    expect(new Set(after.events.map(({ at }) => at))).toEqual(new Set([7]));
  });

  test("a tetris, with what the lock and the clear say of it", () => {
    const table = arrange(begin({ mode: "marathon", ...actions }), {
      rows: [rightWell, rightWell, rightWell, rightWell, "I........."],
      piece: "I",
      edit: at(9, 1),
    });
    const after = send(table, [1, act("HD")]);
    expect(dataOf(after, "piece_lock")).toEqual([
      { faults: 0, hard: 17, keys: 0, piece: "I", r: 1, soft: 0, spin: "none", x: 9, y: 2 },
    ]);
    expect(dataOf(after, "line_clear")).toEqual([
      {
        b2b: 0,
        combo: 0,
        count: 4,
        garbage: 0,
        kick: 0,
        name: "tetris",
        perfect: false,
        points: 800,
        rows: [0, 1, 2, 3],
      },
    ]);
    expect(after.match.game.core.score).toBe(800 + 2 * 17);
  });

  test("a T-spin double names its kick and scores 1200", () => {
    const table = arrange(begin({ mode: "sprint", ...actions }), {
      rows: ["JJJ.JJJJJJ", "JJ...JJJJJ", "JJJ......."],
      piece: "T",
      edit: at(3, 1, 1),
    });
    const after = send(table, [1, act("CW")], [2, act("HD")]);
    expect(dataOf(after, "piece_lock")).toMatchObject([{ spin: "full", r: 2, x: 3, y: 1 }]);
    expect(dataOf(after, "line_clear")).toMatchObject([{ name: "t_spin_double", kick: 1, count: 2, points: 1200 }]);
  });

  test("a lock by timer stands one tick after the step that caused it", () => {
    const table = send(begin({ mode: "sprint", ...actions }), [0, act("SN")]);
    const early = execute(table.authority, table.match, { type: "tick", seat: null, data: {} }, toTick(299));
    expect(early.events).toEqual([]);
    const due = execute(table.authority, table.match, { type: "tick", seat: null, data: {} }, toTick(1000));
    expect(due.events.map(({ type, at }) => [type, at])).toEqual([
      ["piece_lock", 300],
      ["piece_spawn", 300],
    ]);
  });

  test("hold: the input, what was put away, what came", () => {
    const table = begin({ mode: "sprint", ...actions });
    const first = dataOf(table, "piece_spawn")[0]?.["piece"];
    const held = send(table, [5, act("H")]);
    expect(types(held)).toEqual(["input", "hold", "piece_spawn"]);
    expect(dataOf(held, "hold")).toEqual([{ piece: first }]);
    const back = send(held, [6, act("HD")], [7, act("H")]);
    expect(dataOf(back, "piece_spawn").map(({ piece }) => piece)[1]).toBe(first);
  });
});

describe("with delays", () => {
  const delayed = { mode: "sprint", rules: { are: 60, lineDelay: 90 }, handling: { ihs: "tap", irs: "tap" } };

  test("the next piece comes when the delay is over; a hard drop meanwhile is nothing", () => {
    const table = send(begin(delayed), [5, down("hard")], [6, up("hard")], [7, down("hard")]);
    expect(types(table)).toEqual(["input", "piece_lock", "input", "input"]);
    const later = send(table, [65, up("hard")]);
    expect(later.events.map(({ type, at: tick }) => [type, tick])).toEqual([
      ["piece_spawn", 65],
      ["input", 65],
    ]);
  });

  test("a clear waits longer", () => {
    const table = arrange(begin(delayed), { rows: [rightWell], piece: "I", edit: at(9, 1) });
    const later = send(table, [0, down("hard")], [150, up("hard")]);
    expect(later.events.map(({ type, at: tick }) => [type, tick])).toContainEqual(["piece_spawn", 150]);
  });

  test("an initial hold says what went to hold before what came; an initial turn shows in the state", () => {
    const table = begin(delayed);
    const [next, third] = tetris.view(table.match.game, "spectator").next.map((piece) => pieceNames[piece]);
    const held = send(table, [0, down("hard")], [10, down("hold")], [20, down("cw")], [60, up("hold")]);
    expect(types(held)).toEqual(["input", "piece_lock", "input", "input", "hold", "piece_spawn", "input"]);
    expect(textsOf(held, "hold", "piece")).toEqual([next]);
    expect(textsOf(held, "piece_spawn", "piece")).toEqual([third]);
    expect(held.match.game.core.rotation).toBe(1);
  });
});

describe("the end", () => {
  test("cheese ends with its last row of garbage", () => {
    const table = arrange(begin({ mode: "cheese", cheese: 1, ...actions }), {
      rows: ["ggggggggg."],
      piece: "I",
      edit: at(9, 1),
    });
    const after = send(table, [60, act("HD")]);
    expect(dataOf(after, "line_clear")).toMatchObject([{ garbage: 1, count: 1 }]);
    expect(dataOf(after, "game_end")).toMatchObject([{ finish: "goal", places: [1], statistics: [{ ms: 100 }] }]);
  });

  test("ultra ends at two minutes, whatever is in the air; a lock at that very tick counts", () => {
    const tick = { type: "tick", seat: null, data: {} };
    const idle = send(arrange(begin({ mode: "ultra", ...actions, rules: { gravity: 0 } }), {}), [80_000, tick]);
    expect(types(idle)).toEqual(["game_end", "match_closed"]);
    expect(idle.events[0]).toMatchObject({ at: 72_000, data: { finish: "time", statistics: [{ ms: 120_000 }] } });
    const table = begin({ mode: "ultra", ...actions, rules: { gravity: 0 } });
    expect(types(send(table, [71_700, act("SN")], [80_000, tick]))).toEqual([
      "input",
      "piece_lock",
      "game_end",
      "match_closed",
    ]);
    expect(types(send(table, [71_701, act("SN")], [80_000, tick]))).toEqual(["input", "game_end", "match_closed"]);
    const late = execute(table.authority, table.match, act("HD"), toTick(72_000));
    expect(late.rejection).toMatchObject({ kind: "not_running" });
  });

  test("a lock wholly above the visible rows is a lock out", () => {
    const table = arrange(begin({ mode: "sprint", ...actions }), {
      rows: [...tower(19), "....I....."],
      piece: "O",
      edit: at(4, 0, 20),
    });
    const after = send(table, [1, act("HD")]);
    expect(dataOf(after, "elimination")).toEqual([{ by: null, cause: "lock_out", place: 1 }]);
    expect(dataOf(after, "game_end")).toMatchObject([{ finish: "top_out" }]);
    expect(tetris.outcome(after.match.game)).toEqual({ places: [1] });
  });

  test("garbage that pushes a cell over the top is a top out", () => {
    const table = arrange(begin({ mode: "cheese", cheese: 50, ...actions }), {
      rows: [...tower(39)],
      edit: (core) => {
        core.tally.garbageLines = 10;
        at(0, 0, 38)(core);
      },
      piece: "O",
    });
    expect(dataOf(send(table, [1, act("HD")]), "elimination")).toMatchObject([{ cause: "top_out" }]);
  });

  test("zen cannot run away: too much time at once is refused, and nothing of it is kept", () => {
    const table = begin({ mode: "zen" });
    const step = execute(table.authority, table.match, { type: "tick", seat: null, data: {} }, toTick(2 ** 40));
    expect(step.rejection).toMatchObject({ kind: "too_far" });
  });

  test("without gravity nothing falls, however far the clock goes, and a held key costs nothing", () => {
    const table = send(begin({ mode: "zen", rules: { gravity: 0 } }), [0, down("left")]);
    const after = send(table, [2 ** 50, up("left")]);
    expect(types(after)).toEqual(["input"]);
    expect(after.match.game.core.x + after.match.game.core.shape.left).toBe(0);
  });
});
