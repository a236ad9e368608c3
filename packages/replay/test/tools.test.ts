import { hiddenNumber } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { toSeat, toTick, unwrap, type LogEvent } from "@replayground/kernel";
import { describe, expect, test } from "vitest";
import {
  anyGame,
  authorityFor,
  commandsOf,
  endOf,
  expandLog,
  firstDivergence,
  reExecute,
  shrinkCommands,
  type TimedCommand,
} from "../src/index.ts";
import { playLog } from "../src/testing/index.ts";

const log = playLog(nodeHash, { seed: 13, steps: 80 });
const game = anyGame(hiddenNumber);
const authority = unwrap(authorityFor(game, nodeHash, log));

describe("first divergence", () => {
  const change = (seq: number, event: Partial<LogEvent>): readonly LogEvent[] =>
    log.events.map((old) => (old.seq === seq ? { ...old, ...event } : old));

  test("none between equal logs, whether opened or not", () => {
    expect(firstDivergence(log.events, structuredClone(log.events))).toBeNull();
    const closed = log.events.map((event) =>
      event.sealed === undefined ? event : { ...event, sealed: event.sealed.map(({ digest, to }) => ({ digest, to })) },
    );
    expect(firstDivergence(log.events, closed)).toBeNull();
  });

  test.each([
    [5, { at: toTick(1) }, "at"],
    [6, { type: "hand_shaken" }, "type"],
    [7, { seat: null }, "seat"],
    [8, { data: { extra: [1, { deep: true }] } }, "data.extra"],
  ])("at event %i, in %o", (seq, event, path) => {
    expect(firstDivergence(log.events, change(seq, event))).toMatchObject({ seq, difference: { path } });
  });

  test("a log that ends first", () => {
    const shorter = log.events.slice(0, 10);
    expect(firstDivergence(log.events, shorter)).toEqual({ seq: 11, difference: null });
    expect(firstDivergence([], shorter)).toEqual({ seq: 1, difference: null });
  });
});

describe("expanding commands", () => {
  const recipe = { header: log.header, commands: commandsOf(game, log.events), endAt: endOf(log.events) };

  test("makes the same log again", () => {
    const made = unwrap(expandLog(authority, recipe, () => true));
    expect(made.events).toEqual(log.events);
    expect(made.head).toBe(log.claimed);
  });

  test("names a command that is refused, and the event that would have recorded it", () => {
    const again: TimedCommand = { at: toTick(0), command: { type: "raise_hand", seat: toSeat(0), data: {} } };
    const refused = expandLog(authority, { ...recipe, commands: [again, again] }, () => true);
    expect(refused).toEqual({
      ok: false,
      error: { kind: "refused_command", index: 1, seq: 3, reason: "hand_is_up" },
    });
  });

  test("stops where it is told to", () => {
    const stopped = expandLog(authority, recipe, ({ seq }) => seq < 20);
    expect(stopped).toEqual({ ok: false, error: { kind: "stopped", seq: 20 } });
  });

  test("needs the secret of the header", () => {
    const other = { ...authority, secret: "00".repeat(32) as typeof authority.secret };
    expect(expandLog(other, recipe, () => true)).toEqual({ ok: false, error: { kind: "wrong_secret" } });
  });
});

describe("shrinking", () => {
  const commands = commandsOf(game, log.events);

  /** Fails where seat 1 raised a hand and, later, seat 0 asked: two commands are enough, in this order. */
  function fails(list: readonly TimedCommand[]): boolean {
    const raised = list.findIndex(({ command }) => command.type === "raise_hand" && command.seat === 1);
    const asked = list.findIndex(({ command }, i) => i > raised && command.type === "ask" && command.seat === 0);
    return raised >= 0 && asked > raised;
  }

  test("finds a minimal list: leaving out any further command makes it pass", () => {
    expect(commands.length).toBeGreaterThan(60);
    const kept = shrinkCommands(commands, fails);
    expect(kept.length).toBe(2);
    expect(fails(kept)).toBe(true);
    kept.forEach((_, i) => expect(fails(kept.filter((_, j) => j !== i))).toBe(false));
  });

  test("keeps a list that does not fail without any of its commands, and an empty one", () => {
    expect(shrinkCommands(commands, (list) => list.length === commands.length)).toEqual(commands);
    expect(shrinkCommands([], () => true)).toEqual([]);
  });

  test("asks no more often than its budget allows", () => {
    let asked = 0;
    shrinkCommands(commands, () => ++asked < 0, 25);
    expect(asked).toBe(25);
  });

  test("a list that the rules refuse stays refused when shrunk", () => {
    const twice = [...commands.slice(0, 30), ...commands.slice(29, 30)];
    const isRefused = (list: readonly TimedCommand[]): boolean => {
      const made = reExecute(authority, { header: log.header, commands: list, endAt: 0 }, () => undefined);
      return made.ok && made.value.refused !== null;
    };
    expect(isRefused(twice)).toBe(true);
    const kept = shrinkCommands(twice, isRefused);
    expect(kept.length).toBeLessThanOrEqual(2);
    expect(isRefused(kept)).toBe(true);
  });

  test("leaves out commands that can only go two by two", () => {
    const hand = (type: string): TimedCommand => ({ at: toTick(0), command: { type, seat: toSeat(0), data: {} } });
    const ups = Array.from({ length: 10 }, () => hand("raise_hand"));
    const downs = Array.from({ length: 10 }, () => hand("lower_hand"));
    const isEven = (list: readonly TimedCommand[]): boolean =>
      list.length > 0 && 2 * list.filter(({ command }) => command.type === "raise_hand").length === list.length;
    expect(shrinkCommands([...ups, ...downs], isEven)).toHaveLength(2);
  });
});
