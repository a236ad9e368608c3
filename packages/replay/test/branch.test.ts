import { hiddenNumber } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { createMatchId, unwrap, type MatchId } from "@replayground/kernel";
import { checkpointsOf } from "@replayground/log";
import { describe, expect, test } from "vitest";
import { Replay, branchAt, commandsOf, firstDivergence, lastPlayable, verifyLog } from "../src/index.ts";
import { playLog, testRegistry } from "../src/testing/index.ts";

const runtime = { game: hiddenNumber, hash: nodeHash };
const id: MatchId = createMatchId(1_800_000_000_000, new Uint8Array(10));
const open = playLog(nodeHash, { seed: 13, steps: 300 });
const committed = playLog(nodeHash, { seed: 14, steps: 100, committed: true });

describe("play from here", () => {
  const starts = [0, 1, 7, 255, 256, 257, open.events.length - 1, open.events.length];

  test.each(starts)("after event %i: it verifies alone and begins like its parent", (seq) => {
    const branch = unwrap(branchAt(hiddenNumber, nodeHash, open, { seq, id }));
    const verified = unwrap(
      verifyLog(testRegistry, nodeHash, { header: branch.header, events: branch.events, claimed: branch.head }),
    );
    expect(verified.header.match).toBe(id);
    const parts = firstDivergence(open.events, branch.events);
    // The salts follow from the match id, so sealed events have other digests; commands are the parent's own.
    const commands = commandsOf(hiddenNumber, branch.events);
    expect(commandsOf(hiddenNumber, open.events).slice(0, commands.length)).toEqual(commands);
    expect(parts?.difference?.path ?? "sealed").toMatch(/^sealed/);
  });

  test("the state at the branch is the parent's", () => {
    const replay = unwrap(Replay.open(runtime, open));
    for (const seq of [1, 100, 257, open.events.length - 3]) {
      const branch = unwrap(branchAt(hiddenNumber, nodeHash, open, { seq, id }));
      const parent = replay.at(seq);
      expect(branch.match.game).toEqual(parent.game);
      expect(branch.match.at).toBe(parent.at);
      expect(branch.match.status).toBe("running");
    }
  });

  test("the header cites the parent's head, which the parent's own chain has there", () => {
    const branch = unwrap(branchAt(hiddenNumber, nodeHash, open, { seq: 256, id }));
    const [checkpoint] = checkpointsOf(nodeHash, open);
    expect(checkpoint?.seq).toBe(256);
    expect(branch.header.parent).toEqual({ match: open.header.match, seq: 256, head: checkpoint?.head });
    expect(branch.header.ticket).toBeNull();
  });

  test("of a finished match: the closing event is not taken over", () => {
    const branch = unwrap(branchAt(hiddenNumber, nodeHash, open, { seq: open.events.length, id }));
    expect(open.events[open.events.length - 1]?.type).toBe("match_closed");
    expect(branch.header.parent?.seq).toBe(open.events.length - 1);
  });

  test("of a revealed match: the same secret and nonces, so the same deal", () => {
    const seq = committed.events.length - 20;
    const branch = unwrap(branchAt(hiddenNumber, nodeHash, committed, { seq, id }));
    const nonces = committed.events.filter(({ type }) => type === "nonce_added");
    expect(nonces.map(({ seat }) => seat)).toEqual([1, 0]);
    const { chance } = branch.header;
    expect(chance).toMatchObject({ kind: "open", nonces: nonces.toReversed().map(({ data }) => data["nonce"]) });
    const replay = unwrap(
      Replay.open({ ...runtime, secret: chance.kind === "open" ? chance.secret : (0 as never) }, committed),
    );
    expect(branch.match.game).toEqual(replay.at(seq).game);
    const verified = verifyLog(testRegistry, nodeHash, {
      header: branch.header,
      events: branch.events,
      claimed: branch.head,
    });
    expect(verified.ok).toBe(true);
  });

  test("of a match that is still sealed, and of one that does not replay", () => {
    const sealed = { header: committed.header, events: committed.events.slice(0, -1) };
    expect(branchAt(hiddenNumber, nodeHash, sealed, { seq: 5, id })).toEqual({
      ok: false,
      error: { kind: "still_sealed" },
    });
    const twice = open.events.flatMap((event) => (event.type === "hand_raised" ? [event, event] : [event]));
    const broken = branchAt(hiddenNumber, nodeHash, { header: open.header, events: twice }, { seq: 50, id });
    expect(broken).toEqual({ ok: false, error: { kind: "parent_does_not_replay" } });
  });

  test("a branch of a branch", () => {
    const first = unwrap(branchAt(hiddenNumber, nodeHash, open, { seq: 200, id }));
    const other = createMatchId(1_900_000_000_000, new Uint8Array(10));
    const second = unwrap(branchAt(hiddenNumber, nodeHash, first, { seq: 100, id: other }));
    expect(second.header.parent?.match).toBe(id);
    expect(second.match.game).toEqual(unwrap(Replay.open(runtime, open)).at(100).game);
  });
});

describe("the last position that can be played from", () => {
  const finished = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => playLog(nodeHash, { seed, steps: 400 }));

  test.each(finished)("of a finished match is before the step that ended it", (log) => {
    const replay = unwrap(Replay.open(runtime, log));
    const last = lastPlayable(replay, replay.length);
    expect(replay.final.status).toBe("finalized");
    expect(unwrap(branchAt(hiddenNumber, nodeHash, log, { seq: last, id })).match.status).toBe("running");
    const after = unwrap(branchAt(hiddenNumber, nodeHash, log, { seq: last + 1, id }));
    expect(after.match.status).toBe("finalized");
    for (let seq = 0; seq <= last; seq++) expect(lastPlayable(replay, seq)).toBe(seq);
    for (let seq = last; seq <= replay.length; seq++) expect(lastPlayable(replay, seq)).toBe(last);
  });

  test("of an unfinished match is any", () => {
    const replay = unwrap(Replay.open(runtime, { header: open.header, events: open.events.slice(0, 50) }));
    expect(lastPlayable(replay, 50)).toBe(50);
  });
});
