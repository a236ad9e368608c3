import { createTestMatch, hiddenNumber, type HiddenNumberTypes } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { Chain, checkChain, type Batch } from "@replayground/log";
import { anyGame, createRegistry, verifyLog } from "@replayground/replay";
import type { LogEvent } from "@replayground/kernel";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  GAP_MS,
  continueLocal,
  startLocal,
  stepLocal,
  type LocalEffect,
  type LocalInput,
  type LocalPlay,
} from "../src/index.ts";

const { header } = createTestMatch(hiddenNumber, nodeHash);

/** A match with the log it would have left, and everything the loop was told. */
class Session {
  play: LocalPlay<HiddenNumberTypes>;
  readonly events: LogEvent[] = [];
  readonly effects: LocalEffect[] = [];
  head = "";

  constructor(events: readonly LogEvent[] = []) {
    if (events.length === 0) {
      const started = startLocal(hiddenNumber, nodeHash, header);
      if (!started.ok) throw new Error("the header is of this game");
      this.play = started.value.play;
      this.record(started.value.batch);
      return;
    }
    const continued = continueLocal(hiddenNumber, nodeHash, { header, events });
    if (!continued.ok) throw new Error(continued.error.kind);
    this.play = continued.value.play;
    this.events.push(...events);
    if (continued.value.batch !== null) this.record(continued.value.batch);
  }

  feed(...inputs: readonly LocalInput[]): this {
    for (const input of inputs) {
      const [play, effects] = stepLocal(this.play, input);
      this.play = play;
      this.effects.push(...effects);
      for (const effect of effects) if (effect.kind === "record") this.record(effect.batch);
    }
    return this;
  }

  private record(batch: Batch): void {
    this.events.push(...batch.events);
    this.head = batch.head;
  }

  types(): readonly string[] {
    return this.events.map((event) => event.type);
  }
}

const frames = (from: number, to: number, every = 16): LocalInput[] => {
  const inputs: LocalInput[] = [];
  for (let ms = from; ms <= to; ms += every) inputs.push({ kind: "frame", ms });
  return inputs;
};

describe("local play", () => {
  it("stands still until it is started, and counts ticks from there", () => {
    const session = new Session().feed({ kind: "frame", ms: 5_000 });
    expect(session.play.match.at).toBe(0);
    session.feed({ kind: "start", ms: 7_000.25 }, ...frames(7_000.25, 7_100.25));
    expect(session.play.match.at).toBe(96);
  });

  it("pauses where it last stood when the frame loop was away, and goes on there", () => {
    const session = new Session().feed({ kind: "start", ms: 1_000 }, ...frames(1_000, 1_160));
    session.feed({ kind: "frame", ms: 1_160 + GAP_MS + 1 });
    expect(session.play.match).toMatchObject({ paused: true, at: 160 });
    expect(session.effects[session.effects.length - 1]).toEqual({ kind: "paused" });
    session.feed({ kind: "start", ms: 60_000 }, { kind: "frame", ms: 60_010 });
    expect(session.play.match).toMatchObject({ paused: false, at: 170 });
  });

  it("a gap of exactly the limit is no gap", () => {
    const session = new Session().feed({ kind: "start", ms: 0 }, { kind: "frame", ms: GAP_MS });
    expect(session.play.match.paused).toBe(false);
  });

  it("takes a key event that is older than the last frame at the match clock", () => {
    const session = new Session().feed({ kind: "start", ms: 0 }, { kind: "frame", ms: 100 });
    session.feed({ kind: "command", command: { type: "nonsense", seat: null, data: {} }, ms: 90 });
    expect(session.play.match.at).toBe(100);
    expect(session.effects.some((effect) => effect.kind === "refused")).toBe(true);
    expect(session.play.lastMs).toBe(100);
  });

  it("abandons even while paused, and then nothing more happens", () => {
    const session = new Session().feed(
      { kind: "start", ms: 0 },
      { kind: "pause", ms: 50 },
      { kind: "abandon", ms: 90 },
    );
    expect(session.play.match.status).toBe("abandoned");
    const count = session.events.length;
    session.feed({ kind: "start", ms: 100 }, ...frames(100, 200), { kind: "pause", ms: 200 });
    expect(session.events.length).toBe(count);
    expect(session.types()[count - 1]).toBe("match_closed");
  });

  it("continues from any prefix of its log with a pause at the last stored tick", () => {
    const whole = new Session().feed({ kind: "start", ms: 0 }, ...frames(0, 400), { kind: "pause", ms: 400 });
    for (let kept = 1; kept <= whole.events.length; kept++) {
      const again = new Session(whole.events.slice(0, kept));
      expect(again.play.match.paused).toBe(true);
      expect(again.play.match.at).toBe(whole.events[kept - 1]?.at);
      expect(again.types().filter((type) => type === "match_paused")).toHaveLength(1);
    }
  });

  it("begins again where nothing was stored before the match was left: the log verifies", () => {
    const started = startLocal(hiddenNumber, nodeHash, header);
    const continued = continueLocal(hiddenNumber, nodeHash, { header, events: [] });
    if (!started.ok || !continued.ok) throw new Error("the header is of this game");
    const { batch, play } = continued.value;
    const first = started.value.batch.events;
    expect(first.length).toBeGreaterThan(0);
    expect(batch?.events.slice(0, first.length)).toEqual(first);
    expect(batch?.events.slice(first.length).map(({ type }) => type)).toEqual(["match_paused"]);
    expect(play.match.paused).toBe(true);
    const log = { header, events: batch?.events ?? [], claimed: batch?.head ?? null };
    expect(verifyLog(createRegistry([anyGame(hiddenNumber)]), nodeHash, log).ok).toBe(true);
  });

  it("whatever happens, the log verifies and the recorded head is its head", () => {
    const registry = createRegistry([anyGame(hiddenNumber)]);
    const input = fc.record({
      kind: fc.constantFrom("start", "pause", "frame"),
      wait: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(input, { maxLength: 60 }), (script) => {
        const session = new Session();
        let ms = 1_000;
        for (const { kind, wait } of script) {
          ms += wait;
          session.feed(
            kind === "start" ? { kind: "start", ms } : kind === "pause" ? { kind: "pause", ms } : { kind: "frame", ms },
          );
        }
        const log = { header, events: session.events, claimed: null };
        const chained = checkChain(nodeHash, log);
        expect(chained.ok && chained.value.head).toBe(session.head);
        const verified = verifyLog(registry, nodeHash, log);
        expect(verified.ok ? "verified" : verified.error).toBe("verified");
        expect(Chain.from(nodeHash, header).hex).not.toBe(session.head);
      }),
      { numRuns: 100 },
    );
  });
});
