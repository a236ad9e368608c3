import { hiddenNumber } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { toSeat, toSeq, toTick, unwrap, type Hex, type LogEvent } from "@replayground/kernel";
import type { WellFormedLog } from "@replayground/log";
import { describe, expect, test } from "vitest";
import { anyGame, createRegistry, verifyLog, type VerifyError } from "../src/index.ts";
import { playLog, testRegistry } from "../src/testing/index.ts";

const log = playLog(nodeHash, { seed: 13, steps: 20 });
const committed = playLog(nodeHash, { seed: 2, steps: 20, committed: true });
const ZEROS = "00".repeat(32) as Hex;

function faultOf(wrong: WellFormedLog): VerifyError {
  const verified = verifyLog(testRegistry, nodeHash, wrong);
  if (verified.ok) throw new Error("accepted");
  return verified.error;
}

/** The log with one event changed, added, or left out. */
function withEvent(seq: number, change: Partial<LogEvent>): WellFormedLog {
  return { ...log, events: log.events.map((event) => (event.seq === seq ? { ...event, ...change } : event)) };
}
function without(seq: number): WellFormedLog {
  const events = log.events.filter((event) => event.seq !== seq).map(renumber);
  return { ...log, events };
}
function withExtra(seq: number, extra: Omit<LogEvent, "seq">): WellFormedLog {
  const events = [...log.events.slice(0, seq - 1), { seq: toSeq(seq), ...extra }, ...log.events.slice(seq - 1)];
  return { ...log, events: events.map(renumber) };
}
function renumber(event: LogEvent, index: number): LogEvent {
  return { ...event, seq: toSeq(index + 1) };
}
function find(type: string, from = 0): LogEvent {
  const event = log.events.find((candidate) => candidate.type === type && candidate.seq > from);
  if (event === undefined) throw new Error(`the log has no ${type}`);
  return event;
}

describe("a log that follows from its rules", () => {
  test.each([
    ["finished", log, "finalized"],
    ["committed", committed, "finalized"],
    ["unfinished", playLog(nodeHash, { seed: 3, finish: false }), "running"],
  ])("%s: verified, with its head and result", (_name, given, status) => {
    const verified = unwrap(verifyLog(testRegistry, nodeHash, given));
    expect(verified).toMatchObject({ head: given.claimed, status });
    expect(verified.state === null).toBe(status === "running");
    expect(verified.outcome === null).toBe(status === "running");
  });

  test("the samples hold what the faults below need", () => {
    const types = new Set(log.events.map(({ type }) => type));
    const needed = [
      "numbers_dealt",
      "question_asked",
      "hint_whispered",
      "policy_violation",
      "hand_raised",
      "match_closed",
    ];
    expect(needed.filter((type) => !types.has(type))).toEqual([]);
  });
});

describe("a log that does not follow from its rules: the first wrong event is named", () => {
  const question = find("question_asked");
  const hint = find("hint_whispered");
  const hand = find("hand_raised");

  test("a consequence with other data", () => {
    const shown = find("numbers_shown");
    const fault = faultOf(withEvent(shown.seq, { data: { numbers: [1, 99] } }));
    expect(fault).toMatchObject({
      kind: "wrong_event",
      seq: shown.seq,
      difference: { path: "data.numbers[0]", found: 1 },
    });
  });

  test("a digest that is not the seal's", () => {
    const sealed = (question.sealed ?? []).map((part, i) => (i === 1 ? { ...part, digest: ZEROS } : part));
    const fault = faultOf(withEvent(question.seq, { sealed }));
    expect(fault).toMatchObject({ kind: "wrong_event", seq: question.seq, difference: { path: "sealed[1].digest" } });
  });

  test("a value that was opened falsely: its digest is right, so only opening it shows", () => {
    const sealed = (question.sealed ?? []).map((part) =>
      part.opened === undefined ? part : { ...part, opened: { ...part.opened, value: "equal" } },
    );
    expect(faultOf(withEvent(question.seq, { sealed }))).toEqual({ kind: "false_seal", seq: question.seq, index: 0 });
  });

  test("an event of time that is missing, late, or early", () => {
    expect(faultOf(without(hint.seq))).toEqual({ kind: "missing_event", seq: hint.seq, expected: "hint_whispered" });
    const late = faultOf(withEvent(hint.seq, { at: toTick(hint.at + 1) }));
    expect(late).toMatchObject({ kind: "missing_event", seq: hint.seq });
    const early = faultOf(withEvent(hint.seq, { at: toTick(hint.at - 1) }));
    expect(early).toEqual({ kind: "uncaused_event", seq: hint.seq, type: "hint_whispered" });
  });

  test("events that nothing causes: of the game, of the frame, of no one", () => {
    const at = hand.at;
    const extras = ["hint_whispered", "match_closed", "no_such_event"];
    for (const type of extras) {
      const fault = faultOf(withExtra(hand.seq + 1, { at, type, seat: null, data: {} }));
      expect(fault).toEqual({ kind: "uncaused_event", seq: hand.seq + 1, type });
    }
  });

  test("commands that the rules refuse", () => {
    const twice = faultOf(withExtra(hand.seq + 1, { at: hand.at, type: "hand_raised", seat: hand.seat, data: {} }));
    expect(twice).toEqual({ kind: "refused_command", seq: hand.seq + 1, reason: "hand_is_up" });
    const nobody = faultOf(withEvent(hand.seq, { seat: toSeat(7) }));
    expect(nobody).toMatchObject({ kind: "refused_command", seq: hand.seq });
    const shapeless = faultOf(withEvent(question.seq, { data: { number: "many" } }));
    expect(shapeless).toEqual({ kind: "refused_command", seq: question.seq, reason: "number_required" });
    const end = log.events.length;
    const after = faultOf(withExtra(end + 1, { at: toTick(9e9), type: "hand_raised", seat: toSeat(0), data: {} }));
    expect(after).toEqual({ kind: "refused_command", seq: end + 1, reason: "not_running" });
  });

  test("a violation that was none, and one that was left out", () => {
    const violation = find("policy_violation");
    const data = { ...violation.data, command: { data: {}, type: "lower_hand" } };
    expect(faultOf(withEvent(violation.seq, { data }))).toMatchObject({ seq: violation.seq });
    // Left out, the log still follows up to where the violation would have had a consequence, or to its head.
    expect(faultOf(without(violation.seq))).toMatchObject({ seq: expect.any(Number) });
  });

  test("a log cut inside what one moment causes, and one cut between moments", () => {
    const { events } = log;
    const cut = (length: number): WellFormedLog => ({ ...log, events: events.slice(0, length) });
    expect(faultOf(cut(events.length - 1))).toEqual({ kind: "truncated", seq: events.length - 1 });
    // Between moments it is a shorter match: only the claimed head says that there was more.
    expect(faultOf(cut(hand.seq))).toEqual({ kind: "chain_broken", seq: hand.seq });
    expect(verifyLog(testRegistry, nodeHash, { ...cut(hand.seq), claimed: null }).ok).toBe(true);
  });

  test("a head that is not the log's", () => {
    expect(faultOf({ ...log, claimed: ZEROS })).toEqual({ kind: "chain_broken", seq: log.events.length });
  });

  test("another header under the same events", () => {
    const seats = log.header.seats.toReversed();
    expect(faultOf({ ...log, header: { ...log.header, seats } })).toMatchObject({ kind: "chain_broken" });
    const chance = { kind: "open" as const, nonces: [], secret: ZEROS };
    expect(faultOf({ ...log, header: { ...log.header, chance } })).toMatchObject({ kind: "wrong_event", seq: 1 });
  });
});

