import { expect, test } from "../fixtures.ts";
import { PlayPage } from "../pages/play-page.ts";
import { Player } from "../player/player.ts";
import { readStoredLog } from "../store/read-store.ts";

test("of two tabs with the same match one writes and the other follows, takes over on demand, and when the writer closes", async ({
  context,
  table: first,
  player,
}) => {
  const match = await first.begin("marathon");
  await player.play({ pieces: 3 });

  const second = new PlayPage(await context.newPage());
  await second.open(match);
  await expect(second.elsewhere).toBeVisible();
  await player.play({ pieces: 3 });
  const { seq } = await first.everythingStored();
  await expect.poll(() => second.events()).toBe(seq);

  // Taken over in the middle of play: what the first tab had played and not yet stored comes along, and its pause.
  await first.rememberOwnEvents();
  const taking = second.playHere.click();
  while (await first.elsewhere.isHidden()) await first.page.keyboard.press("ArrowLeft");
  await taking;
  await expect(second.paused).toBeVisible();
  expect((await second.everythingStored()).seq).toBeGreaterThanOrEqual(await first.ownEvents());
  await new Player(second).play({ pieces: 3 });
  const further = await second.everythingStored();
  await expect.poll(() => first.events()).toBe(further.seq);

  const closing = performance.now();
  await second.page.close();
  await expect(first.paused).toBeVisible();
  expect(performance.now() - closing).toBeLessThan(2000);
  await new Player(first).play({ pieces: 3 });

  // One log without a gap and without a doubled event: reading it checks numbers and chain.
  const last = await first.everythingStored();
  const { events } = await readStoredLog(first.page, match);
  expect(events).toHaveLength(last.seq);
});

test("a tab that no longer looks at a match does not keep it from others", async ({ context, table: first }) => {
  const match = await first.begin("marathon");
  const second = new PlayPage(await context.newPage());
  await second.open(match);
  await expect(second.elsewhere).toBeVisible();
  await second.leave.click();
  await first.page.close();

  const third = new PlayPage(await context.newPage());
  await third.open(match);
  await expect(third.paused).toBeVisible();
});

test("a tab that is too busy to answer loses its match after half a second, and what it then still writes does no harm", async ({
  context,
  table: first,
  player,
}) => {
  const match = await first.begin("marathon");
  await player.play({ pieces: 2 });
  const second = new PlayPage(await context.newPage());
  await second.open(match);
  await expect(second.elsewhere).toBeVisible();

  await first.page.keyboard.press("ArrowLeft");
  const busy = first.page.evaluate(() => {
    const until = performance.now() + 1500;
    while (performance.now() < until);
  });
  await second.playHere.click();
  await expect(second.paused).toBeVisible();
  await busy;
  await expect(first.elsewhere).toBeVisible();
  await new Player(second).play({ pieces: 2 });
  const { seq } = await second.everythingStored();
  expect((await readStoredLog(second.page, match)).events).toHaveLength(seq);
  await expect.poll(() => first.events()).toBe(seq);
});
