import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, sep } from "node:path";
import { root, run, Stop } from "./run.mjs";

/** The sources run as they are (type stripping), so Node is new; pnpm is the one that wrote the lockfile. */
const NODE = 26;
const PNPM = "12.21.0";

/**
 * An environment whose `node` and `pnpm` are the project's, from this machine or else from the package registry.
 * Nothing is installed system-wide: npm keeps the two in its cache.
 *
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function findToolchain() {
  const here = { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) };
  const missing = [];
  if (majorOf(process.versions.node) < NODE) missing.push(`node@${NODE}`);
  const pnpm = await run("pnpm", ["--version"], { env: here, capture: true });
  if (pnpm.code !== 0 || majorOf(pnpm.output.trim()) !== majorOf(PNPM)) missing.push(`pnpm@${PNPM}`);
  if (missing.length === 0) return here;
  const known = await rememberedTools(missing, here);
  return known ?? fetchTools(missing, here);
}

/** Where npm put the tools the last time. Asking npm again takes seconds; asking the tools themselves does not. */
const MEMORY = join(root, ".cache/toolchain.json");

/**
 * @param {readonly string[]} tools
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<NodeJS.ProcessEnv | null>}
 */
async function rememberedTools(tools, env) {
  if (!existsSync(MEMORY)) return null;
  try {
    const memory = /** @type {{ tools: unknown, path: unknown }} */ (JSON.parse(readFileSync(MEMORY, "utf8")));
    const { tools: known, path } = memory;
    if (known !== tools.join(" ") || typeof path !== "string") return null;
    const found = { ...env, PATH: [path, env.PATH].join(delimiter) };
    const node = await run("node", ["--version"], { env: found, capture: true });
    const pnpm = await run("pnpm", ["--version"], { env: found, capture: true });
    const fits = node.code === 0 && majorOf(node.output.trim().slice(1)) >= NODE;
    return fits && pnpm.code === 0 && majorOf(pnpm.output.trim()) === majorOf(PNPM) ? found : null;
  } catch {
    return null; // unreadable, or npm's cache was cleared: ask npm
  }
}

/** Keeps the part of the path that npm put in front. @param {readonly string[]} tools @param {string} path */
function rememberTools(tools, path) {
  const ours = path.split(delimiter).filter((folder) => folder.includes(`${sep}_npx${sep}`));
  if (ours.length === 0) return;
  mkdirSync(dirname(MEMORY), { recursive: true });
  writeFileSync(MEMORY, JSON.stringify({ tools: tools.join(" "), path: ours.join(delimiter) }));
}

/** @param {readonly string[]} tools @param {NodeJS.ProcessEnv} env */
async function fetchTools(tools, env) {
  console.log(
    `This needs ${tools.join(" and ")}. Taking them from npm's cache, or downloading once (about 370 MB) ...`,
  );
  const packages = tools.flatMap((tool) => ["-p", tool]);
  const probe = await run("npx", ["-y", ...packages, "--", "node", "scripts/lib/probe.mjs"], {
    env,
    capture: true,
  });
  const found = /^\{.*\}$/m.exec(probe.output)?.[0];
  if (probe.code !== 0 || found === undefined) {
    throw new Stop(
      `npm could not provide ${tools.join(" and ")}:\n${probe.output.trim()}`,
      `Check the connection to the package registry, or install Node ${NODE} and pnpm ${PNPM} yourself and try again.`,
    );
  }
  const { version, path } = /** @type {{ version: string, path: string }} */ (JSON.parse(found));
  // With install scripts switched off npm fetches the package but never links its node, and says nothing.
  if (majorOf(version) < NODE) {
    throw new Stop(
      `npm fetched Node ${NODE}, yet Node ${version} answered: install scripts are switched off on this machine.`,
      `Either allow them for this command:  npm_config_ignore_scripts=false npm start   (or npm test)\n` +
        `or install Node ${NODE} yourself: https://nodejs.org`,
    );
  }
  rememberTools(tools, path);
  return { ...env, PATH: path };
}

/** @param {string} version */
function majorOf(version) {
  return Number.parseInt(version, 10);
}