describe("a committed match", () => {
  const { header, events } = committed;
  const last = events.length;

  test("cannot be verified before its secret is revealed", () => {
    const open = { header, events: events.slice(0, -1), claimed: null };
    expect(faultOf(open)).toEqual({ kind: "still_sealed" });
    expect(faultOf(playLog(nodeHash, { seed: 4, committed: true, finish: false }))).toEqual({ kind: "still_sealed" });
  });

  test("is refused when the revealed secret is not the committed one", () => {
    const reveal = (secret: unknown): WellFormedLog => ({
      header,
      claimed: null,
      events: events.map((event) =>
        event.seq === last ? { ...event, data: { how: "finalized", secret: secret as Hex } } : event,
      ),
    });
    expect(faultOf(reveal(ZEROS))).toEqual({ kind: "false_secret", seq: last });
    expect(faultOf(reveal(null))).toEqual({ kind: "false_secret", seq: last });
  });

  test("was dealt by its nonces: another nonce is another deal", () => {
    const nonce = events.find(({ type }) => type === "nonce_added");
    const changed = events.map((event) => (event === nonce ? { ...event, data: { nonce: "00".repeat(16) } } : event));
    const fault = faultOf({ header, events: changed, claimed: null });
    expect(fault).toMatchObject({ kind: "wrong_event", difference: { path: "sealed[0].digest" } });
  });
});

describe("what cannot be judged here", () => {
  test("an unknown game and unknown rules are not invalid", () => {
    const nothing = verifyLog(createRegistry([]), nodeHash, log);
    expect(nothing).toEqual({ ok: false, error: { kind: "unknown_game", game: "hidden_number" } });
    const later = { ...log, header: { ...log.header, rules: 2 } };
    expect(faultOf(later)).toEqual({ kind: "unknown_rules", game: "hidden_number", rules: 2 });
  });

  test("of several versions the one that the header names judges", () => {
    const next = { ...hiddenNumber, rules: 2, outcome: () => null };
    const registry = createRegistry([anyGame(next), anyGame(hiddenNumber)]);
    expect(verifyLog(registry, nodeHash, log).ok).toBe(true);
    expect(verifyLog(registry, nodeHash, { ...log, header: { ...log.header, rules: 2 } }).ok).toBe(false);
  });

  test("options and seats that the game does not have", () => {
    const { header } = log;
    expect(faultOf({ ...log, header: { ...header, options: { range: 1000 } } })).toMatchObject({ kind: "bad_options" });
    expect(faultOf({ ...log, header: { ...header, seats: header.seats.slice(1) } })).toMatchObject({
      kind: "wrong_seats",
    });
  });
});

describe("a long verification", () => {
  const long = playLog(nodeHash, { seed: 5, steps: 3000 });

  test("tells how far it is", () => {
    const told: number[] = [];
    expect(verifyLog(testRegistry, nodeHash, long, (seq) => told.push(seq) > 0).ok).toBe(true);
    expect(told).toEqual([1024, 2048, 3072]);
  });

  test("can be stopped, and then says nothing against the log", () => {
    const stopped = verifyLog(testRegistry, nodeHash, long, (seq) => seq < 2000);
    expect(stopped).toEqual({ ok: false, error: { kind: "cancelled", seq: 2048 } });
  });
});
