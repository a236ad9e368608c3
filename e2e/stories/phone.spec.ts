import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { playGame } from "../lib/games.ts";
import { readStoredLog } from "../store/read-store.ts";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, colorScheme: "dark" });

test("on a phone at night the same match is played with the thumbs, left, continued and watched back", async ({
  history,
  home,
  page,
  replay,
  table,
}) => {
  await home.open();
  await expectToFit(page);
  await home.mode("Sprint").tap();
  const match = await table.match();
  await expectToFit(page);
  for (const key of ["Move left", "Turn right", "Hard drop", "Hold", "Hard drop"]) {
    await page.getByRole("button", { name: key }).tap();
  }
  await page.getByRole("button", { name: "Pause" }).tap();
  await expect(table.paused).toBeVisible();
  const { seq } = await table.everythingStored();
  const { events } = await readStoredLog(page, match);
  const inputs = events.filter(({ type }) => type === "input").map(({ data }) => data);
  // The same edges as from a keyboard.
  const keys = ["left", "cw", "hard", "hold", "hard"];
  expect(inputs).toEqual(
    keys.flatMap((key) => [
      { edge: "down", key },
      { edge: "up", key },
    ]),
  );

  await table.leave.tap();
  await home.continue.tap();
  await expect(table.paused).toBeVisible();
  expect(await table.events()).toBe(seq);

  await history.take(playGame({ mode: "zen", pieces: 30 }));
  await expectToFit(page);
  await replay.verifyNow();
  await history.open();
  await expect(history.rows).toHaveCount(2);
  await expectToFit(page);
  await page.goto("/settings");
  await expectToFit(page);
});

/** Nothing is cut off at the side, and the night is there. */
async function expectToFit(page: Page): Promise<void> {
  const { hidden, theme } = await page.evaluate(() => ({
    hidden: document.documentElement.scrollWidth - window.innerWidth,
    theme: document.documentElement.dataset["theme"],
  }));
  expect(hidden).toBeLessThanOrEqual(0);
  expect(theme).toBe("dark");
}
