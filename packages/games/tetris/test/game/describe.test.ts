import { toSeat, toSeq, toTick } from "@replayground/kernel";
import { expect, test } from "vitest";
import { describe } from "../../src/game/describe.ts";
import { statisticsOf } from "../../src/game/statistics.ts";
import type { TetrisEvent } from "../../src/game/types.ts";
import { begin } from "./table.ts";

const seat = toSeat(0);
const { match } = begin();
const { handling } = match.options;
const clear = {
  b2b: 2,
  combo: 3,
  count: 4,
  garbage: 0,
  kick: 0,
  name: "tetris",
  perfect: true,
  points: 4000,
  rows: [0],
} as const;
const lock = { faults: 0, hard: 3, keys: 1, piece: "T", r: 2, soft: 0, spin: "full", x: 3, y: 0 } as const;
const statistics = [{ ...statisticsOf(match.game), lines: 150, score: 98_765 }];

const sentences: readonly (readonly [TetrisEvent, string])[] = [
  [
    { type: "game_start", seat: null, data: { handling, inputMode: "keys", mode: "zen", profile: "zen" } },
    "A game of zen begins.",
  ],
  [{ type: "input", seat, data: { edge: "down", key: "cw" } }, "Turn right pressed."],
  [{ type: "input", seat, data: { edge: "up", key: "soft" } }, "Soft drop let go."],
  [{ type: "input", seat, data: { action: "SD", n: 1 } }, "Soft drop by up to 1 row."],
  [{ type: "hold", seat, data: { piece: "I" } }, "I goes to hold."],
  [{ type: "bag_dealt", seat: null, data: { pieces: "IJLOSTZ" } }, "A new bag of seven is dealt."],
  [{ type: "piece_spawn", seat, data: { index: 7, piece: "S" } }, "Piece 7: S."],
  [{ type: "piece_lock", seat, data: lock }, "T locks at column 4, row 1, a spin."],
  [{ type: "line_clear", seat, data: clear }, "Tetris, back-to-back, combo 3, perfect clear, 4000 points."],
  [
    { type: "line_clear", seat, data: { ...clear, name: "single", combo: 0, perfect: false, points: 100 } },
    "Single, 100 points.",
  ],
  [
    { type: "garbage_sent", seat, data: { cancelled: 1, id: 1, reason: "main", rows: 4, to: [1] } },
    "4 rows of garbage sent, 1 cancelled.",
  ],
  [{ type: "garbage_received", seat, data: { active: 9, from: 1, id: 1, rows: 1 } }, "1 row of garbage on the way."],
  [{ type: "garbage_inserted", seat, data: { holes: [4, 5], id: 1 } }, "2 rows of garbage rise."],
  [{ type: "level_up", seat, data: { level: 9 } }, "Level 9."],
  [
    { type: "board_reset", seat, data: { cause: "lock_out" } },
    "Locked above the visible rows: the board is cleared and play goes on.",
  ],
  [
    { type: "elimination", seat, data: { by: null, cause: "block_out", place: 1 } },
    "Out of the game: no room for the next piece.",
  ],
  [
    { type: "game_end", seat: null, data: { finish: "goal", places: [1], statistics } },
    "Goal reached: 150 lines, 98765 points.",
  ],
];

test.each(sentences)("%j", (event, sentence) => {
  expect(describe({ ...event, seq: toSeq(1), at: toTick(0) })).toBe(sentence);
});
