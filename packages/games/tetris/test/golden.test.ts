import { readdirSync, readFileSync } from "node:fs";
import { checkGolden, parseGolden } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { expect, test } from "vitest";
import { modes, tetris } from "../src/index.ts";
import { goldenFolder, headOf } from "./golden.ts";

const files = readdirSync(goldenFolder).sort();

function read(file: string): string {
  return readFileSync(new URL(file, goldenFolder), "utf8");
}

// A difference here is a change of released rules: it would break every log that people have.
test.each(files)("%s re-executes to the last byte", (file) => {
  const match = checkGolden({ game: tetris, hash: nodeHash }, read(file), headOf);
  expect(["finalized", "abandoned"]).toContain(match.status);
});

test("every mode has a frozen log, and between them they hold every event of solo play", () => {
  expect(files).toEqual(expect.arrayContaining(modes.map((mode) => `${mode}.jsonl`)));
  const types = new Set(files.flatMap((file) => parseGolden(read(file)).events.map(({ type }) => type)));
  expect([...types]).toEqual(
    expect.arrayContaining([
      "game_start",
      "input",
      "hold",
      "bag_dealt",
      "piece_spawn",
      "piece_lock",
      "line_clear",
      "garbage_inserted",
      "level_up",
      "board_reset",
      "elimination",
      "game_end",
      "match_paused",
      "match_closed",
    ]),
  );
});
