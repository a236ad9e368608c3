// Plays the corpus again and writes it: `node bench/corpus/make.ts`. Only after a deliberate change of the rules, with a
// new rules version: the logs that stand here are the proof that old games still replay.
import { mkdirSync } from "node:fs";
import { nodeHash } from "@replayground/hash/node";
import { Chain } from "@replayground/log";
import { stateHash } from "@replayground/replay";
import { tetris } from "@replayground/tetris";
import { writeGame, writeIndex, type CorpusEntry } from "./files.ts";
import { recipes, type GameRecipe } from "./games.ts";
import { playGame } from "./play.ts";

mkdirSync(new URL("./logs/", import.meta.url), { recursive: true });
let bytes = 0;
const entries: CorpusEntry[] = recipes.map(make);
writeIndex(entries);
console.log(`${entries.length} games, ${entries.reduce((sum, { events }) => sum + events, 0)} events, ${bytes} bytes`);

function make(recipe: GameRecipe): CorpusEntry {
  const { header, events, match } = playGame(recipe);
  const chain = Chain.from(nodeHash, header);
  for (const event of events) chain.append(event);
  const size = writeGame(recipe.name, { header, events, claimed: chain.hex });
  bytes += size;
  const entry: CorpusEntry = {
    name: recipe.name,
    events: events.length,
    pieces: match.game.core.tally.pieces,
    ticks: match.at,
    status: match.status,
    head: chain.hex,
    state: stateHash({ game: tetris, hash: nodeHash }, match),
  };
  const pace = ((600 * entry.pieces) / entry.ticks).toFixed(2);
  const { finish, core } = match.game;
  console.log(
    `${recipe.name.padEnd(20)} ${match.status} ${finish ?? "-"}: ${entry.pieces} pieces, ${pace}/s, ` +
      `${core.tally.lines} lines, ${entry.events} events, ${(size / entry.events).toFixed(1)} B/event`,
  );
  return entry;
}
