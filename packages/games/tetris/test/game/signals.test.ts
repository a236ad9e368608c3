import { emptyMatch, execute, foldEvent } from "@replayground/engine";
import { type LogEvent, toSeat, toSeq, toTick, unwrap } from "@replayground/kernel";
import { expect, test } from "vitest";
import { createSignalDetector, type Signal } from "../../src/game/signals.ts";
import { act, down, up } from "./player.ts";
import { begin, send, type Table } from "./table.ts";

/** Folds a log again and shows every event to a detector. */
function signals(table: Table, log: readonly LogEvent[]): readonly Pick<Signal, "kind" | "severity" | "value">[] {
  const detector = createSignalDetector();
  let match = unwrap(emptyMatch(table.authority, table.header));
  return log.flatMap((event) => {
    match = foldEvent(table.authority, match, event);
    return detector.observe(event, match.game).map(({ kind, severity, value }) => ({ kind, severity, value }));
  });
}

/** Plays from the start and gives the signals of the whole log. */
function play(
  options: Parameters<typeof begin>[0],
  ...commands: Parameters<typeof send>[1][]
): ReturnType<typeof signals> {
  const table = begin(options, { seed: 4 });
  return signals(table, [...table.events, ...send(table, ...commands).events]);
}

const calm = { mode: "zen", inputMode: "actions", rules: { gravity: 0, lockDown: "infinite" } };

test("turning a piece nine times is noted, sixteen times a warning", () => {
  const turns = (count: number): ReturnType<typeof play> =>
    play(calm, ...Array.from({ length: count }, (_, i) => [i, act("CW")] as const));
  expect(turns(8)).toEqual([]);
  expect(turns(20)).toEqual([
    { kind: "rotation", severity: "note", value: 9 },
    { kind: "rotation", severity: "warn", value: 16 },
  ]);
});

test("five changes of direction are noted, nine a warning; blocked shifts are none", () => {
  const zigzag = (count: number): ReturnType<typeof play> =>
    play(calm, ...Array.from({ length: count }, (_, i) => [i, act(i % 2 === 0 ? "L" : "R")] as const));
  expect(zigzag(5)).toEqual([]);
  expect(zigzag(6)).toEqual([{ kind: "backtrack", severity: "note", value: 5 }]);
  expect(zigzag(12)).toHaveLength(2);
  const blocked = Array.from({ length: 20 }, (_, i) => [i + 1, act("L")] as const);
  expect(play(calm, [0, act("LW")], ...blocked)).toEqual([]);
});

test("a piece that is kept alive for over twenty seconds with gravity on is a stall", () => {
  const wait = (ticks: number): ReturnType<typeof play> => play({ ...calm, rules: {} }, [ticks, act("HD")]);
  expect(wait(5000)).toEqual([]);
  const table = begin({ mode: "sprint" });
  const detector = createSignalDetector();
  const show = (type: "piece_spawn" | "piece_lock", at: number): readonly Signal[] =>
    detector.observe({ seq: toSeq(1), at: toTick(at), type, seat: toSeat(0), data: {} }, table.match.game);
  show("piece_spawn", 100);
  expect(show("piece_lock", 12_100)).toEqual([]);
  show("piece_spawn", 20_000);
  expect(show("piece_lock", 32_001)).toMatchObject([{ kind: "stall", value: 12_001 }]);
});

test("more than sixty key edges within a second", () => {
  const table = begin({ mode: "zen", rules: { gravity: 0 } });
  const edges = (gap: number): readonly Signal["kind"][] => {
    const commands = Array.from({ length: 80 }, (_, i) => [i * gap, i % 2 === 0 ? down("left") : up("left")] as const);
    return signals(table, [...table.events, ...send(table, ...commands).events]).map(({ kind }) => kind);
  };
  expect(edges(10)).toEqual([]);
  expect(edges(9)).toEqual(["rate"]);
});

test("keys as even as a machine's, or always on one tenth of a frame", () => {
  const table = begin({ mode: "zen", rules: { gravity: 0 } });
  const taps = (tickOf: (i: number) => number): readonly Signal["kind"][] => {
    const commands = Array.from({ length: 250 }, (_, i) => [
      [tickOf(i), down("soft")] as const,
      [tickOf(i) + 1, up("soft")] as const,
    ]).flat();
    return signals(table, [...table.events, ...send(table, ...commands).events]).map(({ kind }) => kind);
  };
  expect(taps((i) => 90 * i)).toEqual(["regularity", "phase"]);
  expect(taps((i) => 93 * i)).toEqual(["regularity"]);
  expect(taps((i) => 90 * i + 10 * ((i * 7) % 8))).toEqual(["phase"]);
  expect(taps((i) => 90 * i + ((i * 37) % 83))).toEqual([]);
});

test("the fourth pause of a game is worth a look", () => {
  const table = begin(calm);
  const log = [...table.events];
  let { match } = table;
  for (let i = 0; i < 4; i++) {
    for (const type of ["pause", "resume"]) {
      const step = execute(table.authority, match, { type, seat: null, data: {} }, toTick(0));
      log.push(...step.events);
      ({ match } = step);
    }
  }
  expect(signals(table, log)).toEqual([{ kind: "pauses", severity: "warn", value: 4 }]);
});
