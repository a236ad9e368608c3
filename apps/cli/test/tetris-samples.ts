import type { Samples } from "@replayground/archive/testing";
import { createMatch, execute } from "@replayground/engine";
import { createTestMatch, createTestRandom } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { toSeat, toTick, unwrap, type Hex, type LogEvent } from "@replayground/kernel";
import { Chain, type WellFormedLog } from "@replayground/log";
import { anyGame, createRegistry } from "@replayground/replay";
import { keyNames, tetris } from "@replayground/tetris";

/** A game of Tetris under random keys, over after a dozen pieces or two. */
export function playTetris(seed: number): WellFormedLog & { readonly claimed: Hex } {
  const { authority, header } = createTestMatch(tetris, nodeHash, { seed });
  const random = createTestRandom(seed);
  const created = unwrap(createMatch(authority, header));
  const events: LogEvent[] = [...created.events];
  let { match } = created;
  while (match.status === "running") {
    const key = random.below(8) === 0 ? "hard" : (keyNames[random.below(keyNames.length)] ?? "hard");
    for (const edge of ["down", "up"]) {
      const at = toTick(match.at + 20 + random.below(40));
      const step = execute(authority, match, { type: "input", seat: toSeat(0), data: { edge, key } }, at);
      events.push(...step.events);
      ({ match } = step);
    }
  }
  const chain = Chain.from(nodeHash, header);
  for (const event of events) chain.append(event);
  return { header, events, claimed: chain.hex };
}

export const TETRIS_SAMPLES: Samples = {
  registry: createRegistry([anyGame(tetris)]),
  hash: nodeHash,
  logs: [playTetris(1), playTetris(2)],
};
