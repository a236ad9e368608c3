import { nodeHash } from "@replayground/hash/node";
import { Xoshiro128, concatBytes, toTick, unwrap } from "@replayground/kernel";
import type { TimedCommand } from "@replayground/replay";
import { playLog, testRegistry as registry } from "@replayground/replay/testing";
import { describe, expect, test } from "vitest";
import { checkMatchFile } from "../src/check.ts";
import { decodeMatchFile } from "../src/decode.ts";
import { DEFAULT_LIMITS, readMatchFile, writeMatchFile, type MatchFile } from "../src/index.ts";
import { encodeMatchFile } from "../src/write.ts";
import { changeOne, firstWrong, forge } from "./forgery.ts";

const log = playLog(nodeHash, { seed: 21, steps: 700 });

async function decode(): Promise<MatchFile> {
  const file = unwrap(await writeMatchFile(registry, nodeHash, log));
  return unwrap(await decodeMatchFile(nodeHash, file, DEFAULT_LIMITS));
}

describe("a forged match file, checksums in order", () => {
  test("the first wrong event is within the range that is named", async () => {
    const file = await decode();
    const random = new Xoshiro128([1, 2, 3, 4]);
    const kinds = new Map<string, number>();
    for (let i = 0; i < 150; i++) {
      const forged = forge(file, (commands) => changeOne(commands, random));
      const wrong = firstWrong(forged, log.events);
      if (wrong === null) continue;
      const checked = checkMatchFile(registry, nodeHash, forged);
      if (checked.ok) throw new Error(`try ${i}: accepted`);
      const { error } = checked;
      kinds.set(error.kind, (kinds.get(error.kind) ?? 0) + 1);
      if (error.kind === "wrong_result" || error.kind === "wrong_head") {
        expect(wrong, `try ${i}: ${JSON.stringify(error)}`).toBeGreaterThanOrEqual(error.from);
        expect(wrong, `try ${i}: ${JSON.stringify(error)}`).toBeLessThanOrEqual(error.seq);
        expect(error.seq - error.from).toBeLessThan(20);
      } else if (error.kind === "refused_command") expect(error.seq).toBe(wrong);
      else throw new Error(`try ${i}: ${JSON.stringify(error)}`);
    }
    expect([...kinds.keys()].sort((a, b) => (a < b ? -1 : 1))).toEqual(["refused_command", "wrong_result"]);
    expect(kinds.get("wrong_result")).toBeGreaterThan(50);
  });

  test("a wrong full head, a command too many and every wrong end are refused by name", async () => {
    const file = await decode();
    const [first, ...rest] = file.stretches;
    if (first === undefined) throw new Error("no stretch");
    const { end } = file;
    const zeros = "00".repeat(32) as typeof end.head;
    const twice = { ...first, commands: [...first.commands, ...first.commands.slice(-1)] };
    const cases: readonly (readonly [MatchFile, object])[] = [
      [
        { ...file, stretches: [{ ...first, heads: first.heads.toReversed() }, ...rest] },
        { kind: "wrong_head", from: 1, seq: 256 },
      ],
      [
        { ...file, stretches: [{ ...twice, prefixes: concatBytes(first.prefixes, new Uint8Array(2)) }] },
        { kind: "refused_command" },
      ],
      [
        { ...file, end: { ...end, seq: end.seq - 1 } },
        { kind: "wrong_end", what: "length" },
      ],
      [
        { ...file, end: { ...end, at: end.at + 1 } },
        { kind: "wrong_end", what: "time" },
      ],
      [
        { ...file, end: { ...end, head: zeros } },
        { kind: "wrong_end", what: "head" },
      ],
      [
        { ...file, end: { ...end, state: zeros } },
        { kind: "wrong_end", what: "state" },
      ],
      [
        { ...file, end: { ...end, state: null } },
        { kind: "wrong_end", what: "state" },
      ],
      [
        { ...file, header: { ...file.header, ticket: "t" } },
        { kind: "wrong_result", command: 1 },
      ],
    ];
    for (const [forged, expected] of cases) {
      const read = await readMatchFile(registry, nodeHash, await encodeMatchFile(nodeHash, forged));
      expect(read).toMatchObject({ ok: false, error: expected });
    }
  });

  test("commands that record nothing are refused: they would be a second spelling of the same log", async () => {
    const open = playLog(nodeHash, { seed: 22, steps: 40, finish: false });
    const written = unwrap(await writeMatchFile(registry, nodeHash, open));
    const file = unwrap(await decodeMatchFile(nodeHash, written, DEFAULT_LIMITS));
    const [first] = file.stretches;
    if (first === undefined) throw new Error("no stretch");
    const tick: TimedCommand = { at: toTick(file.end.at), command: { type: "tick", seat: null, data: {} } };
    const prefixes = concatBytes(first.prefixes, new Uint8Array(2));
    const forged = { ...file, stretches: [{ ...first, commands: [...first.commands, tick], prefixes }] };
    expect(checkMatchFile(registry, nodeHash, forged)).toEqual({
      ok: false,
      error: { kind: "wrong_end", what: "commands", seq: open.events.length },
    });
  });

  test("a committed match needs its own secret", async () => {
    const committed = unwrap(await writeMatchFile(registry, nodeHash, playLog(nodeHash, { seed: 3, committed: true })));
    const file = unwrap(await decodeMatchFile(nodeHash, committed, DEFAULT_LIMITS));
    const zeros = "00".repeat(32) as MatchFile["end"]["head"];
    const check = (secret: MatchFile["end"]["secret"]): unknown =>
      checkMatchFile(registry, nodeHash, { ...file, end: { ...file.end, secret } });
    expect(check(zeros)).toEqual({ ok: false, error: { kind: "false_secret", seq: file.end.seq } });
    expect(check(null)).toEqual({ ok: false, error: { kind: "still_sealed" } });
    expect(check(file.end.secret)).toMatchObject({ ok: true });
  });
});
