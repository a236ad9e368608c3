import { unwrap } from "@replayground/kernel";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseTtr, simulateTtr } from "../../src/compat/ttr.ts";
import { readSolo, type SoloReplay } from "./recorded.ts";

interface Entry {
  frame: number;
  type: string;
  data: Record<string, unknown>;
}

/** The file that a recorded solo game came from, as far as it matters: its layout is the client's. */
function fileOf(solo: SoloReplay): {
  gametype: string;
  endcontext: unknown;
  data: { frames: number; events: Entry[] };
} {
  const options = { ...solo.options, seed: solo.seed, stride: solo.rotateLeadingSZO, handling: solo.handling };
  const keys = solo.events.map(([frame, subframe, edge, key, hoisted]) => ({
    frame,
    type: edge === 1 ? "keydown" : "keyup",
    data: { key, subframe, ...(hoisted === 1 ? { hoisted: true } : {}) },
  }));
  const { official } = solo;
  return {
    gametype: solo.gametype,
    endcontext: { ...official, piecesplaced: official.pieces },
    data: {
      frames: solo.frames,
      events: [
        { frame: 0, type: "full", data: { options } },
        { frame: 0, type: "start", data: {} },
        ...keys,
        // The client's snapshot; its options are not the game's settings any more.
        { frame: solo.frames, type: "full", data: { options: { seed: 1 } } },
        { frame: solo.frames, type: "end", data: {} },
      ],
    },
  };
}

const solos = readSolo();
const first = firstOf(solos);

function firstOf(rows: readonly SoloReplay[]): SoloReplay {
  const [row] = rows;
  if (row === undefined) throw new Error("no recorded game");
  return row;
}

test.each(solos)("$id as a .ttr file: parsed, simulated, equal to the client's totals", (solo) => {
  const { result, differences } = simulateTtr(unwrap(parseTtr(fileOf(solo))));
  expect(differences).toEqual([]);
  expect(result.locks).toHaveLength(solo.official.pieces);
});

test("totals that do not come out are named", () => {
  const file = fileOf(first);
  const wrong = { ...file, endcontext: { ...first.official, piecesplaced: 1, score: 7 } };
  expect(simulateTtr(unwrap(parseTtr(wrong))).differences).toEqual(["pieces", "score"]);
});

function withOption(name: string, value: unknown): unknown {
  const file = fileOf(first);
  const [full, ...rest] = file.data.events;
  const options = { ...first.options, seed: 1, handling: first.handling, [name]: value };
  return { ...file, data: { ...file.data, events: [{ ...full, data: { options } }, ...rest] } };
}

function withEvent(event: unknown): unknown {
  const file = fileOf(first);
  return { ...file, data: { ...file.data, events: [...file.data.events.slice(0, 3), event] } };
}

test.each([
  ["no object", null, { type: "malformed", at: "file", event: null }],
  ["no data", { gametype: "40l" }, { type: "malformed", at: "data", event: null }],
  ["frames", { data: { frames: 1e9, events: [] } }, { type: "malformed", at: "data.frames", event: null }],
  ["no settings", { data: { frames: 10, events: [] } }, { type: "malformed", at: "options", event: null }],
  ["seed", withOption("seed", "x"), { type: "malformed", at: "options.seed", event: null }],
  [
    "an auto-shift that never ends",
    withOption("handling", { ...first.handling, arr: 1e-9 }),
    { type: "malformed", at: "options.handling.arr", event: null },
  ],
  ["other kicks", withOption("kickset", "ARS"), { type: "unsupported", option: "kickset" }],
  ["levels", withOption("levels", true), { type: "unsupported", option: "levels" }],
  ["event", withEvent(7), { type: "malformed", at: "event", event: 3 }],
  ["key", withEvent({ frame: 9, type: "keydown", data: {} }), { type: "malformed", at: "key", event: 3 }],
  [
    "key name",
    withEvent({ frame: 9, type: "keydown", data: { key: "__proto__" } }),
    { type: "malformed", at: "key name", event: 3 },
  ],
])("refused: %s", (_, file, error) => {
  expect(parseTtr(file)).toEqual({ ok: false, error });
});

test("frames that go back are refused", () => {
  const file = fileOf(first);
  const back = { frame: 0, type: "keyup", data: { key: "hold", subframe: 0 } };
  const events = [...file.data.events.slice(0, 20), back];
  const error = { type: "malformed", at: "frame goes back", event: 20 };
  expect(parseTtr({ ...file, data: { ...file.data, events } })).toEqual({ ok: false, error });
});

test("anything at all is parsed or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.anything({ maxDepth: 4 }), (value) => {
      expect(typeof parseTtr(value).ok).toBe("boolean");
      expect(typeof parseTtr({ data: { frames: 5, events: [value] } }).ok).toBe("boolean");
    }),
  );
});
