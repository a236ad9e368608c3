import { hiddenNumber } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { unwrap, type LogEvent } from "@replayground/kernel";
import { formatLogLines, parseLogLines } from "@replayground/log";
import { anyGame, verifyLog } from "@replayground/replay";
import { playLog, testRegistry } from "@replayground/replay/testing";
import { describe, expect, test } from "vitest";
import { EXIT } from "../src/exit.ts";
import { Desk } from "./harness.ts";

const log = playLog(nodeHash, { seed: 13, steps: 20 });

function deskWith(events: readonly LogEvent[]): Desk {
  const desk = new Desk();
  desk.put("log.jsonl", formatLogLines(log.header, events, log.claimed));
  return desk;
}

/** The log that a written test holds. */
function logIn(source: string): ReturnType<typeof parseLogLines> {
  const lines = [...source.matchAll(/^ {2}'(\{.*\})',$/gm)].map(([, line]) => line);
  return parseLogLines(lines.join("\n"));
}

describe("bisect", () => {
  test("nothing is wrong with a log that verifies", async () => {
    expect(await deskWith(log.events).run("bisect", "log.jsonl")).toMatchObject({ code: EXIT.ok });
  });

  test("a wrong consequence: the log is cut behind it", async () => {
    const shown = log.events.find(({ type }) => type === "numbers_shown");
    const events = log.events.map((event) => (event === shown ? { ...event, data: { numbers: [1, 2] } } : event));
    const desk = deskWith(events);
    const outcome = await desk.run("bisect", "log.jsonl", "-o", "found.test.ts");
    expect(outcome).toMatchObject({ code: EXIT.fault, json: { event: shown?.seq, events: shown?.seq } });
    const found = unwrap(logIn(desk.text("found.test.ts")));
    expect(verifyLog(testRegistry, nodeHash, found)).toMatchObject({ error: { kind: "wrong_event", seq: shown?.seq } });
  });

  test("a refused command: only the commands that make it refused are kept", async () => {
    const raised = log.events.findIndex(({ type, seq }) => type === "hand_raised" && seq > 10);
    const twice = log.events[raised];
    if (twice === undefined) throw new Error("the sample has no such event");
    const events = [...log.events.slice(0, raised + 1), { ...twice, seq: (raised + 2) as LogEvent["seq"] }];
    const desk = deskWith(events);
    const outcome = await desk.run("bisect", "log.jsonl", "-o", "found.test.ts");
    expect(outcome).toMatchObject({ code: EXIT.fault, json: { event: raised + 2, commands: 2 } });
    const found = unwrap(logIn(desk.text("found.test.ts")));
    const error = { kind: "refused_command", reason: "hand_is_up", seq: found.events.length };
    expect(verifyLog(testRegistry, nodeHash, found)).toMatchObject({ ok: false, error });
  });

  test("another implementation as the judge: the shortest list that parts the two", async () => {
    // Gives the wrong pot to the one who asks, but only while the other's hand is up.
    const other = anyGame({
      ...hiddenNumber,
      decide: (state, command, chance) => {
        const decided = hiddenNumber.decide(state, command, chance);
        const isOff = command.type === "lower_hand" && state.sides[0].hand && state.sides[1].hand && decided.ok;
        return isOff ? { ok: true, value: [] } : decided;
      },
    });
    const desk = deskWith(log.events);
    desk.modules.set("other.ts", other);
    const outcome = await desk.run("bisect", "log.jsonl", "--against", "other.ts", "-o", "found.test.ts");
    expect(outcome).toMatchObject({ code: EXIT.fault, json: { commands: 3 } });
    expect(unwrap(logIn(desk.text("found.test.ts"))).events.length).toBeLessThan(5);
    desk.modules.set("same.ts", anyGame(hiddenNumber));
    expect(await desk.run("bisect", "log.jsonl", "--against", "same.ts")).toMatchObject({ code: EXIT.ok });
  });

  test("a match file has no events of its own to search", async () => {
    const desk = deskWith(log.events);
    await desk.run("replay", "log.jsonl", "--out", "file", "-o", "log.rpg");
    expect(await desk.run("bisect", "log.rpg")).toMatchObject({ code: EXIT.usage });
    desk.modules.set("same.ts", anyGame(hiddenNumber));
    expect(await desk.run("bisect", "log.rpg", "--against", "same.ts")).toMatchObject({ code: EXIT.ok });
    expect(await desk.run("bisect", "log.rpg", "--against", "no.ts")).toMatchObject({ code: EXIT.noInput });
  });
});
