// `npm start`: installs, builds, serves, and prints the address. Runs on Node 20; the server itself runs on Node 26.
import { spawn } from "node:child_process";
import { installDependencies } from "./lib/install.mjs";
import { root, run, Stop } from "./lib/run.mjs";
import { findToolchain } from "./lib/toolchain.mjs";

try {
  const env = await findToolchain();
  await installDependencies(env);
  if (!process.argv.includes("--help")) await build(env);
  serve(env);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

/** @param {NodeJS.ProcessEnv} env */
async function build(env) {
  console.log("Building the app ...");
  const { code, output } = await run("pnpm", ["exec", "vite", "build"], { env, capture: true });
  if (code !== 0)
    throw new Stop(`The app does not build:\n${output.trim()}`, "`git status` shows what was changed here.");
}

/**
 * The server takes over this terminal: its words, its exit code, and the signals meant for it.
 * @param {NodeJS.ProcessEnv} env
 */
function serve(env) {
  const server = spawn("node", ["--disable-proto=delete", "apps/server/src/main.ts", ...process.argv.slice(2)], {
    cwd: root,
    // Paths on the command line are meant from where the command was typed.
    env: { ...env, REPLAYGROUND_CWD: process.env.INIT_CWD ?? process.cwd() },
    stdio: ["ignore", "inherit", "inherit"],
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => server.kill(signal));
  }
  const watch = watchParent(() => server.kill("SIGTERM"));
  server.once("exit", (code) => {
    clearInterval(watch);
    process.exitCode = code ?? 1;
  });
}

/**
 * npm hands a signal to the shell it started, and that shell dies of it without telling us: without this, stopping
 * `npm start` would leave a server behind.
 * @param {() => void} whenGone
 */
function watchParent(whenGone) {
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) whenGone();
  }, 500);
}
