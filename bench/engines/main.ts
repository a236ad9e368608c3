// Plays the same random games in every engine and compares: `node bench/engines/main.ts [games] [steps]`.
import { differencesTo } from "./compare.ts";
import { browser, javaScriptCore, quickJs, spiderMonkey } from "./hosts.ts";

const count = Number(process.argv[2] ?? 500);
const steps = Number(process.argv[3] ?? 200);
for (const host of [browser, spiderMonkey, javaScriptCore, quickJs]) {
  const request = host === quickJs ? { first: 1, count: Math.min(count, 20), steps: 40 } : { first: 1, count, steps };
  const started = performance.now();
  const differences = await differencesTo(host, request);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${host.name}: ${request.count} games, ${differences.length} differ, ${seconds} s`);
  for (const difference of differences.slice(0, 3)) console.log(difference);
  if (differences.length > 0) process.exitCode = 1;
}
