import { createTestRandom, hiddenNumber } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import { describe, expect, test } from "vitest";
import { MAX_SPEED, MIN_SPEED, Replay, inputStops, playbackAt, stateAt, stepPlayback } from "../src/index.ts";
import type { Playback, PlaybackInput } from "../src/index.ts";
import { playLog } from "../src/testing/index.ts";

const log = playLog(nodeHash, { seed: 13, steps: 200 });
const replay = unwrap(Replay.open({ game: hiddenNumber, hash: nodeHash }, log));

function run(from: Playback, ...inputs: readonly PlaybackInput[]): Playback {
  return inputs.reduce((playback, input) => stepPlayback(playback, input, replay), from);
}

describe("playing a replay", () => {
  test("a second of frames is a second of the match, at any speed", () => {
    for (const speed of [0.1, 0.5, 1, 4, 16]) {
      const frames = Array.from({ length: 61 }, (_, i) => ({ kind: "frame", ms: 5000 + (i * 1000) / 60 }) as const);
      const start = run(playbackAt(replay, 0), { kind: "speed", speed }, { kind: "play", direction: 1 });
      const after = run(start, ...frames);
      expect(after.tick).toBeCloseTo(1000 * speed, 3);
      expect(after.seq).toBe(replay.seqAt(after.tick));
      expect(stateAt(after, replay).at).toBe(Math.floor(after.tick));
    }
  });

  test("backwards, through the same positions", () => {
    const there = run(playbackAt(replay, 100), { kind: "play", direction: -1 }, { kind: "frame", ms: 0 });
    const back = run(there, { kind: "frame", ms: 100 });
    expect(back.tick).toBe(there.tick - 100);
    expect(back.seq).toBeLessThan(100);
  });

  test("stands still at either end, and begins again from there", () => {
    const late: PlaybackInput = { kind: "frame", ms: 1e9 };
    const over = run(playbackAt(replay, 5), { kind: "play", direction: 1 }, { kind: "frame", ms: 0 }, late);
    expect(over).toMatchObject({ seq: replay.length, tick: replay.end, playing: false });
    expect(run(over, { kind: "play", direction: 1 })).toMatchObject({ seq: 0, tick: 0, playing: true });
    const under = run(playbackAt(replay, 5), { kind: "play", direction: -1 }, { kind: "frame", ms: 0 }, late);
    expect(under).toMatchObject({ seq: 0, playing: false });
    expect(run(under, { kind: "play", direction: -1 })).toMatchObject({ seq: replay.length, playing: true });
  });

  test("steps stop it; speeds stay within bounds; positions within the log", () => {
    const playing = run(playbackAt(replay, 50), { kind: "play", direction: 1 });
    expect(run(playing, { kind: "step_event", by: 1 })).toMatchObject({ seq: 51, playing: false });
    expect(run(playing, { kind: "step_event", by: -500 })).toMatchObject({ seq: 0 });
    expect(run(playing, { kind: "step_tick", by: 3 })).toMatchObject({ tick: playing.tick + 3, playing: false });
    expect(run(playing, { kind: "speed", speed: 99 }).speed).toBe(MAX_SPEED);
    expect(run(playing, { kind: "speed", speed: 0 }).speed).toBe(MIN_SPEED);
    const stops = inputStops(hiddenNumber, log.events);
    const next = run(playing, { kind: "step_stop", stops, direction: 1 });
    expect(stops.seqs).toContain(next.seq);
    expect(run(next, { kind: "step_stop", stops, direction: -1 }).seq).toBeLessThan(next.seq);
  });

  test("any inputs in any order: the state shown is the fold to its position", () => {
    const random = createTestRandom(5);
    let playback = playbackAt(replay, 0);
    for (let i = 0; i < 1000; i++) {
      const kinds: readonly PlaybackInput[] = [
        { kind: "frame", ms: i * 17 },
        { kind: "play", direction: random.below(2) === 0 ? 1 : -1 },
        { kind: "seek", seq: random.below(replay.length + 10) },
        { kind: "seek_tick", tick: random.below(replay.end + 10) },
        { kind: "step_event", by: random.below(9) - 4 },
        { kind: "speed", speed: 1 + random.below(16) },
      ];
      playback = run(playback, kinds[random.below(kinds.length)] ?? { kind: "pause" });
      const state = stateAt(playback, replay);
      expect(state.seq, `input ${i}`).toBe(playback.seq);
      expect(state.at).toBeLessThanOrEqual(Math.floor(playback.tick));
    }
  });
});
