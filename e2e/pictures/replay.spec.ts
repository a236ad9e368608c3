import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "../fixtures.ts";
import { matchFile } from "../pages/history-page.ts";

const game = new URL("../../bench/corpus/logs/ultra-beam.jsonl.gz", import.meta.url);
const picture = new URL("../../docs/images/replay.png", import.meta.url);

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5, colorScheme: "light" });

test("docs/images/replay.png: a verified game, in the middle of its replay", async ({ history, replay, page }) => {
  await history.open();
  await history.openFile(matchFile(readFileSync(game), "ultra-beam.jsonl.gz"));
  await replay.tape.waitFor();
  await replay.verifyNow();
  const end = await replay.length();
  await replay.tape.focus();
  await replay.tape.press("Home");
  while ((await replay.position()) < end * 0.6) await replay.tape.press("PageUp");
  await page.mouse.click(8, 8);
  await page.screenshot({ path: fileURLToPath(picture) });
});
