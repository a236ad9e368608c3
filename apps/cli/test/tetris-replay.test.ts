import { readMatchFile, writeMatchFile } from "@replayground/archive";
import { emptyMatch, foldEvent } from "@replayground/engine";
import { createTestRandom } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { bytesToHex, createMatchId, unwrap } from "@replayground/kernel";
import { Replay, branchAt, commandsOf, stateHash, verifyLog } from "@replayground/replay";
import { tetris } from "@replayground/tetris";
import { describe, expect, test } from "vitest";
import { TETRIS_SAMPLES, playTetris } from "./tetris-samples.ts";

const { registry, hash } = TETRIS_SAMPLES;
const log = playTetris(11);
const runtime = { game: tetris, hash: nodeHash };

describe("a replay of Tetris", () => {
  const empty = unwrap(emptyMatch(runtime, log.header));
  const folded = [empty];
  for (const event of log.events) folded.push(foldEvent(runtime, folded[folded.length - 1] ?? empty, event));
  const hashes = folded.map((match) => stateHash(runtime, match));

  test("300 random seeks give the state of the fold from the start", () => {
    const replay = unwrap(Replay.open(runtime, log));
    const random = createTestRandom(1);
    for (let i = 0; i < 300; i++) {
      const seq = random.below(log.events.length + 1);
      expect(stateHash(runtime, replay.at(seq)), `seek ${i} to ${seq}`).toBe(hashes[seq]);
    }
  });

  test("folding on from a snapshot of any state gives the last one", () => {
    const setup = { header: log.header, options: empty.options };
    const random = createTestRandom(2);
    for (let i = 0; i < 60; i++) {
      const n = random.below(log.events.length);
      const match = folded[n] ?? empty;
      const game = tetris.decodeState(setup, tetris.encodeState(match.game));
      if (game === null) throw new Error(`the snapshot after event ${n} cannot be read`);
      const end = log.events.slice(n).reduce((state, event) => foldEvent(runtime, state, event), { ...match, game });
      expect(stateHash(runtime, end), `from ${n}`).toBe(hashes[hashes.length - 1]);
    }
  });

  test("written, read, written again: the same events, head, state and bytes", async () => {
    const file = unwrap(await writeMatchFile(registry, hash, log));
    const read = unwrap(await readMatchFile(registry, hash, file));
    expect(read.events).toEqual(log.events);
    expect([read.head, read.state]).toEqual([log.claimed, hashes[hashes.length - 1]]);
    expect(bytesToHex(unwrap(await writeMatchFile(registry, hash, read)))).toBe(bytesToHex(file));
  });

  test("play from any event: the branch verifies alone and stands where its parent stood", () => {
    const random = createTestRandom(3);
    for (let i = 0; i < 20; i++) {
      const seq = 1 + random.below(log.events.length - 1);
      const id = createMatchId(1_800_000_000_000 + i, new Uint8Array(10));
      const branch = unwrap(branchAt(tetris, hash, log, { seq, id }));
      const { header, events, head } = branch;
      expect(verifyLog(registry, hash, { header, events, claimed: head }).ok, `at ${seq}`).toBe(true);
      const commands = commandsOf(tetris, events);
      expect(commandsOf(tetris, log.events).slice(0, commands.length)).toEqual(commands);
      // What belongs to one moment happens whole: the branch may stand a few events further, never elsewhere.
      expect(stateHash(runtime, branch.match)).toBe(hashes[events.length]);
    }
  });
});
