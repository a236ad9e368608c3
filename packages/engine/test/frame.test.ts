import { nodeHash } from "@replayground/hash/node";
import { parseHex, toSeat, unwrap } from "@replayground/kernel";
import { describe, expect, it } from "vitest";
import { createMatch, emptyMatch, execute, type GameCommand } from "../src/index.ts";
import { createTestMatch, given, hiddenNumber } from "../src/testing/index.ts";
import {
  NONCES,
  abandon,
  ask,
  committedTable,
  lower,
  nonce,
  pause,
  raise,
  resume,
  start,
  table,
  tick,
} from "./fixtures.ts";

describe("the header", () => {
  const { authority, header } = table();

  it.each([
    ["another game", { ...header, game: "chess" }, { kind: "wrong_game", game: "chess" }],
    ["rules this program does not have", { ...header, rules: 2 }, { kind: "unknown_rules", rules: 2 }],
    ["too few seats", { ...header, seats: header.seats.slice(1) }, { kind: "wrong_seats", seats: 1 }],
    [
      "an unknown option",
      { ...header, options: { rnage: 3 } },
      { kind: "bad_options", path: "rnage", reason: "unknown_option" },
    ],
  ])("is refused for %s", (_name, changed, error) => {
    expect(createMatch(authority, changed)).toEqual({ ok: false, error });
    expect(emptyMatch(authority, changed)).toEqual({ ok: false, error });
  });

  it("is refused with another secret than it carries or commits to", () => {
    const secret = unwrap(parseHex("ab".repeat(32), 32));
    for (const { authority: own, header: its } of [table(), committedTable()]) {
      expect(createMatch({ ...own, secret }, its)).toEqual({ ok: false, error: { kind: "wrong_secret" } });
    }
  });

  it("binds its commitment to the match: the same secret elsewhere is a wrong one", () => {
    const committed = committedTable();
    const elsewhere = { ...committed.header, match: table().header.match.replace(/^./, "f") } as typeof header;
    expect(createMatch(committed.authority, elsewhere)).toEqual({ ok: false, error: { kind: "wrong_secret" } });
  });
});

