import { nodeHash } from "@replayground/hash/node";
import { expect, it } from "vitest";
import { withTurnClock } from "../src/index.ts";
import {
  createTestMatch,
  hiddenNumber,
  proposeHiddenNumber,
  randomPlayout,
  type HiddenNumberTypes,
} from "../src/testing/index.ts";

const GAMES = 2500;

const clocked = withTurnClock<HiddenNumberTypes>(hiddenNumber, {
  toMove: ({ turn, shown }) => (shown ? [] : [turn]),
  timeoutCommand: (_state, seat) => ({ type: "ask", seat, data: { number: 1 } }),
});

it.each([
  ["open", false],
  ["committed", true],
])(`${GAMES} random games, %s: every law after every event`, (_name, committed) => {
  let events = 0;
  for (let seed = 1; seed <= GAMES; seed++) {
    const { authority, header } = createTestMatch(hiddenNumber, nodeHash, { seed, committed, options: { rounds: 9 } });
    events += randomPlayout(authority, header, { seed, steps: 120, propose: proposeHiddenNumber }).events.length;
  }
  expect(events).toBeGreaterThan(10 * GAMES);
});

it.each([
  ["open", false],
  ["committed", true],
])(`${GAMES} random games with a turn clock, %s: every law after every event`, (_name, committed) => {
  let events = 0;
  for (let seed = 1; seed <= GAMES; seed++) {
    const options = { rounds: 9, turnClock: { perTurn: 1000 + (seed % 7000) } };
    const { authority, header } = createTestMatch(clocked, nodeHash, { seed, committed, options });
    const { events: log } = randomPlayout(authority, header, {
      seed,
      steps: 120,
      span: 6000,
      propose: ({ game: { game }, ...match }, random) =>
        proposeHiddenNumber({ ...match, options: game.options, game }, random),
    });
    events += log.length;
  }
  expect(events).toBeGreaterThan(10 * GAMES);
});
