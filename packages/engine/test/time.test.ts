import { toTick } from "@replayground/kernel";
import { describe, expect, it } from "vitest";
import { MAX_EVENTS_PER_STEP } from "../src/index.ts";
import { hiddenNumber } from "../src/testing/index.ts";
import { ask, raise, start, table, tick } from "./fixtures.ts";

/** "Everything due at or before `at` happens first, then the command at `at`." */
describe("time", () => {
  const hint = table({ hintAfter: 1000 });

  it.each([
    [999, ["question_asked"]],
    [1000, ["hint_whispered", "question_asked"]],
    [1001, ["hint_whispered", "question_asked"]],
  ])("a command at %i finds everything due at or before it done", (at, types) => {
    start(hint)
      .when(ask(0, 5), at)
      .gives(types.map((type) => ({ type, at: type === "hint_whispered" ? 1000 : at })));
  });

  it("what time caused stands even where the command is refused", () => {
    start(hint)
      .when(ask(1, 5), 1500)
      .refuses({ kind: "illegal", reason: "not_your_turn" }, [{ type: "hint_whispered", at: 1000 }])
      .when(tick, 1500)
      .gives([]);
  });

  it("is not spent by a command that is not well-formed", () => {
    const { match } = start(hint).when({ type: "ask", seat: null, data: {} }, 1500).refuses({
      kind: "illegal",
      reason: "seat_required",
    });
    expect(match.at).toBe(0);
  });

  it("never runs backwards: a late command is told the time and changes nothing", () => {
    const before = start(hint).after([{ command: raise(0), at: 700 }]);
    const { match } = before.when(ask(0, 5), 699).refuses({ kind: "late", now: toTick(700) }, []);
    expect(match).toBe(before.match);
  });

  it("a tick records nothing and ends with what time caused", () => {
    start(hint)
      .when(tick, 400)
      .gives([])
      .when(tick, 400)
      .gives([])
      .when(tick, 1000)
      .gives([{ type: "hint_whispered" }]);
  });

  it("several commands may stand at one tick, in order", () => {
    start(hint)
      .when(ask(0, 5), 10)
      .gives([{ type: "question_asked", at: 10 }])
      .when(ask(1, 5), 10)
      .gives([{ type: "question_asked", at: 10 }]);
  });

  it("the silent motion ends up the same however it is split", () => {
    const once = start(hint).after([{ command: tick, at: 977 }]).match;
    const often = start(hint).after([1, 49, 50, 51, 300, 301, 977].map((at) => ({ command: tick, at }))).match;
    expect(often).toEqual(once);
    expect(once.game.pot).toBe(100 - 19);
  });
});

describe("the cost of time", () => {
  it("follows events, not ticks", () => {
    let asked = 0;
    const counted = table(
      { hintAfter: 60_000 },
      {
        nextDue: (state, until) => {
          asked++;
          return hiddenNumber.nextDue(state, until);
        },
        advance: (state, at) => {
          asked++;
          return hiddenNumber.advance(state, at);
        },
      },
    );
    const { step } = start(counted).when(tick, 1_000_000_000);
    expect(step.events.map(({ type }) => type)).toEqual(["hint_whispered"]);
    expect(asked).toBeLessThan(10);
  });
});

describe("the budget of one step", () => {
  /** Something happens at every tick. */
  const busy = table(
    {},
    {
      nextDue: ({ at, waited }, until) => (waited < at || at + 1 > until ? null : toTick(at + 1)),
      elapse: ({ turn }) => [{ type: "hand_raised", seat: turn, data: {} }],
    },
  );

  it("allows exactly the limit", () => {
    const { step } = start(busy).when(tick, MAX_EVENTS_PER_STEP);
    expect(step.rejection).toBeNull();
    expect(step.events.length).toBe(MAX_EVENTS_PER_STEP);
  });

  it("refuses one more, for commands of the game and of the frame, and keeps nothing", () => {
    const before = start(busy);
    const limit = { kind: "too_far", limit: MAX_EVENTS_PER_STEP } as const;
    for (const command of [tick, raise(0)]) {
      const { match } = before.when(command, MAX_EVENTS_PER_STEP + 1).refuses(limit, []);
      expect(match).toBe(before.match);
    }
  });

  it("is an invariant that what is due causes an event", () => {
    const silent = table({ hintAfter: 10 }, { elapse: () => [] });
    expect(() => start(silent).when(tick, 10)).toThrow("what is due causes an event");
  });
});
