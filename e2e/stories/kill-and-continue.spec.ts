import { expect, test } from "../fixtures.ts";
import { HomePage } from "../pages/home-page.ts";
import { PlayPage } from "../pages/play-page.ts";
import { ReplayPage } from "../pages/replay-page.ts";
import { Player } from "../player/player.ts";
import { forgetEvents } from "../store/harm-store.ts";
import { readStoredLog } from "../store/read-store.ts";

test("a browser killed in mid-game has every event it acknowledged, and the match goes on with a pause", async ({
  device,
}) => {
  const before = new PlayPage(await device.start());
  const match = await before.begin("sprint");
  await new Player(before).play({ pieces: 12 });
  const stored = await readStoredLog(before.page, match);
  const acknowledged = await before.acknowledged();
  await device.kill();

  const page = await device.start();
  const home = new HomePage(page);
  await home.open();
  await expect(home.notice).toHaveCount(0);
  await home.continue.click();

  const table = new PlayPage(page);
  await expect(table.paused).toBeVisible();
  const { seq } = await table.everythingStored();
  const { events } = await readStoredLog(page, match);
  expect(seq).toBeGreaterThan(acknowledged);
  expect(events.slice(0, stored.events.length)).toEqual(stored.events);
  // The pause stands at the last stored tick: what was played after it is lost, and nothing is made up.
  expect(events.at(-1)).toMatchObject({ type: "match_paused", at: events.at(-2)?.at });

  await new Player(table).play();
  await table.watchBack.click();
  await new ReplayPage(page).verifyNow();
});

test("a match that was killed before its first events were stored begins again, and verifies", async ({
  home,
  page,
  player,
  replay,
  table,
}) => {
  const match = await table.begin("sprint");
  await table.everythingStored();
  await forgetEvents(page, match);

  await home.open();
  await home.continue.click();
  await expect(table.paused).toBeVisible();
  await player.play({ pieces: 2 });
  await table.pause();
  await table.everythingStored();
  await replay.open(match);
  await replay.verifyNow();
});
