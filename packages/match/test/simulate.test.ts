import { createMatch, execute, frameCommand, type Bot, type MatchState } from "@replayground/engine";
import { createTestMatch, hiddenNumber, type HiddenNumberTypes } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { hashText, toSeat, unwrap, type LogEvent } from "@replayground/kernel";
import { anyGame, createRegistry, verifyLog } from "@replayground/replay";
import { describe, expect, it } from "vitest";
import { simulate } from "../src/index.ts";

type Player = Bot<HiddenNumberTypes>;

const { authority, header } = createTestMatch(hiddenNumber, nodeHash, { bots: { 0: "asker", 1: "asker" } });
const seed = hashText(nodeHash, "bots");

interface Sitting {
  readonly players: readonly Player[];
  readonly maxEvents?: number;
  readonly pace?: number;
}

interface Played {
  readonly match: MatchState<HiddenNumberTypes>;
  readonly events: readonly LogEvent[];
}

function play({ players, maxEvents = 1000, pace = 100 }: Sitting): Played {
  const created = unwrap(createMatch(authority, header));
  const events: LogEvent[] = [...created.events];
  const bots = new Map(players.map((player, seat) => [seat, player]));
  const match = simulate(authority, created.match, { bots, seed, pace, maxEvents }, (event) => void events.push(event));
  return { match, events };
}

/** Asks when it is its turn, any number; the runner would refuse it otherwise. */
const asker = (seat: 0 | 1): Player => ({
  id: "asker",
  choose: (view, random) =>
    view.turn === seat && !view.shown ? [{ type: "ask", seat: toSeat(seat), data: { number: random.below(10) } }] : [],
});

/** Says nothing until it has been told a parity: time alone must bring that. */
const patient = (seat: 0 | 1): Player => ({
  id: "patient",
  choose: (view, random) => (view.sides[seat]?.parity === null ? [] : asker(seat).choose(view, random)),
});

const silent: Player = { id: "silent", choose: () => [] };

/** Asks out of turn for ever. */
const rude: Player = {
  id: "rude",
  choose: (view) => [{ type: "ask", seat: toSeat(1 - view.turn), data: { number: 1 } }],
};

describe("simulate", () => {
  it("plays a match to its end, and the log verifies", () => {
    const { match, events } = play({ players: [asker(0), asker(1)] });
    expect(match.status).toBe("finalized");
    const registry = createRegistry([anyGame(hiddenNumber)]);
    expect(verifyLog(registry, nodeHash, { header, events, claimed: null })).toMatchObject({ ok: true });
  });

  it("plays the same match again from the same seed", () => {
    const players = [asker(0), asker(1)];
    expect(play({ players }).events).toEqual(play({ players }).events);
  });

  it("lets time pass where a bot waits for it", () => {
    const { match, events } = play({ players: [patient(0), patient(1)] });
    expect(events.map(({ type }) => type)).toContain("hint_whispered");
    expect(match.status).toBe("finalized");
  });

  it("leaves the match where nobody acts and nothing is due", () => {
    const { match, events } = play({ players: [silent, silent] });
    expect(match.status).toBe("running");
    expect(events.filter(({ type }) => type === "question_asked")).toEqual([]);
  });

  it.each([0, 100])("ends where every command is refused, pace %i", (pace) => {
    const { match, events } = play({ players: [rude, rude], pace });
    expect(match.status).toBe("running");
    expect(events.filter(({ type }) => type === "question_asked")).toEqual([]);
  });

  it("leaves a paused match alone", () => {
    const created = unwrap(createMatch(authority, header));
    const paused = execute(authority, created.match, frameCommand("pause", null), created.match.at).match;
    const bots = new Map([[0, asker(0)] as const, [1, asker(1)] as const]);
    expect(simulate(authority, paused, { bots, seed, pace: 100, maxEvents: 50 }, () => expect.unreachable())).toBe(
      paused,
    );
  });

  it("stops at the given number of events", () => {
    const { match, events } = play({ players: [asker(0), asker(1)], maxEvents: 2 });
    expect(match.status).toBe("running");
    expect(events.length).toBeLessThan(6);
  });
});
