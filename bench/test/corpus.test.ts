import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import { anyGame, createRegistry, verifyLog } from "@replayground/replay";
import { modes, tetris } from "@replayground/tetris";
import { readGame, readIndex } from "../corpus/files.ts";
import { recipes } from "../corpus/games.ts";
import { playGame } from "../corpus/play.ts";

const registry = createRegistry([anyGame(tetris)]);
const index = readIndex();

/** What a solo game can record; `board_reset` and `policy_violation` need worse play than this. */
const gameEvents = [
  "game_start",
  "input",
  "hold",
  "bag_dealt",
  "piece_spawn",
  "piece_lock",
  "line_clear",
  "garbage_inserted",
  "level_up",
  "elimination",
  "game_end",
];

/**
 * Games that were played once and stand for ever. A head or a state that differs means that an old replay no longer
 * plays as it did: a changed order of events, another kick, a tick too late.
 */
describe("the frozen corpus", () => {
  for (const entry of index) {
    test(`${entry.name} re-executes to its frozen head and state`, () => {
      const log = unwrap(verifyLog(registry, nodeHash, readGame(entry.name)));
      const { events, head, state, status } = log;
      expect({ head, state, status }).toEqual({ head: entry.head, state: entry.state, status: entry.status });
      expect(events).toHaveLength(entry.events);
      expect(events.at(-1)?.at).toBe(entry.ticks);
      expect(events.filter(({ type }) => type === "piece_lock")).toHaveLength(entry.pieces);
    });
  }

  test("has every mode, keys and actions, and every ending", () => {
    expect(index.map(({ name }) => name)).toEqual(recipes.map(({ name }) => name));
    const logs = index.map(({ name }) => readGame(name));
    const options = logs.map(({ header }) => header.options);
    expect(new Set(options.map(({ mode }) => mode))).toEqual(new Set(modes));
    expect(new Set(options.map(({ inputMode }) => inputMode))).toEqual(new Set(["keys", "actions"]));
    const finishes = logs.flatMap(({ events }) => events.filter(({ type }) => type === "game_end"));
    expect(new Set(finishes.map(({ data }) => data["finish"]))).toEqual(new Set(["goal", "time", "top_out"]));
    const types = new Set(logs.flatMap(({ events }) => events.map(({ type }) => type)));
    for (const type of [...gameEvents, "nonce_added", "match_paused", "match_resumed", "match_closed"]) {
      expect(types).toContain(type);
    }
  });

  test("stays small enough for a repository", () => {
    const sizes = index.map(({ name }) => statSync(new URL(`../corpus/logs/${name}.jsonl.gz`, import.meta.url)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
  });

  /** The players are pure, too: the same seed plays the same game. */
  test.each(["sprint-skilled", "sprint-dellacherie"])("%s is played again, event by event", (name) => {
    const recipe = recipes.find((candidate) => candidate.name === name);
    if (recipe === undefined) throw new Error(`no recipe ${name}`);
    expect(playGame(recipe).events).toEqual(readGame(name).events);
  });
});
