import { expect, test } from "../fixtures.ts";
import { playGame } from "../lib/games.ts";
import { HistoryPage } from "../pages/history-page.ts";
import { HomePage } from "../pages/home-page.ts";
import { PlayPage } from "../pages/play-page.ts";
import { Player } from "../player/player.ts";
import { deleteDatabase, harmSegment } from "../store/harm-store.ts";

test("a database that the browser deleted is named on Home, and the next game is kept again", async ({
  history,
  home,
  page,
  player,
  table,
}) => {
  const game = playGame({ mode: "zen", pieces: 30 });
  await history.take(game);
  await deleteDatabase(page);

  await home.open();
  await expect(home.notice).toContainText("This browser deleted its games");
  await expect(home.notice).toContainText(`1 game and ${game.events.length} events`);
  await home.mode("Sprint").click();
  await player.play({ pieces: 4 });
  await table.pause();
  await table.everythingStored();
  // What is lost was said; what is new is there.
  await home.open();
  await expect(home.continue).toBeVisible();
  await expect(home.notice).toHaveCount(0);
});

for (const [what, harm] of [
  ["a segment that was changed", "flip"],
  ["a segment that is gone", "delete"],
] as const) {
  test(`${what} is named with the last sound event, and everything else works`, async ({
    history,
    home,
    page,
    player,
    replay,
    table,
  }) => {
    const game = playGame({ mode: "marathon", pieces: 90 });
    await history.take(game);
    const first = await harmSegment(page, { match: game.header.match, segment: 1, harm });

    await page.goto(`/replay/${game.header.match}`);
    await expect(replay.notice).toContainText(`the first ${first - 1} events are sound`);
    await page.reload();
    await expect(replay.notice).toContainText(`the first ${first - 1} events are sound`);
    await page.goto(`/play/${game.header.match}`);
    await expect(replay.notice).toContainText(`the first ${first - 1} events are sound`);
    await history.open();
    await expect(history.rows).toHaveCount(1);
    await home.open();
    await home.mode("Sprint").click();
    await player.play({ pieces: 2 });
    await table.everythingStored();
  });
}

test("a bit that flips on the disk costs the browser its whole database: Home says so in its words, once", async ({
  device,
}) => {
  const game = playGame({ mode: "marathon", pieces: 120 });
  await new HistoryPage(await device.start()).take(game);
  await device.stop();
  await device.flipBit();

  const page = await device.start();
  const home = new HomePage(page);
  await home.open();
  await expect(home.notice).toContainText(`1 game and ${game.events.length.toLocaleString("en")} events`);
  await expect(home.notice).toContainText("checksum mismatch");
  await home.mode("Sprint").click();
  const table = new PlayPage(page);
  await new Player(table).play({ pieces: 2 });
  await table.everythingStored();
  await home.open();
  await expect(home.continue).toBeVisible();
  await expect(home.notice).toHaveCount(0);
});
