// `node test/make-golden.ts [--force]`: plays one game per mode and freezes its log in golden/. A log that is there
// stays as it is: a changed one means changed rules, and rules that were released never change.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createMatch, execute, frameCommand, type GameCommand } from "@replayground/engine";
import { createTestMatch, createTestRandom, formatGolden } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { type JsonObject, type LogEvent, toSeat, toTick, unwrap } from "@replayground/kernel";
import { tetris } from "../src/index.ts";
import { proposeCareless, proposeInput } from "./game/player.ts";
import { goldenFolder, headOf } from "./golden.ts";

interface Recipe {
  readonly name: string;
  readonly options: JsonObject;
  readonly committed?: boolean;
  /** Longest wait between two inputs, in ticks. */
  readonly span: number;
  /** Inputs after which the game is abandoned, if it has not ended. */
  readonly inputs: number;
  /** Plays badly, or: does anything at all once in so many inputs. */
  readonly careless?: boolean;
  readonly whim?: number;
}

/** Between them: both input modes, known and dealt pieces, delays, half turns, every way in which a game ends. */
const recipes: readonly Recipe[] = [
  { name: "marathon", options: { mode: "marathon", inputMode: "actions" }, span: 16, inputs: 4000 },
  { name: "sprint", options: { mode: "sprint", handling: { das: 60, arr: 0, sdf: 0 } }, span: 30, inputs: 4000 },
  { name: "ultra", options: { mode: "ultra", inputMode: "actions" }, committed: true, span: 120, inputs: 4000 },
  {
    name: "zen",
    options: { mode: "zen", rules: { are: 6, lineDelay: 21 }, handling: { irs: "hold", ihs: "hold", dcd: 20 } },
    span: 40,
    inputs: 500,
    careless: true,
  },
  { name: "cheese", options: { mode: "cheese", cheese: 18, inputMode: "actions" }, span: 60, inputs: 4000 },
  { name: "top-out", options: { mode: "sprint" }, span: 60, inputs: 4000, careless: true },
];

function play(recipe: Recipe, seed: number): string {
  const { options, committed = false, span, inputs, careless = false, whim = 40 } = recipe;
  const { authority, header } = createTestMatch(tetris, nodeHash, { seed, options, committed });
  const random = createTestRandom(seed);
  let { match, events } = unwrap(createMatch(authority, header));
  const log: LogEvent[] = [...events];
  const send = (command: GameCommand, at: number): void => {
    ({ match, events } = execute(authority, match, command, toTick(at)));
    log.push(...events);
  };
  if (committed) send(frameCommand("add_nonce", toSeat(0), "5eed".repeat(8)), 0);
  for (let i = 0; i < inputs && match.status === "running"; i++) {
    if (i % 300 === 299) {
      if (!committed) send(frameCommand("pause", toSeat(0)), match.at);
      send(frameCommand("resume", toSeat(0)), match.at);
    }
    const command = careless ? proposeCareless(match, random) : proposeInput(match, random, whim);
    send(command ?? frameCommand("tick", null), match.at + random.below(span));
  }
  if (match.status === "running") send(frameCommand("abandon", toSeat(0)), match.at);
  return formatGolden({ header, events: log, head: headOf(header, log) });
}

mkdirSync(goldenFolder, { recursive: true });
recipes.forEach((recipe, index) => {
  const file = new URL(`${recipe.name}.jsonl`, goldenFolder);
  if (existsSync(file) && !process.argv.includes("--force")) return;
  const text = play(recipe, index + 1);
  writeFileSync(file, text);
  process.stdout.write(`${recipe.name}: ${text.split("\n").length - 3} events, ${text.length} bytes\n`);
});