describe("the start", () => {
  it("of an open match records the first events at tick 0", () => {
    const { authority, header } = table();
    const { match, events } = unwrap(createMatch(authority, header));
    expect(match.status).toBe("running");
    expect(events.map(({ seq, at, type }) => ({ seq, at, type }))).toEqual([{ seq: 1, at: 0, type: "numbers_dealt" }]);
  });

  it("of a committed match waits for every nonce, then deals", () => {
    start(committedTable())
      .when(ask(0, 5), 0)
      .refuses({ kind: "not_running", status: "idle" })
      .when(nonce(1, "b"), 0)
      .gives([{ type: "nonce_added", seq: 1, seat: 1, data: { nonce: "b".repeat(32) } }])
      .when(nonce(1, "c"), 0)
      .refuses({ kind: "illegal", reason: "nonce_not_expected" })
      .when(nonce(0, "a"), 0)
      .gives([{ type: "nonce_added", seat: 0 }, { type: "numbers_dealt" }])
      .when(nonce(0, "a"), 0)
      .refuses({ kind: "illegal", reason: "not_awaiting_nonces" })
      .when(ask(0, 5), 0)
      .gives([{ type: "question_asked" }]);
  });

  it("waits for persons only: a bot's seat needs no nonce", () => {
    const { authority, header } = createTestMatch(hiddenNumber, nodeHash, { committed: true, bots: { 1: "guesser" } });
    given(authority, header)
      .when(nonce(0, "a"), 0)
      .gives([{ type: "nonce_added" }, { type: "numbers_dealt" }]);
  });

  it("takes no nonce from a bot's seat: whoever orders the match could choose it last, and with it the deal", () => {
    const { authority, header } = createTestMatch(hiddenNumber, nodeHash, { committed: true, bots: { 1: "guesser" } });
    given(authority, header).when(nonce(1, "b"), 0).refuses({ kind: "illegal", reason: "nonce_not_expected" }, []);
  });

  it("waits for nobody where bots play alone", () => {
    const bots = { 0: "guesser", 1: "guesser" };
    const { authority, header } = createTestMatch(hiddenNumber, nodeHash, { committed: true, bots });
    const { match, events } = given(authority, header);
    expect(match.status).toBe("running");
    expect(events.map(({ type }) => type)).toEqual(["numbers_dealt"]);
  });

  it.each<[string, GameCommand, string]>([
    ["15 bytes", { ...nonce(0, "a"), data: { nonce: "a".repeat(30) } }, "nonce_must_be_16_bytes"],
    ["upper case", nonce(0, "A"), "nonce_must_be_16_bytes"],
    ["nothing", { ...nonce(0, "a"), data: {} }, "nonce_must_be_16_bytes"],
    ["no seat", { ...nonce(0, "a"), seat: null }, "nonce_not_expected"],
    ["a third seat", nonce(2, "a"), "no_such_seat"],
  ])("refuses a nonce of %s", (_name, command, reason) => {
    start(committedTable()).when(command, 0).refuses({ kind: "illegal", reason }, []);
  });

  it("has no time before it begins", () => {
    start(committedTable()).when(nonce(0, "a"), 1).refuses({ kind: "not_running", status: "idle" }, []);
  });

  it("draws its chance from the secret and every nonce, in seat order", () => {
    const deal = (first: string, second: string): unknown =>
      start(committedTable()).after([
        { command: nonce(0, first), at: 0 },
        { command: nonce(1, second), at: 0 },
      ]).match.game.sides;
    const deals = [deal("a", "b"), deal("b", "a"), deal("a", "c"), deal("c", "b")].map((sides) =>
      JSON.stringify(sides),
    );
    expect(new Set(deals).size).toBe(4);
    const inTurn = start(committedTable()).after([NONCES[1], NONCES[0]]).match.game.sides;
    expect(JSON.stringify(inTurn)).toBe(deals[0]);
  });

  it("cannot be dealt by a reader, who does not know the secret", () => {
    const { authority, header } = committedTable();
    const { game, hash } = authority;
    const reader = unwrap(emptyMatch({ game, hash }, header));
    expect(reader.game.sides.map(({ number }) => number)).toEqual([null, null]);
  });
});

describe("pause", () => {
  const hint = table({ hintAfter: 1000 });

  it("stops the clock: nothing happens at a later tick until it is resumed where it stood", () => {
    start(hint)
      .when(pause, 900)
      .gives([{ type: "match_paused", at: 900 }])
      .when(tick, 5000)
      .refuses({ kind: "paused" }, [])
      .when(ask(0, 5), 900)
      .refuses({ kind: "paused" }, [])
      .when(resume, 901)
      .refuses({ kind: "paused" }, [])
      .when(resume, 900)
      .gives([{ type: "match_resumed", at: 900 }])
      .when(tick, 1000)
      .gives([{ type: "hint_whispered", at: 1000 }]);
  });

  it("releases held keys, in the log's fold too", () => {
    const { match } = start(hint).after([
      { command: raise(1), at: 10 },
      { command: pause, at: 20 },
    ]);
    expect(match.game.sides[1].hand).toBe(false);
  });

  it("comes after everything due at its tick", () => {
    start(hint)
      .when(pause, 1000)
      .gives([{ type: "hint_whispered" }, { type: "match_paused" }]);
  });

  it("lets nothing happen meanwhile, even if releasing keys makes something due", () => {
    const eager = table({ hintAfter: 1000 }, { release: (state) => ({ ...state, waited: 1000 }) });
    start(eager)
      .when(pause, 500)
      .gives([{ type: "match_paused" }])
      .when(resume, 500)
      .gives([{ type: "match_resumed" }])
      .when(tick, 500)
      .gives([{ type: "hint_whispered", at: 500 }]);
  });

  it("does not exist in committed play, and only once at a time", () => {
    start(committedTable())
      .after(NONCES)
      .when(pause, 10)
      .refuses({ kind: "illegal", reason: "no_pause_in_witnessed_play" });
    start(hint)
      .when(resume, 10)
      .refuses({ kind: "illegal", reason: "not_paused" })
      .after([{ command: pause, at: 10 }])
      .when(pause, 10)
      .refuses({ kind: "illegal", reason: "already_paused" });
  });
});

