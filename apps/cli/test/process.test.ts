import { writeMatchFile } from "@replayground/archive";
import { createMatch, execute } from "@replayground/engine";
import { createTestMatch } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { toSeat, toTick, unwrap, type LogEvent } from "@replayground/kernel";
import { Chain, formatLogLines, marksOf } from "@replayground/log";
import { anyGame, createRegistry } from "@replayground/replay";
import { tetris } from "@replayground/tetris";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const BIN = fileURLToPath(new URL("../src/bin.ts", import.meta.url));
const SOLO = new URL("../../../packages/games/tetris/test/fixtures/tetrio_solo_replays.json", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "replayground-cli-"));
const path = (name: string): string => join(folder, name);

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** The program as people call it. */
function replayground(args: readonly string[], input?: Uint8Array | string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args]);
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => out.push(part));
    child.stderr.on("data", (part: Buffer) => errors.push(part));
    child.on("close", (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), errors: Buffer.concat(errors).toString() });
    });
    child.stdin.end(input);
  });
}

/** A game of Tetris in which every piece is dropped where it comes: over after a dozen. */
async function dropEverything(): Promise<string> {
  const { authority, header } = createTestMatch(tetris, nodeHash, { seed: 3 });
  const created = unwrap(createMatch(authority, header));
  const events: LogEvent[] = [...created.events];
  let { match } = created;
  for (let i = 0; match.status === "running"; i++) {
    const data = { edge: i % 2 === 0 ? "down" : "up", key: "hard" };
    const step = execute(authority, match, { type: "input", seat: toSeat(0), data }, toTick(match.at + 40));
    events.push(...step.events);
    ({ match } = step);
  }
  const chain = Chain.from(nodeHash, header);
  for (const event of events) chain.append(event);
  const log = { header, events, claimed: chain.hex };
  writeFileSync(path("game.jsonl"), formatLogLines(header, events, chain.hex, marksOf(nodeHash, { header, events })));
  const file = unwrap(await writeMatchFile(createRegistry([anyGame(tetris)]), nodeHash, log));
  writeFileSync(path("game.rpg"), file);
  return chain.hex;
}

/** As the fixture has it. */
interface Solo {
  readonly gametype: string;
  readonly seed: number;
  readonly rotateLeadingSZO: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  readonly handling: unknown;
  readonly frames: number;
  readonly official: Readonly<Record<string, unknown>>;
  /** Frame, tenths of it, 1 down or 0 up, key, 1 if held over. */
  readonly events: readonly (readonly [number, number, number, string, 1?])[];
}

/** A recorded game as the file that its program wrote. */
function writeTtr(name: string, score?: number): void {
  const fixture = JSON.parse(readFileSync(SOLO, "utf8")) as { readonly replays: readonly Solo[] };
  const [solo] = fixture.replays;
  if (solo === undefined) throw new Error("no recorded game");
  const keys = solo.events.map(([frame, subframe, edge, key, hoisted]) => ({
    frame,
    type: edge === 1 ? "keydown" : "keyup",
    data: { key, subframe, ...(hoisted === 1 ? { hoisted: true } : {}) },
  }));
  const options = { ...solo.options, seed: solo.seed, stride: solo.rotateLeadingSZO, handling: solo.handling };
  const endcontext = {
    ...solo.official,
    piecesplaced: solo.official["pieces"],
    score: score ?? solo.official["score"],
  };
  const events = [{ frame: 0, type: "full", data: { options } }, ...keys];
  writeFileSync(
    path(name),
    JSON.stringify({ gametype: solo.gametype, endcontext, data: { frames: solo.frames, events } }),
  );
}

let head = "";
beforeAll(async () => {
  head = await dropEverything();
  writeTtr("solo.ttr");
  writeTtr("false.ttr", 1);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("replayground, the process", () => {
  test("verifies a file, lines, and gzipped lines from standard input", async () => {
    const lines = readFileSync(path("game.jsonl"));
    const calls = [
      replayground(["verify", "--json", path("game.rpg")]),
      replayground(["verify", "--json", "-"], lines),
      replayground(["verify", "--json", "-"], gzipSync(lines)),
    ];
    for (const { code, out } of await Promise.all(calls)) {
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ ok: true, head, status: "finalized", game: "tetris" });
    }
  });

  test("one changed character: exit code 1 and the number of the event", async () => {
    const text = readFileSync(path("game.jsonl"), "utf8");
    const changed = text.replace(/"hard":(\d+)/, (_, rows: string) => `"hard":${Number(rows) + 1}`);
    const { code, out } = await replayground(["verify", "-"], changed);
    expect(code).toBe(1);
    expect(out).toMatch(/Event \d+ is wrong: data\.hard is \d+, the rules make \d+\./);
  });

  test("prints bytes that are the same again, and boards as text", async () => {
    const again = await replayground(["replay", path("game.rpg"), "--out", "lines"]);
    expect(again.out).toBe(readFileSync(path("game.jsonl"), "utf8"));
    const { out } = await replayground(["show", path("game.rpg")]);
    expect(out).toMatch(/finalized\n(?: {2}\|[.IJLOSTZijlostz+]{10}\|.*\n){20,}/);
    expect(out).toContain("pieces 1");
  });

  test("a reader that leaves early is no fault", async () => {
    const child = spawn(process.execPath, [BIN, "replay", path("game.jsonl")]);
    child.stdout.destroy();
    const errors: Buffer[] = [];
    child.stderr.on("data", (part: Buffer) => errors.push(part));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(0);
    expect(Buffer.concat(errors).toString()).toBe("");
  });

  test.each([
    [["verify", "/nowhere/at/all"], 66],
    [["verify", "/"], 66],
    [["fly"], 64],
    [["verify"], 64],
    [["replay", "game.jsonl", "--out", "lines", "-o", "/nowhere/at/all"], 73],
  ])("%j ends with %i and words on standard error", async (args, expected) => {
    const here = args.map((arg) => (arg === "game.jsonl" ? path(arg) : arg));
    const { code, out, errors } = await replayground(here);
    expect({ code, out }).toEqual({ code: expected, out: "" });
    expect(errors.length).toBeGreaterThan(10);
  });

  test("plays a recording of another program again, and notices totals that are not its own", async () => {
    const [right, wrong, ours] = await Promise.all([
      replayground(["import", path("solo.ttr")]),
      replayground(["import", "--json", path("false.ttr")]),
      replayground(["import", path("game.rpg")]),
    ]);
    expect(right).toMatchObject({ code: 0 });
    expect(right.out).toContain("equal to the totals in the file");
    expect(wrong.code).toBe(1);
    expect(JSON.parse(wrong.out)).toMatchObject({ differences: ["score"], official: { score: 1 } });
    expect(ours.code).toBe(65);
  });
});
