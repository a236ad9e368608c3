import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test, type Response } from "@playwright/test";

const KIB = 1024;
const ASSETS = new URL("../../apps/web/dist/assets/", import.meta.url);

function weigh(body: Uint8Array): number {
  return gzipSync(body, { level: 9 }).length / KIB;
}

async function gzipped(responses: readonly Response[]): Promise<number> {
  const bodies = await Promise.all(responses.map((response) => response.body()));
  return bodies.reduce((sum, body) => sum + weigh(body), 0);
}

test("the first visit stays light", async ({ page }, { annotations }) => {
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (new URL(response.url()).pathname.endsWith(".js")) scripts.push(response);
  });
  const html = await (await page.goto("/"))?.text();
  await page.waitForLoadState("networkidle");

  // Before the first paint: what the page itself names.
  const named = scripts.filter((response) => html?.includes(new URL(response.url()).pathname));
  const [first, all] = [await gzipped(named), await gzipped(scripts)];
  annotations.push({ type: "first paint", description: `${first.toFixed(1)} KiB` });
  annotations.push({ type: "without a click", description: `${all.toFixed(1)} KiB` });
  expect(named.length).toBeGreaterThan(0);
  expect(first, "KiB of gzipped JavaScript before the first paint").toBeLessThanOrEqual(110);
  expect(all, "KiB of gzipped JavaScript without a user's action").toBeLessThanOrEqual(150);
});

test("a game is a small chunk of its own", () => {
  const chunks = readdirSync(ASSETS).filter((name) => /^(?:tetris|golf|caravan|intrigue)-.*\.js$/.test(name));
  expect(chunks.length).toBeGreaterThan(0);
  for (const name of chunks) {
    expect(weigh(readFileSync(new URL(name, ASSETS))), `KiB of gzipped JavaScript in ${name}`).toBeLessThanOrEqual(60);
  }
});
