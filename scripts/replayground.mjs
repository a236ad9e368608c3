// `npm run replayground -- verify FILE`: the command line, on Node 26 whatever Node is here.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, Stop } from "./lib/run.mjs";
import { findToolchain } from "./lib/toolchain.mjs";

// Standard output belongs to the command: it may be a log on its way to a file.
console.log = console.error;

try {
  if (!existsSync(join(root, "apps/cli/node_modules"))) {
    throw new Stop("The packages are not installed yet.", "Run `npm start` once; it installs them.");
  }
  const env = await findToolchain();
  const cli = spawn("node", [join(root, "apps/cli/src/bin.ts"), ...process.argv.slice(2)], {
    // Paths are meant from where the command was typed; npm itself moves to the project's folder.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env,
    stdio: "inherit",
  });
  cli.once("exit", (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
