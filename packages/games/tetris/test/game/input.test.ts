import { commandOf, execute } from "@replayground/engine";
import { type JsonObject, toSeat, toTick } from "@replayground/kernel";
import { expect, test } from "vitest";
import { actions } from "../../src/core/action.ts";
import { keyNames } from "../../src/core/keys.ts";
import { parseCommand } from "../../src/game/command.ts";
import { tetris } from "../../src/game/tetris.ts";
import { act, down, seat0, up } from "./player.ts";
import { begin, send, types } from "./table.ts";

const wellFormed: readonly JsonObject[] = [
  ...keyNames.flatMap((key) => [
    { edge: "down", key },
    { edge: "up", key },
  ]),
  ...actions.map((action) => (action === "SD" ? { action, n: 40 } : { action })),
];

test.each(wellFormed)("%j is an input", (data) => {
  expect(parseCommand({ type: "input", seat: seat0, data })).toEqual({
    ok: true,
    value: { type: "input", seat: seat0, data },
  });
});

test.each<[JsonObject]>([
  [{}],
  [{ edge: "down" }],
  [{ key: "left" }],
  [{ edge: "hold", key: "left" }],
  [{ edge: "down", key: "retry" }],
  [{ edge: "down", key: "left", hoisted: true }],
  [{ action: "X" }],
  [{ action: "L", n: 1 }],
  [{ action: "SD" }],
  [{ action: "SD", n: 0 }],
  [{ action: "SD", n: 41 }],
  [{ action: "SD", n: 1.5 }],
  [{ action: "L", edge: "down", key: "left" }],
])("%j is none", (data) => {
  expect(parseCommand({ type: "input", seat: seat0, data })).toEqual({
    ok: false,
    error: { kind: "illegal", reason: "malformed_input" },
  });
});

test("other commands and other seats are refused by name", () => {
  expect(parseCommand({ type: "move", seat: seat0, data: {} })).toMatchObject({ error: { reason: "unknown_command" } });
  const other = { type: "input", seat: toSeat(1), data: { action: "L" } };
  expect(parseCommand(other)).toMatchObject({ error: { reason: "no_such_seat" } });
  expect(parseCommand({ ...other, seat: null })).toMatchObject({ error: { reason: "no_such_seat" } });
});

test("edges that cannot be, and the inputs of the other mode, are refused", () => {
  const { authority, match } = send(begin({ mode: "sprint" }), [3, down("left")]);
  const refusal = (command: Parameters<typeof execute>[2]): unknown =>
    execute(authority, match, command, toTick(5)).rejection;
  expect(refusal(down("left"))).toEqual({ kind: "illegal", reason: "key_already_down" });
  expect(refusal(up("right"))).toEqual({ kind: "illegal", reason: "key_not_down" });
  expect(refusal(act("L"))).toEqual({ kind: "illegal", reason: "wrong_input_mode" });
  const byActions = begin({ mode: "sprint", inputMode: "actions" });
  expect(execute(byActions.authority, byActions.match, down("left"), toTick(5)).rejection).toEqual({
    kind: "illegal",
    reason: "wrong_input_mode",
  });
});

test("an input without effect is recorded all the same", () => {
  const table = begin({ mode: "sprint", inputMode: "actions" });
  const pressed = send(table, [1, act("H")], [2, act("H")], [3, act("F")], [4, act("LW")], [5, act("L")]);
  expect(types(pressed)).toEqual(["input", "hold", "piece_spawn", "input", "input", "input", "input"]);
});

test("safe lock: a hard drop just after a lock by timer is an input without effect", () => {
  const table = send(begin({ mode: "sprint", inputMode: "actions" }), [0, act("SN")], [300, act("L")]);
  expect(types(table)).toEqual(["input", "piece_lock", "piece_spawn", "input"]);
  expect(types(send(table, [369, act("HD")]))).toEqual(["input"]);
  expect(types(send(table, [370, act("HD")]))).toEqual(["input", "piece_lock", "piece_spawn"]);
});

test("the event of an input gives the command back, and no other event does", () => {
  const { events } = send(begin({ mode: "sprint", inputMode: "actions" }), [9, act("SD", 3)], [9, act("HD")]);
  expect(events.map((event) => commandOf(tetris, event))).toEqual([act("SD", 3), act("HD"), null, null]);
});

test("letting go is a release; a pause lets go of everything", () => {
  const release = (command: ReturnType<typeof down>): boolean => {
    const parsed = parseCommand(command);
    return parsed.ok && tetris.isRelease(parsed.value);
  };
  expect([up("left"), down("left"), act("L")].map(release)).toEqual([true, false, false]);
  const held = send(begin({ mode: "sprint" }), [0, down("left")], [1, down("soft")]);
  const paused = send(held, [2, { type: "pause", seat: null, data: {} }]);
  expect(held.match.game.core.held).not.toBe(0);
  expect(paused.match.game.core.held).toBe(0);
});
