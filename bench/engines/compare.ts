import { bundleScript, GLOBAL } from "./bundle.ts";
import { type EngineHost, node } from "./hosts.ts";
import type { Request } from "./program.ts";

/** The lines of a run, and how long it took. */
export interface EngineRun {
  readonly lines: readonly string[];
  readonly ms: number;
}

let script: Promise<string> | null = null;

/** Runs the same games in an engine. The bundle is made once per process. */
export async function runIn(host: EngineHost, request: Request): Promise<EngineRun> {
  script ??= bundleScript("./program.ts");
  const code = await script;
  const started = performance.now();
  const text = await host.run(code, `${GLOBAL}.runGames(${JSON.stringify(request)})`);
  return { lines: text.split("\n"), ms: performance.now() - started };
}

/** Games that came out otherwise than in Node: seed and both lines. Empty when the engines agree. */
export async function differencesTo(host: EngineHost, request: Request): Promise<readonly string[]> {
  const expected = await inNode(request);
  const found = await runIn(host, request);
  const differences = expected.lines.flatMap((line, index) =>
    line === found.lines[index] ? [] : [`Node: ${line}\n${host.name}: ${found.lines[index] ?? "nothing"}`],
  );
  return found.lines.length > expected.lines.length ? [...differences, "more lines than games"] : differences;
}

const nodeRuns = new Map<string, Promise<EngineRun>>();

/** Every engine is compared with the same run of Node. */
function inNode(request: Request): Promise<EngineRun> {
  const key = JSON.stringify(request);
  const run = nodeRuns.get(key) ?? runIn(node, request);
  nodeRuns.set(key, run);
  return run;
}
