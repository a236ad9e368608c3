import { writeFile } from "node:fs/promises";
import { expect, test } from "../fixtures.ts";
import { forgeriesOf } from "../lib/forgery.ts";
import { fileOf, playGame } from "../lib/games.ts";
import { matchFile } from "../pages/history-page.ts";

/** An honest ten-minute game takes a fraction of this; a hostile file may not take longer. In ms. */
const PATIENCE = 10_000;

test("a file that was tampered with is refused by name, nothing of it is stored, and the screen lives on", async ({
  history,
  page,
  replay,
}, info) => {
  const game = playGame({ mode: "sprint" });
  const file = await fileOf(game);
  await history.open();
  for (const { what, bytes, says } of forgeriesOf(game, file)) {
    await test.step(what, async () => {
      const path = info.outputPath("forged.rpg");
      await writeFile(path, bytes);
      await history.openFile(path);
      await expect(history.notice, what).toContainText(says, { timeout: PATIENCE });
      await expect(history.notice).toContainText("Nothing of it was stored");
      await expect(history.empty, what).toBeVisible();
    });
  }

  // The same page takes the honest file, and it is whole.
  await history.openFile(matchFile(file));
  await expect(replay.tape).toBeVisible();
  await replay.verifyNow();
  await page.goBack();
  await expect(history.rows).toHaveCount(1);
});

test("another version of a match that is here is refused, and the one that is here stays", async ({
  history,
  replay,
}) => {
  const game = playGame({ mode: "zen", pieces: 20 });
  const other = playGame({ mode: "zen", pieces: 20, think: 90 });
  expect(other.header.match).toBe(game.header.match);
  await history.take(game);
  await history.open();
  await history.openFile(matchFile(await fileOf(other)));
  await expect(history.notice).toContainText("Nothing was overwritten");
  await replay.open(game.header.match);
  expect(game.claimed.startsWith(await replay.fact("Head"))).toBe(true);
});
