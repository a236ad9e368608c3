// The server's composition root: settings, server, port, signals.
import { fileURLToPath } from "node:url";
import { parseConfig, USAGE } from "./config.ts";
import { createServer, type Listening } from "./server.ts";
import { explainConfigError, explainStartError, welcome } from "./words.ts";

/** Runs the server until a signal stops it. Resolves with the exit code when it cannot start. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (args.includes("--help")) return say(USAGE, 0);
  const defaultWebRoot = fileURLToPath(new URL("../../web/dist", import.meta.url));
  const config = parseConfig({ args, env, cwd: env["REPLAYGROUND_CWD"] ?? process.cwd(), defaultWebRoot });
  if (!config.ok) return say(explainConfigError(config.error), 2);
  const server = await createServer(config.value);
  if (!server.ok) return say(explainStartError(server.error), 1);
  const listening = await server.value.listen();
  if (!listening.ok) return say(explainStartError(listening.error), 1);
  stopOnSignal(listening.value);
  return say(welcome(config.value, listening.value.port), 0);
}

function say(words: string, code: number): number {
  if (code === 0) console.log(words);
  else console.error(words);
  return code;
}

/** Ctrl+C reaches every process of the terminal, and npm passes it on as well: one wish may arrive twice. In ms. */
const SAME_WISH = 500;

/** The first signal lets requests end; a later one does not wait. */
function stopOnSignal(listening: Listening): void {
  let asked: number | null = null;
  function stop(): void {
    const now = performance.now();
    if (asked !== null && now - asked > SAME_WISH) process.exit(1);
    if (asked !== null) return;
    asked = now;
    void listening.stop().then(() => process.exit(0));
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
