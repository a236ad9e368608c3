import { expect, test } from "../fixtures.ts";
import { tabTo } from "../lib/focus.ts";

test("from Home to a result, its replay and History without a mouse, and the focus is always seen", async ({
  history,
  home,
  page,
  player,
  replay,
  table,
}) => {
  await home.open();
  await tabTo(page, home.mode("Play marathon"));
  await page.keyboard.press("Enter");
  await player.play({ pieces: 3 });

  await table.pause();
  await expect(table.resume).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(table.restart).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(table.paused).toBeHidden();
  while (!(await table.watchBack.isVisible())) {
    await table.resumeIfPaused();
    await page.keyboard.press("Space", { delay: 20 });
  }

  await expect(table.restart).toBeFocused();
  await tabTo(page, table.watchBack);
  await page.keyboard.press("Enter");
  await expect(replay.tape).toBeVisible();
  const end = await replay.length();
  await page.keyboard.press("ArrowLeft");
  expect(await replay.position()).toBe(end - 1);
  await page.keyboard.press("Space");
  await expect.poll(() => replay.position()).toBe(end);
  await tabTo(page, replay.tape);
  await page.keyboard.press("Home");
  expect(await replay.position()).toBe(0);
  await tabTo(page, replay.verify);
  await page.keyboard.press("Enter");
  await expect(replay.integrity).toContainText("bit for bit");

  await tabTo(page, page.getByRole("link", { name: "Back to history" }));
  await page.keyboard.press("Enter");
  await expect(history.rows).toHaveCount(1);
  await tabTo(page, history.rows.getByRole("link"));
  await page.keyboard.press("Enter");
  await expect(replay.tape).toBeVisible();
});
