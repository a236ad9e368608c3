import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "../fixtures.ts";
import { playGame } from "../lib/games.ts";
import { matchFile } from "../pages/history-page.ts";
import { clearSiteData, readStoredLog } from "../store/read-store.ts";

const CLI = fileURLToPath(new URL("../../apps/cli/src/bin.ts", import.meta.url));

test("a match exported, everything cleared, and the file opened again: the same head, the same bytes", async ({
  history,
  page,
  replay,
}) => {
  const game = playGame();
  await history.take(game);
  const file = await replay.export();
  expect(file.name).toMatch(/^replayground-sprint-.*\.rpg$/);

  await clearSiteData(page);
  await history.open();
  await expect(history.empty).toBeVisible();
  await history.openFile(matchFile(file.bytes));
  await expect(replay.tape).toBeVisible();
  expect((await readStoredLog(page, game.header.match)).head).toBe(game.claimed);
  await replay.verifyNow();
  const again = await replay.export();
  expect(Buffer.from(again.bytes).equals(file.bytes)).toBe(true);
});

test("the exported file of a match played here is verified by the command line, with the page's head and state", async ({
  page,
  player,
  replay,
  table,
}) => {
  const match = await table.begin("marathon");
  await player.play({ pieces: 6 });
  // Dropped where it enters, piece on piece: the game is soon over.
  while (!(await table.watchBack.isVisible())) await page.keyboard.press("Space", { delay: 20 });
  await table.watchBack.click();
  await replay.verifyNow();
  const { events, head } = await readStoredLog(page, match);
  const file = await replay.export();

  const { stdout } = await promisify(execFile)(process.execPath, [CLI, "verify", file.path, "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    match,
    head,
    events: events.length,
    status: "finalized",
    state: expect.stringMatching(new RegExp(`^${await replay.fact("State")}`)),
  });
  expect(head.startsWith(await replay.fact("Head"))).toBe(true);
});

test("a log as JSON lines, gzipped or not, is taken in like a file of ours, and an unfinished one goes on", async ({
  history,
  home,
  page,
  replay,
  table,
}) => {
  const game = playGame({ mode: "zen", pieces: 20 });
  await history.takeLines(game, { gzip: true });
  await expect(replay.tape).toBeVisible();
  expect((await readStoredLog(page, game.header.match)).head).toBe(game.claimed);
  await home.open();
  await home.continue.click();
  await expect(table.paused).toBeVisible();
  expect(await table.events()).toBe(game.events.length + 1);
});
