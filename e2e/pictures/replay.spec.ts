import { fileURLToPath } from "node:url";
import { test } from "../fixtures.ts";

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5, colorScheme: "light" });

test("docs/images/replay.png: a finished Sprint, in the middle of its replay", async ({
  home,
  table,
  player,
  page,
}) => {
  await home.open();
  await home.mode("Sprint").click();
  await player.play();
  await table.watchBack.click();
  const slider = page.getByRole("slider").first();
  await slider.focus();
  await slider.press("Home");
  for (let page = 0; page < 12; page++) await slider.press("PageDown");
  await page.screenshot({ path: fileURLToPath(new URL("../../docs/images/replay.png", import.meta.url)) });
});
