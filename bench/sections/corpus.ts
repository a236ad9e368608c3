import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import type { WellFormedLog } from "@replayground/log";
import { readGame, readIndex } from "../corpus/files.ts";
import { verifyLog, type Registry, anyGame, createRegistry } from "@replayground/replay";
import { tetris } from "@replayground/tetris";

export const registry: Registry = createRegistry([anyGame(tetris)]);

/** The frozen corpus, read once. */
export interface Corpus {
  readonly logs: readonly WellFormedLog[];
  readonly events: number;
  readonly pieces: number;
  /** Minutes of play. */
  readonly minutes: number;
}

export function readCorpus(): Corpus {
  const index = readIndex();
  const logs = index.map(({ name }) => readGame(name));
  for (const log of logs) unwrap(verifyLog(registry, nodeHash, log));
  return {
    logs,
    events: index.reduce((sum, { events }) => sum + events, 0),
    pieces: index.reduce((sum, { pieces }) => sum + pieces, 0),
    minutes: index.reduce((sum, { ticks }) => sum + ticks, 0) / tetris.ticksPerSecond / 60,
  };
}
