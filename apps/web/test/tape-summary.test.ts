import * as fc from "fast-check";
import { canonicalBytes, unwrap } from "@replayground/kernel";
import { describe, expect, test } from "vitest";
import { summarizeTape, tapeOfSummary } from "../src/session/tape-summary.ts";
import { createTapeRecorder } from "../src/tape/recorder.ts";
import { cut, type TapeModel } from "../src/tape/types.ts";

const heights = [cut.faint, cut.short, cut.middle, cut.long];

function tapeOf(cuts: readonly number[], loud: readonly number[]): TapeModel {
  const recorder = createTapeRecorder({
    game: "tetris",
    lanes: 1,
    ticksPerSecond: 600,
    keyframeEvery: 256,
    turnWord: "piece",
  });
  cuts.forEach((height, i) => {
    recorder.push({ height: loud.includes(i + 1) ? cut.through : height, tick: i * 10, turn: 0 });
  });
  for (const seq of loud) recorder.mark({ seq, glyph: "tetris", label: "Tetris" });
  return recorder.model();
}

const tapes = fc.array(fc.constantFrom(...heights), { minLength: 1, maxLength: 1200 }).chain((cuts) =>
  fc.uniqueArray(fc.integer({ min: 1, max: cuts.length }), { maxLength: 40 }).map((loud) => ({
    tape: tapeOf(
      cuts,
      loud.sort((a, b) => a - b),
    ),
    loud,
  })),
);

const asStored = { game: "tetris", ticksPerSecond: 600 } as const;

describe("a tape in a list", () => {
  test("has the length of the match and its last moments where they were", () => {
    fc.assert(
      fc.property(tapes, ({ tape, loud }) => {
        const summary = summarizeTape(tape);
        const back = tapeOfSummary(summary, { ...asStored, length: tape.length });
        expect(back.length).toBe(tape.length);
        expect(back.moments.map(({ seq }) => seq)).toEqual(loud.slice(-24));
        for (const { seq } of back.moments) expect(back.heights[seq - 1]).toBe(cut.through);
      }),
    );
  });

  test("short enough, keeps every ordinary cut", () => {
    const cuts = Array.from({ length: 200 }, (_, i) => heights[i % heights.length] ?? cut.short);
    const back = tapeOfSummary(summarizeTape(tapeOf(cuts, [])), { ...asStored, length: 200 });
    expect([...back.heights]).toEqual(cuts);
  });

  test("is small whatever the match", () => {
    const long = tapeOf(
      Array.from({ length: 50_000 }, (_, i) => heights[i % 4] ?? cut.short),
      Array.from({ length: 400 }, (_, i) => (i + 1) * 100),
    );
    expect(unwrap(canonicalBytes(summarizeTape(long))).length).toBeLessThan(2000);
  });

  test("of a match that went on since has blank cuts where nothing is known", () => {
    const summary = summarizeTape(tapeOf([cut.long, cut.long], [2]));
    const back = tapeOfSummary(summary, { ...asStored, length: 5 });
    expect([...back.heights]).toEqual([cut.long, cut.through, cut.short, cut.short, cut.short]);
  });
});
