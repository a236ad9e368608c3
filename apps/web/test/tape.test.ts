import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createColumns, extendColumns, intensities } from "../src/tape/columns.ts";
import { holeSpacing, isDense, recordingSpan, seqOfX, type TapeGeometry, xOfSeq } from "../src/tape/geometry.ts";
import { intentOfKey, seqOfIntent } from "../src/tape/intents.ts";
import { fittingMoments, nextMoment } from "../src/tape/moments.ts";
import { createTapeRecorder } from "../src/tape/recorder.ts";
import { sayHead } from "../src/tape/say.ts";
import { seqAtTick } from "../src/tape/time.ts";
import type { TapeModel } from "../src/tape/types.ts";

/** A match in which every third event begins a piece, an event takes 100 ticks, and one cut in ten is long. */
function sampleModel(length: number, moments: TapeModel["moments"] = []): TapeModel {
  const recorder = createTapeRecorder(
    { game: "tetris", lanes: 1, ticksPerSecond: 600, keyframeEvery: 256, turnWord: "piece" },
    4,
  );
  for (let i = 0; i < length; i += 1) {
    recorder.push({ height: i % 10 === 9 ? 170 : 60, tick: (i + 1) * 100, turn: Math.floor(i / 3) + 1 });
  }
  for (const moment of moments) recorder.mark(moment);
  return recorder.model();
}

const geometry = (width: number, span: number): TapeGeometry => ({ width, pad: 8, span });

describe("geometry", () => {
  test("an event's place leads back to it while events are at least a pixel apart", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 900 }), fc.nat(), (span, pick) => {
        const seq = 1 + (pick % span);
        const paper = geometry(1000, span);
        expect(seqOfX(paper, xOfSeq(paper, seq), span)).toBe(seq);
      }),
    );
  });

  test("a pointer beside the paper finds the first and the last event, on an empty tape none", () => {
    expect(seqOfX(geometry(1000, 50), -40, 50)).toBe(1);
    expect(seqOfX(geometry(1000, 50), 4000, 50)).toBe(50);
    expect(seqOfX(geometry(1000, 300), 500, 0)).toBe(0);
  });

  test("a recording always has blank paper left, and is re-ruled in few steps", () => {
    const spans = new Set<number>();
    for (let length = 0; length <= 100_000; length += 1) {
      const span = recordingSpan(length);
      if (span <= length) expect.fail(`no paper left at ${length}`);
      spans.add(span);
    }
    expect(spans.size).toBeLessThan(20);
  });

  test("keyframe holes double until they stand apart", () => {
    const paper = geometry(1016, 10_001);
    expect(holeSpacing(paper, 256, 24)).toBe(256);
    expect(holeSpacing(paper, 64, 24)).toBe(256);
  });

  test("100,000 events on a desk are dense, 3,412 are not", () => {
    expect(isDense(geometry(1016, 100_000))).toBe(true);
    expect(isDense(geometry(1016, 3412))).toBe(false);
  });
});

describe("columns", () => {
  test("events added as they come sum up to what they sum up to at once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 }), (steps) => {
        const total = steps.reduce((sum, step) => sum + step, 0);
        const model = sampleModel(total);
        const grown = createColumns(geometry(400, 5000));
        let length = 0;
        for (const step of steps) {
          length += step;
          extendColumns(grown, { ...model, length }, -1);
        }
        const whole = createColumns(geometry(400, 5000));
        extendColumns(whole, model, -1);
        expect(grown).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  test("intensity lies between 0 and 1 and is higher where cuts are taller", () => {
    const model = sampleModel(60_000);
    model.heights.fill(40, 0, 30_000);
    const columns = createColumns(geometry(600, 60_000));
    extendColumns(columns, model, -1);
    const loud = intensities(columns);
    expect(Math.min(...loud)).toBe(0);
    expect(Math.max(...loud)).toBe(1);
    expect(loud[10]).toBeLessThan(loud[150] ?? 0);
  });
});

describe("moments", () => {
  const at = (seq: number, glyph: "tetris" | "perfectClear" | "nearDeath" = "tetris") => ({ seq, glyph, label: glyph });

  test("of two glyphs that would touch the louder one stays", () => {
    const paper = geometry(1016, 1001);
    const kept = fittingMoments([at(100), at(105, "perfectClear"), at(300)], paper, { apart: 13, limit: 60 });
    expect(kept.map(({ seq }) => seq)).toEqual([105, 300]);
  });

  test("a limit keeps the loudest, in order of time", () => {
    const paper = geometry(1016, 1001);
    const all = [at(100), at(200, "nearDeath"), at(300), at(400, "perfectClear")];
    expect(fittingMoments(all, paper, { apart: 13, limit: 2 }).map(({ seq }) => seq)).toEqual([200, 400]);
  });

  test("M walks from moment to moment and stays at the ends", () => {
    const all = [at(10), at(20)];
    expect(nextMoment(all, 0, 1)?.seq).toBe(10);
    expect(nextMoment(all, 10, 1)?.seq).toBe(20);
    expect(nextMoment(all, 20, 1)).toBeNull();
    expect(nextMoment(all, 20, -1)?.seq).toBe(10);
    expect(nextMoment(all, 10, -1)).toBeNull();
  });
});

describe("keys", () => {
  const key = (name: string, shiftKey = false) => ({
    key: name,
    shiftKey,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
  });
  const model = sampleModel(30, [{ seq: 12, glyph: "tetris", label: "Tetris" }]);
  const rows: readonly (readonly [name: string, shift: boolean, from: number, to: number])[] = [
    ["ArrowRight", false, 5, 6],
    ["ArrowLeft", false, 5, 4],
    ["ArrowRight", true, 5, 15],
    ["ArrowLeft", true, 5, 0],
    ["ArrowRight", true, 25, 30],
    ["Home", false, 5, 0],
    ["End", false, 5, 30],
    // Pieces begin at events 1, 4, 7, 10 ...
    ["PageUp", false, 5, 7],
    ["PageUp", false, 0, 1],
    ["PageDown", false, 6, 4],
    ["PageDown", false, 4, 1],
    ["PageDown", false, 1, 1],
    ["m", false, 5, 12],
    ["m", false, 12, 12],
    ["M", true, 20, 12],
  ];
  test.each(rows)("%s (shift %s) from %i leads to %i", (name, shift, from, to) => {
    const intent = intentOfKey(key(name, shift));
    expect(intent).not.toBeNull();
    if (intent) expect(seqOfIntent(model, from, intent)).toBe(to);
  });

  test("keys of the browser are left alone", () => {
    expect(intentOfKey({ ...key("ArrowLeft"), altKey: true })).toBeNull();
    expect(intentOfKey(key("Tab"))).toBeNull();
  });
});

describe("words", () => {
  test("the head says event, piece, time and moment", () => {
    const model = sampleModel(3412, [{ seq: 2118, glyph: "tetris", label: "Tetris" }]);
    expect(sayHead(model, 2118)).toBe("event 2,118 of 3,412, piece 706, 5 minutes 53 seconds, Tetris");
    expect(sayHead(model, 0)).toBe("event 0 of 3,412, before the first piece");
  });

  test("the first event at or after a tick", () => {
    const model = sampleModel(50);
    expect(seqAtTick(model, 0)).toBe(1);
    expect(seqAtTick(model, 100)).toBe(1);
    expect(seqAtTick(model, 101)).toBe(2);
    expect(seqAtTick(model, 99_999)).toBe(50);
  });
});
