// `pnpm torture [filter ...]`: the full counts of the reliability bars, which take too long for every run of the tests.
// Runs every suite named *.torture.test.ts, then the browser stories in e2e/torture, and repeats the figures at the end.
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const filters = process.argv.slice(2);

const suites = await runTool("vitest", ["run", "--disable-console-intercept", "--passWithNoTests", ...filters]);
const hasStories = globSync("e2e/torture/**/*.spec.ts", { cwd: root }).length > 0;
const stories = hasStories
  ? await runTool("playwright", ["test", "--config=e2e", "--pass-with-no-tests", ...filters])
  : { code: 0, figures: [] };

const figures = [...suites.figures, ...stories.figures];
console.log(figures.length === 0 ? "\nno figures" : `\n${figures.join("\n")}`);
process.exitCode = suites.code === 0 && stories.code === 0 ? 0 : 1;

interface Outcome {
  readonly code: number;
  /** Lines that a suite printed as `figure: ...`. */
  readonly figures: readonly string[];
}

function runTool(tool: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, TORTURE: "1" };
    const child = spawn(join(root, "node_modules/.bin", tool), args, {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      process.stdout.write(chunk);
      output += String(chunk);
    });
    child.once("close", (code) => resolve({ code: code ?? 1, figures: output.match(/^figure: .*$/gm) ?? [] }));
  });
}
