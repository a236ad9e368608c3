import { nodeHash } from "@replayground/hash/node";
import { unwrap, type LogEvent } from "@replayground/kernel";
import { formatLogLines, marksOf } from "@replayground/log";
import { DEFAULT_LIMITS, writeMatchFile } from "@replayground/archive";
import { branchAt } from "@replayground/replay";
import { hiddenNumber } from "@replayground/engine/testing";
import { playLog, testRegistry } from "@replayground/replay/testing";
import { describe, expect, test } from "vitest";
import { EXIT } from "../src/exit.ts";
import { Desk } from "./harness.ts";

const log = playLog(nodeHash, { seed: 13, steps: 20 });
const open = playLog(nodeHash, { seed: 14, finish: false });
const sealed = playLog(nodeHash, { seed: 15, committed: true, finish: false });

function lines({ header, events, claimed }: typeof log, change?: (event: LogEvent) => LogEvent): string {
  const kept = change === undefined ? events : events.map(change);
  return formatLogLines(header, kept, claimed, marksOf(nodeHash, { header, events }));
}

async function desk(): Promise<Desk> {
  const made = new Desk();
  made.put("log.jsonl", lines(log));
  made.put("log.rpg", unwrap(await writeMatchFile(testRegistry, nodeHash, log)));
  made.put("open.jsonl", lines(open));
  made.put("sealed.jsonl", lines(sealed));
  made.put(
    "wrong.jsonl",
    lines(log, (e) => (e.type === "numbers_shown" ? { ...e, data: { numbers: [1, 2] } } : e)),
  );
  made.put("later.jsonl", lines({ ...log, header: { ...log.header, rules: 7 } }));
  made.put("picture.png", "\u0001PNG");
  made.put("huge.rpg", new Uint8Array(DEFAULT_LIMITS.file + 1));
  return made;
}

describe("verify", () => {
  test.each([
    ["log.jsonl", EXIT.ok, "verified", "finalized, places"],
    ["log.rpg", EXIT.ok, "verified", log.claimed],
    ["log.rpg", EXIT.ok, "verified", "The numbers were"],
    ["huge.rpg", EXIT.notALog, "not a log", "33554432 bytes, the most that is read"],
    ["open.jsonl", EXIT.ok, "verified", "the match is still open"],
    ["wrong.jsonl", EXIT.fault, "wrong", "the rules make"],
    ["sealed.jsonl", EXIT.cannotVerify, "cannot verify", "not revealed yet"],
    ["later.jsonl", EXIT.cannotVerify, "cannot verify", "Version 7 of the rules"],
    ["picture.png", EXIT.notALog, "not a log", "This is not a log"],
    ["nowhere.rpg", EXIT.noInput, "cannot be read", "no such file"],
  ])("%s", async (path, code, verdict, detail) => {
    const outcome = await (await desk()).run("verify", path);
    expect(outcome.code).toBe(code);
    expect(outcome.text).toContain(verdict);
    expect(outcome.text).toContain(detail);
  });

  test("names the first wrong event, as words and as data", async () => {
    const outcome = await (await desk()).run("verify", "wrong.jsonl");
    const shown = log.events.find(({ type }) => type === "numbers_shown");
    expect(outcome.json).toMatchObject({ ok: false, event: shown?.seq, fault: { kind: "wrong_event" } });
    expect(outcome.text).toContain(`Event ${shown?.seq} is wrong: data.numbers[0] is 1`);
  });

  test("of many files the worst decides, and each is answered", async () => {
    const all = await (await desk()).run("verify", "log.jsonl", "sealed.jsonl", "wrong.jsonl");
    expect(all.code).toBe(EXIT.fault);
    expect(all.json).toHaveLength(3);
    const some = await (await desk()).run("verify", "log.jsonl", "sealed.jsonl");
    expect(some.code).toBe(EXIT.cannotVerify);
  });

  test("says of a branch where it comes from", async () => {
    const branch = unwrap(branchAt(hiddenNumber, nodeHash, log, { seq: 9, id: open.header.match }));
    const made = await desk();
    made.put("branch.jsonl", formatLogLines(branch.header, branch.events, branch.head));
    expect((await made.run("verify", "branch.jsonl")).text).toContain(`of ${log.header.match}, after event 9`);
  });
});

