import { readFileSync } from "node:fs";
import { createMatch, execute, type Authority, type MatchState } from "@replayground/engine";
import { createTestMatch } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { toSeat, toTick, unwrap, type JsonObject, type LogEvent } from "@replayground/kernel";
import { Chain, type WellFormedLog } from "@replayground/log";
import { defaultOptions, tetris, type Key, type TetrisTypes } from "@replayground/tetris";

/** Key edges of real games: hands and timing of people, whatever the pieces. */
interface RecordedGame {
  readonly id: string;
  /** [frame of 1/60 s, tenths of it, 1 down or 0 up, key] */
  readonly events: readonly (readonly [number, number, number, string])[];
}

const FIXTURE = new URL("../../packages/games/tetris/test/fixtures/tetrio_solo_replays.json", import.meta.url);

const KEYS: Readonly<Record<string, Key>> = {
  moveLeft: "left",
  moveRight: "right",
  softDrop: "soft",
  hardDrop: "hard",
  rotateCW: "cw",
  rotateCCW: "ccw",
  rotate180: "r180",
  hold: "hold",
};

export function recordedGames(): readonly RecordedGame[] {
  const fixture: unknown = JSON.parse(readFileSync(FIXTURE, "utf8"));
  return (fixture as { readonly replays: readonly RecordedGame[] }).replays; // our own fixture: its shape is known
}

/**
 * A native game in Zen (a full board is cleared, play goes on) under recorded hands. A tick is a tenth of a frame, so
 * the timing is exact. Repeated `times`: then it compresses better than a game would.
 */
export function playRecorded(game: RecordedGame, times = 1): WellFormedLog {
  const options: JsonObject = { ...defaultOptions("zen") };
  const { authority, header } = createTestMatch(tetris, nodeHash, { seed: 7, options });
  const created = unwrap(createMatch(authority, header));
  const log: LogEvent[] = [...created.events];
  const chain = Chain.from(nodeHash, header);
  let match = created.match;
  for (let i = 0, start = 0; i < times; i++, start = match.at + 60) {
    for (const [frame, tenths, isDown, key] of game.events) {
      match = press(authority, match, { at: start + 10 * frame + Math.round(10 * tenths), isDown, key }, log);
    }
  }
  for (const event of log) chain.append(event);
  return { header, events: log, claimed: chain.hex };
}

interface Press {
  readonly at: number;
  readonly isDown: number;
  readonly key: string;
}

function press(
  authority: Authority<TetrisTypes>,
  match: MatchState<TetrisTypes>,
  { at, isDown, key }: Press,
  log: LogEvent[],
): MatchState<TetrisTypes> {
  const data = { edge: isDown === 1 ? "down" : "up", key: KEYS[key] ?? "hard" };
  const step = execute(authority, match, { type: "input", seat: toSeat(0), data }, toTick(at));
  log.push(...step.events);
  return step.match;
}
