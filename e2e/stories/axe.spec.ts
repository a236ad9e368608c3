import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { playGame } from "../lib/games.ts";

const themes = ["light", "dark", "contrast"] as const;
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;

/** Serious and critical findings in every theme and on both sizes, in words; axe stays in this page, so nothing pauses. */
async function findings(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const theme of themes) {
      await page.evaluate((name) => (document.documentElement.dataset["theme"] = name), theme);
      // Buttons fade from one theme to the next; half-way colours are nobody's.
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      for (const { id, impact, nodes } of violations) {
        if (impact !== "serious" && impact !== "critical") continue;
        found.push(`${size.width} ${theme}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
      }
    }
  }
  return found;
}

const places: readonly (readonly [name: string, path: string])[] = [
  ["Home on a first visit", "/"],
  ["an empty History", "/history"],
  ["Settings", "/settings"],
  ["an address that is none", "/nowhere"],
  ["a match that is not here", "/replay/018bcfe5-6800-7000-8000-000000000000"],
];

for (const [name, path] of places) {
  test(`${name} is accessible`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    await page.waitForLoadState("networkidle");
    expect(await findings(page)).toEqual([]);
  });
}

test("a match that runs, one that is paused and one that is over are accessible", async ({ page, table }) => {
  await table.begin("marathon");
  await table.pause();
  expect(await findings(page)).toEqual([]);
  await table.resume.click();
  while (!(await table.watchBack.isVisible())) await page.keyboard.press("Space", { delay: 20 });
  expect(await findings(page)).toEqual([]);
});

test("lists of matches, and a replay at its start, in its middle and checked, are accessible", async ({
  history,
  home,
  page,
  replay,
}) => {
  await history.take(playGame());
  await replay.verifyNow();
  expect(await findings(page)).toEqual([]);
  await replay.tape.press("Home");
  expect(await findings(page)).toEqual([]);
  await history.open();
  await expect(history.rows).toHaveCount(1);
  expect(await findings(page)).toEqual([]);
  await home.open();
  await expect(home.results).toHaveCount(1);
  expect(await findings(page)).toEqual([]);
});