describe("replay", () => {
  test("tells every event in words", async () => {
    const told = await (await desk()).run("replay", "log.rpg");
    expect(told.text.split("\n")).toHaveLength(log.events.length);
    expect(told.text).toContain("Each seat is dealt a number.");
    expect(told.text).toContain("The match is closed.");
  });

  test("a part of it, by number and type", async () => {
    const told = await (await desk()).run("replay", "log.rpg", "--from", "3", "--to", "9", "--type", "hand_raised");
    const expected = log.events.filter(({ seq, type }) => seq >= 3 && seq <= 9 && type === "hand_raised");
    expect(told.json).toMatchObject(expected.map(({ seq }) => ({ seq })));
    expect(expected.length).toBeGreaterThan(0);
  });

  test("turns one form into the other and back, byte for byte", async () => {
    const made = await desk();
    expect(await made.run("replay", "log.rpg", "--out", "lines", "-o", "again.jsonl")).toMatchObject({ code: EXIT.ok });
    expect(made.text("again.jsonl")).toBe(made.text("log.jsonl"));
    const file = await made.run("replay", "again.jsonl", "--out", "file");
    expect(file.bytes).toEqual(made.files.get("log.rpg"));
  });

  test("never overwrites", async () => {
    const made = await desk();
    const outcome = await made.run("replay", "log.rpg", "--out", "lines", "-o", "open.jsonl");
    expect(outcome).toMatchObject({ code: EXIT.cannotWrite });
    expect(made.text("open.jsonl")).toBe(lines(open));
  });
});

describe("show", () => {
  test("the end, an event, a moment", async () => {
    const made = await desk();
    expect((await made.run("show", "log.rpg")).text).toMatch(/after event (\d+) of \1,.*finalized\npot \d+/);
    expect((await made.run("show", "log.rpg", "--seq", "5")).json).toMatchObject({ seq: 5, at: log.events[4]?.at });
    const at = log.events[7]?.at ?? 0;
    const moment = await made.run("show", "log.rpg", "--at", `0:${String(at / 1000).padStart(2, "0")}`);
    expect(moment.json).toMatchObject({ at, view: { shown: false } });
  });

  test("only what a spectator may see", async () => {
    const { json } = await (await desk()).run("show", "log.rpg", "--seq", "5");
    expect(json).toMatchObject({ view: { sides: [{ number: null }, { number: null }] } });
  });
});

describe("diff", () => {
  test("equal logs in different forms", async () => {
    expect(await (await desk()).run("diff", "log.rpg", "log.jsonl")).toMatchObject({
      code: EXIT.ok,
      json: { ok: true },
    });
  });

  test("the first event that differs, and headers that do", async () => {
    const shown = log.events.find(({ type }) => type === "numbers_shown");
    const wrong = await (await desk()).run("diff", "log.rpg", "wrong.jsonl");
    expect(wrong).toMatchObject({ code: EXIT.fault, json: { divergence: { seq: shown?.seq }, headers: [] } });
    const other = await (await desk()).run("diff", "log.rpg", "open.jsonl");
    expect(other.json).toMatchObject({ headers: ["match", "seats", "chance"].sort((a, b) => (a < b ? -1 : 1)) });
  });
});

describe("usage", () => {
  test.each([
    [[]],
    [["fly"]],
    [["verify"]],
    [["diff", "log.rpg"]],
    [["verify", "--loud", "log.rpg"]],
    [["replay", "log.rpg", "--from", "x"]],
    [["replay", "log.rpg", "--out", "cake"]],
    [["show", "log.rpg", "--at", "noon"]],
    [["show", "log.rpg", "--seq", "-1"]],
    [["show", "log.rpg", "--seq", "9999"]],
  ])("%j is answered with what to do", async (args) => {
    const outcome = await (await desk()).run(...args);
    expect(outcome.code).toBe(EXIT.usage);
    expect(outcome.text.length).toBeGreaterThan(20);
  });

  test("help is no fault, of the program and of a command", async () => {
    expect(await new Desk().run("--help")).toMatchObject({ code: EXIT.ok });
    expect((await new Desk().run("bisect", "--help")).text).toContain("replayground bisect");
  });
});
