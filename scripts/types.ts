// Type-checks every project of the workspace: each folder that holds a tsconfig.json, two at a time.
import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const AT_ONCE = 2;

interface Outcome {
  readonly project: string;
  readonly errors: string;
}

const projects = globSync("{,{apps,bench,e2e,lint,packages,scripts}/**/}tsconfig.json", {
  cwd: root,
  exclude: ["**/node_modules/**"],
}).toSorted();
const outcomes = await checkAll(projects);
const faulty = outcomes.filter(({ errors }) => errors !== "");
for (const { project, errors } of faulty) console.error(`${project}\n${errors}\n`);
console.log(`${projects.length} projects, ${faulty.length} with errors`);
process.exitCode = faulty.length === 0 && projects.length > 0 ? 0 : 1;

async function checkAll(all: readonly string[]): Promise<readonly Outcome[]> {
  const queue = [...all];
  const outcomes: Outcome[] = [];
  async function work(): Promise<void> {
    for (let project = queue.shift(); project !== undefined; project = queue.shift()) {
      outcomes.push({ project, errors: await errorsOf(project) });
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

function errorsOf(project: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(join(root, "node_modules/.bin/tsc"), ["-p", project], { cwd: root }, (error, stdout, stderr) => {
      resolve(error === null ? "" : `${stdout}${stderr}`.trim() || error.message);
    });
  });
}
