import { delimiter, dirname } from "node:path";
import { run, Stop } from "./run.mjs";

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
  return missing.length === 0 ? here : fetchTools(missing, here);
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
  return { ...env, PATH: path };
}

/** @param {string} version */
function majorOf(version) {
  return Number.parseInt(version, 10);
}
