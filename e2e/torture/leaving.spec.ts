import { expect, test } from "../fixtures.ts";
import { lookAt, lookAway } from "../lib/attention.ts";
import { Dice, SEED } from "../lib/dice.ts";
import { findStuckKey } from "../lib/stuck.ts";

const SWITCHES = Number(process.env["TEST_SWITCHES"] ?? "100");
const KEYS = ["ArrowLeft", "ArrowRight", "ArrowDown", "ArrowUp", "KeyZ", "KeyA"];

test("whatever keys are down when the window is left, none is stuck afterwards", async ({ page, table }) => {
  const dice = new Dice();
  const match = await table.begin("zen");
  const blank = await lookAway(page);
  const stuck: string[] = [];
  for (let round = 0; round < SWITCHES; round++) {
    await lookAt(page);
    await table.resumeIfPaused();
    const held = KEYS.filter(() => dice.between(0, 1) === 1);
    for (const key of held) await page.keyboard.down(key);
    await page.waitForTimeout(dice.between(0, 250));
    await lookAt(blank);
    await expect(table.paused).toBeAttached();
    await lookAt(page);
    await table.everythingStored();
    const found = await findStuckKey(table, match);
    if (found !== null) stuck.push(`${round}: ${found}`);
    for (const key of held) await page.keyboard.up(key);
  }
  // oxlint-disable-next-line no-console -- the torture run repeats the figures of all suites at its end
  console.log(`figure: tab switches with keys held (seed ${SEED}): ${SWITCHES} switches, ${stuck.length} stuck keys`);
  expect(stuck).toEqual([]);
});
