import { nodeHash } from "@replayground/hash/node";
import { asciiToBytes, toSeq, toTick, type LogEvent } from "@replayground/kernel";
import { formatLogLines } from "@replayground/log";
import { describe, expect, test } from "vitest";
import { readLogFile, writeMatchFile } from "../src/index.ts";
import { flipLines, judgeForeignEvents } from "../src/testing/index.ts";
import { LINE_SAMPLES } from "./samples.ts";
import { playLog, testRegistry as registry } from "@replayground/replay/testing";

const log = playLog(nodeHash, { seed: 31, steps: 40 });

describe("a damaged log as JSON lines", () => {
  test("any changed byte is detected, no earlier than where it stands", async () => {
    expect(await flipLines(LINE_SAMPLES, { tries: 200, seed: 1 })).toEqual([]);
  });

  test("a cut at any length is detected", async () => {
    const bytes = asciiToBytes(formatLogLines(log.header, log.events.slice(0, 8), log.claimed ?? ("" as never)));
    for (let length = 0; length < bytes.length - 1; length++) {
      expect((await readLogFile(registry, nodeHash, bytes.slice(0, length))).ok, `cut at ${length}`).toBe(false);
    }
  });
});

describe("an event that no game made", () => {
  test("is judged, never thrown at", () => {
    expect(judgeForeignEvents(LINE_SAMPLES, { tries: 2_000, seed: 1 })).toEqual([]);
  });
});

describe("a log that does not verify", () => {
  const change = (seq: number, event: Partial<LogEvent>): readonly LogEvent[] =>
    log.events.map((old) => (old.seq === seq ? { ...old, ...event } : old));

  test.each([
    ["a wrong consequence", change(1, { type: "numbers_shown" }), { kind: "missing_event", seq: 1 }],
    ["a moved event", change(9, { at: toTick((log.events[8]?.at ?? 0) - 1) }), { kind: "chain_broken" }],
    [
      "a missing event",
      [...log.events.slice(0, 4), ...log.events.slice(5).map((e) => ({ ...e, seq: toSeq(e.seq - 1) }))],
      { kind: "refused_command" },
    ],
  ])("%s: no match file is made of it", async (_name, events, error) => {
    const written = await writeMatchFile(registry, nodeHash, { ...log, events });
    expect(written).toMatchObject({ ok: false, error });
  });

  test("a claimed head that is not the log's is refused", async () => {
    const claimed = "0".repeat(64) as NonNullable<typeof log.claimed>;
    const written = await writeMatchFile(registry, nodeHash, { ...log, claimed });
    expect(written).toEqual({ ok: false, error: { kind: "chain_broken", seq: log.events.length } });
  });

  test("a committed match that goes on is still sealed", async () => {
    const open = playLog(nodeHash, { seed: 32, committed: true, finish: false });
    expect(await writeMatchFile(registry, nodeHash, open)).toEqual({ ok: false, error: { kind: "still_sealed" } });
  });

  test("a log cut inside what one moment causes is truncated", async () => {
    const { header, events } = log;
    const closing = events.findIndex(({ type }) => type === "numbers_shown");
    const cut = { header, events: events.slice(0, closing), claimed: null };
    expect(await writeMatchFile(registry, nodeHash, cut)).toMatchObject({ ok: false, error: { kind: "truncated" } });
  });
});
