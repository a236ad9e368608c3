import { flipFiles, flipLines, judgeForeignEvents } from "@replayground/archive/testing";
import { describe, expect, test } from "vitest";
import { TETRIS_SAMPLES } from "./tetris-samples.ts";

describe("a damaged log of Tetris", () => {
  test("the samples are whole games of some length", () => {
    for (const { events } of TETRIS_SAMPLES.logs) {
      expect(events.length).toBeGreaterThan(100);
      expect(events[events.length - 1]?.type).toBe("match_closed");
    }
  });

  test("any changed byte of its file is detected and the block named", async () => {
    expect(await flipFiles(TETRIS_SAMPLES, { tries: 200, seed: 2 })).toEqual([]);
  });

  test("an event that no game made is judged, never thrown at", () => {
    expect(judgeForeignEvents(TETRIS_SAMPLES, { tries: 500, seed: 2 })).toEqual([]);
  });

  test("any changed byte of its lines is detected, no earlier than where it stands", async () => {
    expect(await flipLines(TETRIS_SAMPLES, { tries: 200, seed: 2 })).toEqual([]);
  });
});
