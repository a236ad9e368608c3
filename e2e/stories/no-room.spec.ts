import { expect, test } from "../fixtures.ts";
import { leaveApp, setQuota } from "../store/harm-store.ts";
import { readStoredLog } from "../store/read-store.ts";

/** Bytes: room for an empty database, and for no match. */
const LITTLE = 12_000;

test("without room to write, the match goes on, the screen says so, and what was held back is written later", async ({
  page,
  replay,
  table,
}) => {
  // Chromium looks at the room that is left when it opens the database, so there must be little from the start on.
  await leaveApp(page);
  await setQuota(page, LITTLE);
  const match = await table.begin("sprint");
  for (let piece = 0; piece < 4; piece++) await page.keyboard.press("Space", { delay: 40 });
  await expect(table.safety).toContainText("no room left");
  await expect(table.paused).toBeHidden();
  await expect.poll(() => table.events()).toBeGreaterThan(10);
  expect(await table.acknowledged()).toBe(0);

  await setQuota(page, null);
  await expect(table.safety).toContainText("are kept");
  await table.pause();
  const { seq } = await table.everythingStored();
  expect((await readStoredLog(page, match)).events).toHaveLength(seq);
  await replay.open(match);
  await replay.verifyNow();
});
