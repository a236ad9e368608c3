import { nodeHash } from "@replayground/hash/node";
import { checkpointsOf } from "@replayground/log";
import { expect, test } from "../fixtures.ts";
import { playGame } from "../lib/games.ts";
import { readStoredLog } from "../store/read-store.ts";

test("play from here: the branch begins as its parent did, cites it, and verifies by itself", async ({
  history,
  home,
  page,
  player,
  replay,
  table,
}) => {
  const parent = playGame({ mode: "marathon", pieces: 40 });
  await history.take(parent);
  await replay.open(parent.header.match);
  await replay.seekTo(200);
  await replay.fork.click();

  await expect(table.paused).toBeVisible();
  await table.resume.click();
  await player.play({ pieces: 5 });
  await table.pause();
  const { match } = await table.everythingStored();
  const branch = await readStoredLog(page, match);

  const cited = branch.header.parent;
  expect(match).not.toBe(parent.header.match);
  expect(cited?.match).toBe(parent.header.match);
  const seq = cited?.seq ?? 0;
  expect(seq).toBeGreaterThan(0);
  expect(seq).toBeLessThanOrEqual(200);
  const [there] = checkpointsOf(nodeHash, { ...parent, events: parent.events.slice(0, seq) }).slice(-1);
  expect(cited?.head).toBe(there?.head);
  expect(branch.events.slice(0, seq)).toEqual(parent.events.slice(0, seq));

  await replay.open(match);
  await replay.verifyNow();
  await home.open();
  await expect(page.getByRole("main")).toContainText("branch");
  // The parent is as it was.
  expect((await readStoredLog(page, parent.header.match)).head).toBe(parent.claimed);
});
