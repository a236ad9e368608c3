import { expect, test } from "../fixtures.ts";
import { lookAt, lookAway } from "../lib/attention.ts";
import { findStuckKey } from "../lib/stuck.ts";

test("leaving the window pauses, and no key that was held then is held afterwards", async ({ page, table }) => {
  const match = await table.begin("zen");
  const blank = await lookAway(page);
  await lookAt(page);
  await table.resumeIfPaused();

  await page.keyboard.down("ArrowLeft");
  await page.keyboard.down("ArrowDown");
  await lookAt(blank);
  await expect(table.paused).toBeAttached();
  // Whoever comes back has let go of the keys meanwhile, and the page has not heard of it.
  await lookAt(page);
  await table.everythingStored();
  expect(await findStuckKey(table, match)).toBeNull();
});
