import { expect, test } from "../fixtures.ts";
import { SettingsPage } from "../pages/settings-page.ts";
import { readStoredLog } from "../store/read-store.ts";

test("a key that was set drops the piece, one that was taken away does nothing", async ({ page, table }) => {
  const settings = new SettingsPage(page);
  await settings.open();
  await settings.key("Hard drop", "Space").click();
  await settings.addKey("Hard drop", "Enter");
  await expect(settings.key("Hard drop", "Enter")).toBeVisible();

  const match = await table.begin("sprint");
  await page.keyboard.press("Space", { delay: 30 });
  await page.keyboard.press("Enter", { delay: 30 });
  await table.pause();
  await table.everythingStored();
  const { events } = await readStoredLog(page, match);
  expect(events.filter(({ type }) => type === "input").map(({ data }) => data)).toEqual([
    { edge: "down", key: "hard" },
    { edge: "up", key: "hard" },
  ]);
  expect(events.filter(({ type }) => type === "piece_lock")).toHaveLength(1);
});

test("handling is written into the match that begins with it, in ticks", async ({ page, table }) => {
  const settings = new SettingsPage(page);
  await settings.open();
  await settings.dial("DAS").fill("100");
  await settings.dial("ARR").fill("0");
  await settings.dial("Soft drop").fill("41");
  await settings.dial("DCD").fill("20");
  await page.getByRole("checkbox").check();

  const match = await table.begin("sprint");
  await page.keyboard.down("ArrowLeft");
  await page.waitForTimeout(300);
  await page.keyboard.up("ArrowLeft");
  await page.keyboard.press("Space", { delay: 30 });
  await table.pause();
  await table.everythingStored();
  const { header, events } = await readStoredLog(page, match);
  // 1 ms is 0.6 ticks.
  expect(header.options["handling"]).toMatchObject({ das: 60, arr: 0, sdf: 0, dcd: 12, cancel: true });
  // Held for longer than the delay, the piece ran to the wall: an event for the key, none for the run.
  const lock = events.find(({ type }) => type === "piece_lock");
  expect(Number(lock?.data["x"])).toBeLessThanOrEqual(1);
});

test("a theme that was chosen is there before anything is painted, and stays", async ({ complaints, page }) => {
  const settings = new SettingsPage(page);
  const theme = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset["theme"]);
  await settings.open();
  expect(await theme()).toBe("light");
  await settings.theme("Night");
  expect(await theme()).toBe("dark");
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  // Whatever the app's own code does comes later: here it does not come at all.
  complaints.allow(/ERR_FAILED/);
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.reload({ waitUntil: "domcontentloaded" });
  expect(await theme()).toBe("dark");
  await page.unroute("**/assets/*.js");
  await page.reload();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(paper);

  await settings.theme("As the system");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(theme).toBe("dark");
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(theme).toBe("light");
});