describe("the end", () => {
  const short = table({ rounds: 1 });

  it("follows from the outcome: match_closed is the last event, once", () => {
    const end = start(short)
      .after([{ command: ask(0, 1), at: 10 }])
      .when(ask(1, 1), 20)
      .gives([
        { type: "question_asked" },
        { type: "numbers_shown" },
        { type: "match_closed", seat: null, data: { how: "finalized", secret: null } },
      ]);
    expect(end.match.status).toBe("finalized");
    for (const command of [tick, abandon, pause, raise(0), ask(0, 2)]) {
      end.when(command, 30).refuses({ kind: "not_running", status: "finalized" }, []);
    }
  });

  it("may come by time alone: a command at that tick finds the match over", () => {
    const { authority, header } = table(
      { hintAfter: 50 },
      { outcome: ({ hinted }) => (hinted ? { places: [1, 2] } : null) },
    );
    given(authority, header)
      .when(ask(0, 5), 50)
      .refuses({ kind: "not_running", status: "finalized" }, [{ type: "hint_whispered" }, { type: "match_closed" }]);
    given(authority, header)
      .when(tick, 50)
      .gives([{ type: "hint_whispered" }, { type: "match_closed", at: 50 }]);
    given(authority, header)
      .when(abandon, 60)
      .refuses({ kind: "not_running", status: "finalized" }, [{ type: "hint_whispered" }, { type: "match_closed" }]);
  });

  it("can be had by abandoning, running or paused, after what was due", () => {
    const hint = table({ hintAfter: 1000 });
    start(hint)
      .when({ ...abandon, seat: toSeat(1) }, 1000)
      .gives([{ type: "hint_whispered" }, { type: "match_closed", seat: 1, data: { how: "abandoned", secret: null } }])
      .when(tick, 2000)
      .refuses({ kind: "not_running", status: "abandoned" }, []);
    const { match } = start(hint)
      .after([{ command: pause, at: 10 }])
      .when(abandon, 10)
      .gives([{ type: "match_closed" }]);
    expect(match).toMatchObject({ status: "abandoned", paused: false });
  });

  it("reveals the secret of a committed match, also of one that never began", () => {
    const committed = committedTable();
    const closed = [{ type: "match_closed", data: { how: "abandoned", secret: committed.authority.secret } }];
    start(committed).when(abandon, 0).gives(closed);
    start(committed).after(NONCES).when(abandon, 100).gives(closed);
  });
});

describe("refusals", () => {
  it.each<[string, GameCommand, string]>([
    ["an unknown command", { type: "guess", seat: toSeat(0), data: {} }, "unknown_command"],
    ["an event posing as a command", { type: "match_closed", seat: toSeat(0), data: {} }, "unknown_command"],
    ["a seat that does not exist", ask(2, 5), "no_such_seat"],
    ["an ill-formed number", { type: "ask", seat: toSeat(0), data: { number: "5" } }, "number_required"],
    ["what the rules forbid", lower(0), "hand_is_down"],
    ["a frame command from a seat that does not exist", { ...pause, seat: toSeat(7) }, "no_such_seat"],
  ])("%s", (_name, command, reason) => {
    start().when(command, 10).refuses({ kind: "illegal", reason }, []);
  });

  it("name a seat that does not exist before the game is asked", () => {
    const trusting = table(
      {},
      { decide: (_state, { seat }) => ({ ok: true, value: [{ type: "hand_raised", seat, data: {} }] }) },
    );
    start(trusting).when(raise(2), 10).refuses({ kind: "illegal", reason: "no_such_seat" }, []);
  });

  it("are no excuse for a game that uses the frame's own events", () => {
    const { authority, header } = table(
      {},
      { decide: () => ({ ok: true, value: [{ type: "match_paused", seat: null, data: {} } as never] }) },
    );
    const { match } = start({ authority, header });
    expect(() => execute(authority, match, raise(0), match.at)).toThrow("a game does not record events of the frame");
  });
});
