// `npm test`: everything that must hold, with one sum at the end. Runs on Node 20; what it runs gets Node 26.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { installDependencies } from "./lib/install.mjs";
import { findFreePort } from "./lib/port.mjs";
import { root, run, Stop } from "./lib/run.mjs";
import { findPrograms } from "./lib/system.mjs";
import {
  countPlaywright,
  countVitest,
  forgetReport,
  formatTally,
  sumTallies,
  tallyOfCheck,
  tallyOfReport,
} from "./lib/tally.mjs";
import { findToolchain } from "./lib/toolchain.mjs";

const reports = join(root, ".cache/reports");

/** @type {import("./lib/tally.mjs").Tally[]} */
const tallies = [];
try {
  await runAll();
} catch (error) {
  tallies.push(tallyOfCheck(false));
  console.error(`\n${error instanceof Stop ? error.message : String(error instanceof Error ? error.stack : error)}`);
}
const sum = sumTallies(tallies);
process.exitCode = sum.failed === 0 ? 0 : 1;
console.log(`\n${formatTally(sum)}`);

async function runAll() {
  mkdirSync(reports, { recursive: true });
  const toolchain = await findToolchain();
  await installDependencies(toolchain);
  const programs = await findPrograms();
  if (programs.problem !== null) console.error(`\n${programs.problem}\n`);
  tallies.push(tallyOfCheck(programs.problem === null));
  const env = { ...toolchain, ...programs.env, TEST_PORT: String(await findFreePort()) };

  await check("format", ["biome", "format", "."], env);
  await check("lint", ["oxlint"], env);
  await check("types", ["node", "scripts/types.ts"], env);
  await check("repository", ["node", "scripts/check-repository.ts"], env);
  await check("build", ["vite", "build"], env);
  await suite("unit", ["vitest", "run"], env, countVitest);
  await suite("e2e", ["playwright", "test", "--config=e2e"], env, countPlaywright);
}

/**
 * A check speaks only when it fails.
 * @param {string} name @param {readonly string[]} command @param {NodeJS.ProcessEnv} env
 */
async function check(name, command, env) {
  const start = Date.now();
  const { code, output } = await run("pnpm", ["exec", ...command], { env, capture: true });
  if (code !== 0) console.error(`\n${output.trim()}\n`);
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds(start)})`);
  tallies.push(tallyOfCheck(code === 0));
}

/**
 * A suite shows its progress and counts its own tests.
 * @param {string} name @param {readonly string[]} command @param {NodeJS.ProcessEnv} env
 * @param {(report: unknown) => import("./lib/tally.mjs").Tally} count
 */
async function suite(name, command, env, count) {
  const start = Date.now();
  const report = join(reports, `${name}.json`);
  forgetReport(report);
  const { code } = await run("pnpm", ["exec", ...command], { env: { ...env, TEST_REPORT: report } });
  const tally = tallyOfReport(report, count, code);
  console.log(`${tally.failed === 0 ? "ok    " : "FAILED"} ${name}: ${formatTally(tally)} (${seconds(start)})`);
  tallies.push(tally);
}

/** @param {number} start */
function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}
