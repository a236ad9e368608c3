import { expect, test } from "../fixtures.ts";
import { Dice, SEED } from "../lib/dice.ts";
import { killOften } from "../lib/kills.ts";

test("three kills at random moments lose nothing that was acknowledged", async ({ device }) => {
  const tally = await killOften(device, new Dice(), 3);
  expect(tally, `seed ${SEED}`).toMatchObject({ kills: 3, lost: 0, loops: 0 });
  expect(tally.acknowledged).toBeGreaterThan(0);
});
