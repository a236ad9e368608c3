import { createMatch, execute, type Bot } from "@replayground/engine";
import { createTestMatch, createTestRandom } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { toTick, unwrap } from "@replayground/kernel";
import { tetris, type TetrisTypes, type TetrisView } from "@replayground/tetris";
import { bots, dellacherie, createGreedyBot } from "@replayground/tetris/bots";
import { median, quantile, wallMs } from "../harness/measure.ts";
import type { Figure, Section } from "../harness/types.ts";

const POSITIONS = 60;
/** A bot that plays three pieces a second may think for so long; it does so in a worker. */
const BUDGET = 333;

/** How long each personality thinks about one piece. */
export const botsSection: Section = {
  name: "bots",
  run: async () => {
    const views = positions();
    return bots.flatMap((bot) => figuresOf(bot, views));
  },
};

function figuresOf(bot: Bot<TetrisTypes>, views: readonly TetrisView[]): readonly Figure[] {
  const random = createTestRandom(1);
  for (const view of views.slice(0, 10)) bot.choose(view, random);
  const times = views.map((view) => wallMs(() => void bot.choose(view, random)));
  return [
    { what: `${bot.id}, median`, value: median(times), unit: "ms/piece" },
    { what: `${bot.id}, p95`, value: quantile(times, 0.95), unit: "ms/piece", bar: { kind: "at_most", value: BUDGET } },
  ];
}

/** What a bot sees in the middle of a game. */
function positions(): readonly TetrisView[] {
  const { authority, header } = createTestMatch(tetris, nodeHash, {
    seed: 3,
    options: { mode: "zen", inputMode: "actions" },
  });
  const player = createGreedyBot(dellacherie, false);
  const random = createTestRandom(2);
  let { match } = unwrap(createMatch(authority, header));
  return Array.from({ length: POSITIONS }, () => {
    const view = tetris.view(match.game, "spectator");
    for (const command of player.choose(view, random)) {
      match = execute(authority, match, command, toTick(match.at + 1)).match;
    }
    return view;
  });
}
