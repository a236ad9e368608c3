import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run.mjs";

/** Programs the tests drive: a real browser, and the engines of Firefox and Safari to check hashes in. */
const PROGRAMS = [
  {
    name: "chromium",
    names: ["chromium", "chromium-browser", "google-chrome"],
    variable: "CHROMIUM",
    debian: "chromium",
  },
  { name: "gjs", names: ["gjs"], variable: "GJS", debian: "gjs" },
  { name: "jsc", names: ["jsc"], variable: "JSC", debian: "libjavascriptcoregtk-4.0-bin" },
];

/**
 * Makes sure the programs are there: as root on a Debian they are installed, elsewhere the answer says how.
 *
 * @returns {Promise<{ env: NodeJS.ProcessEnv, problem: string | null }>} `env` names each program's path
 */
export async function findPrograms() {
  if (missing().length > 0 && canInstall()) await install(missing().map(({ debian }) => debian));
  const lost = missing();
  const env = Object.fromEntries(PROGRAMS.map((program) => [program.variable, find(program) ?? ""]));
  return { env, problem: lost.length === 0 ? null : remedy(lost) };
}

function missing() {
  return PROGRAMS.filter((program) => find(program) === null);
}

/** @param {(typeof PROGRAMS)[number]} program */
function find({ names, variable }) {
  const given = process.env[variable];
  if (given) return existsSync(given) ? given : null;
  const folders = (process.env.PATH ?? "").split(delimiter).concat("/usr/bin");
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

/** @param {readonly string[]} packages */
async function install(packages) {
  console.log(`Installing ${packages.join(", ")} from Debian's archive ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { env, capture: true, timeout: 600_000 };
  await run("apt-get", ["update", "-q"], options);
  // One by one: a package that this release of Debian does not have must not keep the others away.
  for (const name of packages) {
    const { code, output } = await run("apt-get", ["install", "-qy", "--no-install-recommends", name], options);
    if (code !== 0) console.error(output);
  }
}

/** @param {ReturnType<typeof missing>} lost */
function remedy(lost) {
  const variables = lost.map(({ variable, name }) => `${variable}=/path/to/${name}`).join(" ");
  return [
    `Missing: ${lost.map(({ name }) => name).join(", ")}.`,
    `On Debian or Ubuntu, as root:  apt-get install ${lost.map(({ debian }) => debian).join(" ")}`,
    `Elsewhere install them your way and, if they are not on PATH, say where:  ${variables} npm test`,
  ].join("\n");
}
