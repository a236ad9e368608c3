import { execute, isRanked } from "@replayground/engine";
import { reexecute } from "@replayground/engine/testing";
import { type LogEvent, toTick } from "@replayground/kernel";
import { describe, expect, test } from "vitest";
import { edgeLimit, policies, turnLimit } from "../../src/game/policies.ts";
import { act, down, up } from "./player.ts";
import { arrange, begin, dataOf, send, type Table, types } from "./table.ts";

const spins = { inputMode: "actions", mode: "zen", rules: { gravity: 0, lockDown: "infinite" } };

function spin(table: Table, turns: number, from = 0): Table {
  return send(table, ...Array.from({ length: turns }, (_, i) => [from + i, act("CW")] as const));
}

describe("rotation spam", () => {
  test("the 31st turn without a new lowest row is refused, recorded, and locks inputs for 60 ticks", () => {
    const table = spin(arrange(begin(spins), { piece: "T" }), turnLimit);
    const step = execute(table.authority, table.match, act("CCW"), toTick(100));
    expect(step.rejection).toEqual({ kind: "violation", policy: "rotation_spam", recorded: true });
    expect(step.events).toMatchObject([
      {
        type: "policy_violation",
        data: {
          command: { data: { action: "CCW" }, type: "input" },
          limit: 30,
          penalty: { lock: 60 },
          policy: "rotation_spam",
          value: 31,
        },
      },
    ]);
    const shift = execute(table.authority, step.match, act("L"), toTick(159));
    expect(shift.rejection).toEqual({ kind: "penalized", until: 160 });
    expect(execute(table.authority, step.match, act("L"), toTick(160)).rejection).toBeNull();
  });

  test("a new lowest row, and a new piece, give the turns back", () => {
    const table = spin(arrange(begin(spins), { piece: "T" }), turnLimit);
    expect(types(spin(send(table, [50, act("SD", 1)]), turnLimit, 60))).toHaveLength(turnLimit);
    expect(types(spin(send(table, [50, act("HD")]), 1, 60))).toEqual(["input"]);
  });

  test("a blocked turn counts for nothing, and other inputs stay free", () => {
    const table = spin(arrange(begin(spins), { piece: "T" }), turnLimit);
    expect(types(send(table, [50, act("L")], [51, act("RW")], [52, act("HD")]))).toContain("piece_lock");
  });
});

describe("edge rate", () => {
  /** Presses and lets go of a key, each `gap` ticks. */
  function tap(edges: number, gap: number): Table {
    const commands = Array.from(
      { length: edges },
      (_, i) => [i * gap, i % 2 === 0 ? down("left") : up("left")] as const,
    );
    return send(begin({ mode: "zen", rules: { gravity: 0 } }), ...commands);
  }

  test("more than 120 edges in a second: the press is refused, letting go never is", () => {
    const table = tap(edgeLimit - 1, 4);
    const full = send(table, [480, up("left")]);
    const press = execute(table.authority, full.match, down("left"), toTick(481));
    expect(press.rejection).toMatchObject({ kind: "violation", policy: "edge_rate" });
    expect(press.events[0]).toMatchObject({ data: { limit: 120, value: 121 } });
  });

  test("letting go goes through even then", () => {
    const table = send(tap(edgeLimit - 2, 4), [476, down("right")], [477, down("soft")]);
    expect(execute(table.authority, table.match, down("hold"), toTick(478)).rejection).toMatchObject({
      kind: "violation",
    });
    expect(types(send(table, [478, up("right")], [479, up("soft")]))).toEqual(["input", "input"]);
  });

  test("119 edges a second, for minutes, are nobody's business", () => {
    expect(types(tap(2000, 6))).not.toContain("policy_violation");
  });
});

test("after three violations a game is no longer ranked; a log with violations re-executes", () => {
  const table = begin(spins, { seed: 4 });
  const log: LogEvent[] = [...table.events];
  let { match } = table;
  let at = 0;
  for (let round = 0; round < 3; round++) {
    expect(isRanked(policies, match.conduct)).toBe(true);
    for (let turn = 0; turn < 40; turn++) {
      const step = execute(table.authority, match, act("CW"), toTick(at++));
      log.push(...step.events);
      ({ match } = step);
    }
    at += 700;
  }
  expect(isRanked(policies, match.conduct)).toBe(false);
  expect(dataOf({ ...table, events: log }, "policy_violation")).toHaveLength(3);
  expect(reexecute(table.authority, table.header, log).events).toEqual(log);
});
