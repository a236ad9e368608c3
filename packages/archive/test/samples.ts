import { nodeHash } from "@replayground/hash/node";
import { playLog, testRegistry, type PlayOptions } from "@replayground/replay/testing";
import type { Samples } from "../src/testing/index.ts";

/** Logs of the tiny game to be damaged. */
export function samplesOf(...options: readonly PlayOptions[]): Samples {
  return { registry: testRegistry, hash: nodeHash, logs: options.map((each) => playLog(nodeHash, each)) };
}

export const FILE_SAMPLES: Samples = samplesOf({ seed: 1 }, { seed: 2, committed: true }, { seed: 3, steps: 1200 });
export const LINE_SAMPLES: Samples = samplesOf({ seed: 11 }, { seed: 12, committed: true }, { seed: 13, steps: 300 });
