import { advanceTo, emptyMatch, foldEvent, type MatchState } from "@replayground/engine";
import { createTestRandom } from "@replayground/engine/testing";
import { bytesToHex, type LogEvent, unwrap } from "@replayground/kernel";
import { expect, test } from "vitest";
import { encodeState } from "../../src/game/snapshot.ts";
import type { TetrisTypes } from "../../src/game/types.ts";
import { act, proposeInput } from "./player.ts";
import { begin, send, type Table } from "./table.ts";

/** A log of some length, with levels, holds and clears. */
function played(): Table {
  const random = createTestRandom(5);
  let table = begin({ mode: "marathon", inputMode: "actions" }, { seed: 5 });
  const log: LogEvent[] = [...table.events];
  for (let i = 0; i < 400; i++) {
    const command = proposeInput(table.match, random);
    if (command === null || !("action" in command.data)) continue;
    try {
      table = send(table, [table.match.at + random.below(50), command]);
      log.push(...table.events);
    } catch {
      // an input out of range: the player tries another one
    }
  }
  return { ...table, events: log };
}

const table = played();

/** Folds the log; `look` says at which events the state is looked at while it is folded. */
function fold(look: (index: number) => boolean): readonly MatchState<TetrisTypes>[] {
  let match = unwrap(emptyMatch(table.authority, table.header));
  return table.events.map((event, index) => {
    match = foldEvent(table.authority, match, event);
    if (look(index)) encodeState(match.game);
    return match;
  });
}

function hashes(states: readonly MatchState<TetrisTypes>[]): readonly string[] {
  return states.map(({ game }) => bytesToHex(encodeState(game)));
}

test("when a state is looked at changes nothing: at once, later, in any order, or never before the end", () => {
  const atOnce = hashes(fold(() => true));
  expect(hashes(fold(() => false))).toEqual(atOnce);
  expect(hashes(fold((index) => index % 7 === 3))).toEqual(atOnce);
  expect(hashes(fold(() => false).toReversed()).toReversed()).toEqual(atOnce);
  expect(atOnce.length).toBeGreaterThan(500);
});

test("a state that two futures start from stays as it is", () => {
  const start = begin({ mode: "sprint", inputMode: "actions" });
  const before = bytesToHex(encodeState(start.match.game));
  const left = send(start, [10, act("LW")], [20, act("HD")]);
  const right = send(start, [10, act("RW")], [20, act("HD")]);
  expect(left.match.game.core.board).not.toEqual(right.match.game.core.board);
  expect(bytesToHex(encodeState(start.match.game))).toBe(before);
  expect(send(start, [10, act("LW")], [20, act("HD")]).events).toEqual(left.events);
});

test("what deciding foresaw is used for these very events only", () => {
  const start = begin({ mode: "sprint", inputMode: "actions" });
  const drop = send(start, [5, act("HD")]);
  // The same position again, but another event follows than the one that was decided.
  const other = send(start, [5, act("L")]);
  const [input] = other.events;
  const folded = input === undefined ? start.match : foldEvent(start.authority, start.match, input);
  expect(encodeState(folded.game)).toEqual(encodeState(other.match.game));
  // A copy of the decided events: equal, but not the same objects.
  const copy = drop.events.map((event): LogEvent => ({ ...event, data: { ...event.data } }));
  const again = copy.reduce((match, event) => foldEvent(start.authority, match, event), start.match);
  expect(encodeState(again.game)).toEqual(encodeState(drop.match.game));
});

test("time alone is put off as well", () => {
  const start = begin({ mode: "sprint", inputMode: "actions" });
  const later = [50, 90, 400].reduce((match, at) => advanceTo(start.authority, match, at), start.match);
  const once = advanceTo(start.authority, start.match, 400);
  expect(later.game.tick).toBe(400);
  expect(encodeState(later.game)).toEqual(encodeState(once.game));
});
