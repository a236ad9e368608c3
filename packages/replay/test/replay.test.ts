import { advanceTo, emptyMatch, foldEvent, type MatchState } from "@replayground/engine";
import { createTestRandom, hiddenNumber, type HiddenNumberTypes } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { canonicalBytes, toSeat, unwrap, type LogEvent } from "@replayground/kernel";
import { describe, expect, test } from "vitest";
import { KEYFRAME_EVERY, Replay, inputStops, nextStop, previousStop, stateHash, typeStops } from "../src/index.ts";
import { playLog } from "../src/testing/index.ts";

type Match = MatchState<HiddenNumberTypes>;
const runtime = { game: hiddenNumber, hash: nodeHash };
const log = playLog(nodeHash, { seed: 21, steps: 1500 });

function open(events: readonly LogEvent[] = log.events): Replay<HiddenNumberTypes> {
  return unwrap(Replay.open(runtime, { header: log.header, events }));
}

function fold(from: Match, events: readonly LogEvent[]): Match {
  return events.reduce((match, event) => foldEvent(runtime, match, event), from);
}

const empty = unwrap(emptyMatch(runtime, log.header));
/** The state after every event, folded from the start one by one: what everything below is compared with. */
const folded = [empty];
for (const event of log.events) folded.push(foldEvent(runtime, folded[folded.length - 1] ?? empty, event));

describe("a replay", () => {
  test("the sample spans several keyframes", () => {
    expect(log.events.length).toBeGreaterThan(5 * KEYFRAME_EVERY);
  });

  test("1,000 random seeks give the fold from the start", () => {
    const replay = open();
    const random = createTestRandom(1);
    for (let i = 0; i < 1000; i++) {
      const seq = random.below(log.events.length + 1);
      expect(replay.at(seq), `seek ${i} to ${seq}`).toEqual(folded[seq]);
    }
  });

  test("stepping forth and back, near and over keyframes", () => {
    const replay = open();
    const near = [255, 256, 257, 256, 255, 511, 512, 513, 512, 0, 1, 0, 256, 0, log.events.length, 256];
    for (const seq of near) expect(replay.at(seq), `at ${seq}`).toEqual(folded[seq]);
  });

  test("positions outside the log are its ends", () => {
    const replay = open();
    expect(replay.at(-5)).toEqual(empty);
    expect(replay.at(1e9)).toEqual(replay.final);
    expect(replay.at(10.9)).toEqual(folded[10]);
    expect(replay.atTick(-5).seq).toBe(replay.seqAt(0));
  });

  test("a moment between events is the state after them, advanced", () => {
    const replay = open();
    const random = createTestRandom(2);
    for (let i = 0; i < 300; i++) {
      const tick = random.below(replay.end + 1);
      const seq = log.events.filter(({ at }) => at <= tick).length;
      const match = folded[seq] ?? empty;
      const moves = match.status === "running" && !match.paused;
      expect(replay.atTick(tick), `tick ${tick}`).toEqual(moves ? advanceTo(runtime, match, tick) : match);
    }
  });

  test("grows while the match is played: the same as if it had been opened whole", () => {
    const replay = open([]);
    for (let at = 0; at < log.events.length; at += 100) {
      replay.extend(log.events.slice(at, at + 100));
      replay.at(at >> 1);
    }
    expect(replay.final).toEqual(open().final);
    expect(replay.moments).toEqual(open().moments);
    expect(() => replay.extend(log.events.slice(0, 1))).toThrow("without gaps");
  });

  test("replaying twice, at any speed and in any order, changes nothing", () => {
    const before = unwrap(canonicalBytes({ events: log.events.slice(0, 50) }));
    const replay = open();
    const first = stateHash(runtime, replay.final);
    const random = createTestRandom(3);
    for (let i = 0; i < 300; i++) replay.atTick(random.below(replay.end + 1));
    expect(stateHash(runtime, replay.final)).toBe(first);
    expect(stateHash(runtime, open().final)).toBe(first);
    expect(replay.events).toEqual(log.events);
    expect(unwrap(canonicalBytes({ events: log.events.slice(0, 50) }))).toEqual(before);
  });
});

describe("a prefix of a log", () => {
  test("folded to n, then on to the end, is the whole fold; also from a snapshot", () => {
    const whole = folded[folded.length - 1] ?? empty;
    const random = createTestRandom(4);
    const setup = { header: log.header, options: empty.options };
    for (let i = 0; i < 1000; i++) {
      const n = random.below(log.events.length + 1);
      // Every twentieth is folded on to the end, the others for 40 events, to keep the test short.
      const end = i % 20 === 0 ? log.events.length : Math.min(log.events.length, n + 40);
      const middle = folded[n] ?? empty;
      const game = hiddenNumber.decodeState(setup, hiddenNumber.encodeState(middle.game));
      if (game === null) throw new Error(`the snapshot after event ${n} cannot be read`);
      const tail = log.events.slice(n, end);
      expect(fold({ ...middle, game }, tail), `from ${n} to ${end}`).toEqual(folded[end]);
    }
    expect(whole.status).toBe("finalized");
  });
});

describe("steps", () => {
  test("by input and by type, forth and back", () => {
    const inputs = inputStops(hiddenNumber, log.events);
    const hints = typeStops(log.events, "hint_whispered");
    expect(inputs.seqs.length).toBeGreaterThan(1000);
    expect(hints.seqs).toEqual(log.events.filter(({ type }) => type === "hint_whispered").map(({ seq }) => seq));
    expect(hints.seqs.length).toBeGreaterThan(0);
    expect(inputs.seqs.some((seq) => hints.seqs.includes(seq))).toBe(false);
    const stops = { seqs: [3, 5, 9] };
    expect([0, 3, 4, 9].map((seq) => nextStop(stops, seq, 12))).toEqual([3, 5, 5, 12]);
    expect([12, 9, 5, 4, 3].map((seq) => previousStop(stops, seq))).toEqual([9, 5, 3, 3, 0]);
    expect(nextStop({ seqs: [] }, 1, 7)).toBe(7);
  });

  test("moments are found once, in order, at the event they cite", () => {
    const { moments } = open();
    expect(moments).toMatchObject([{ kind: "last_word" }]);
    const [moment] = moments;
    const event = log.events[(moment?.seq ?? 0) - 1];
    expect(event).toMatchObject({ type: "question_asked", seat: toSeat(moment?.seat ?? 9), data: moment?.data ?? {} });
  });
});
