import { expect, test } from "vitest";
import { differencesTo, runIn } from "../engines/compare.ts";
import { browser, javaScriptCore, node, quickJs, spiderMonkey } from "../engines/hosts.ts";

const all = { first: 1, count: 500, steps: 200 };
const short = { first: 1, count: 60, steps: 40 };

test("500 games verify in Node", async () => {
  const { lines } = await runIn(node, all);
  expect(lines.filter((line) => line.endsWith(" verified"))).toHaveLength(500);
});

test.each([
  { host: browser, request: all },
  { host: spiderMonkey, request: all },
  { host: javaScriptCore, request: all },
  { host: quickJs, request: short },
])("$host.name: identical heads and states", async ({ host, request }) => {
  const differences = await differencesTo(host, request);
  console.log(`figure: ${host.name}: ${request.count - differences.length} of ${request.count} games as in Node`);
  expect(differences).toEqual([]);
});
