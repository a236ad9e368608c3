import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { plantedBugs, type PlantedBug } from "../planted/bugs.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Answer {
  readonly code: number;
  readonly output: string;
}

/** Runs the suites of a bug, with it planted. */
function runWith(bug: PlantedBug): Promise<Answer> {
  const args = ["run", "--config", "scripts/planted/vitest.config.ts", ...bug.suites];
  const env = { ...process.env, PLANTED_BUG: String(plantedBugs.indexOf(bug)), TORTURE: "", TEST_REPORT: "" };
  return new Promise((resolve) => {
    execFile(join(root, "node_modules/.bin/vitest"), args, { cwd: root, env }, (error, out, errors) => {
      resolve({ code: error === null ? 0 : 1, output: out + errors });
    });
  });
}

test.each(plantedBugs)("the line stands once: $name", ({ file, right }) => {
  expect(readFileSync(join(root, file), "utf8").split(right)).toHaveLength(2);
});

test("every planted bug is caught by a test that fails", async () => {
  const alive: string[] = [];
  for (const bug of plantedBugs) {
    const { code, output } = await runWith(bug);
    // A suite that does not start would fail as well: what counts is a test that was run.
    const isCaught = code !== 0 && /Tests {2}.*\d+ failed/.test(stripVTControlCharacters(output));
    if (!isCaught) alive.push(`${bug.name}\n${output}`);
  }
  console.log(`figure: planted bugs caught: ${plantedBugs.length - alive.length} of ${plantedBugs.length}`);
  expect(alive).toEqual([]);
});
