import { expect, test } from "../fixtures.ts";
import { Dice, SEED } from "../lib/dice.ts";
import { killOften } from "../lib/kills.ts";

const KILLS = Number(process.env["TEST_KILLS"] ?? "100");

test("kills at random moments lose nothing that was acknowledged, or say so", async ({ device }) => {
  const { kills, acknowledged, lost, named, wipes, loops } = await killOften(device, new Dice(), KILLS);
  // oxlint-disable-next-line no-console -- the torture run repeats the figures of all suites at its end
  console.log(
    `figure: browser kills (seed ${SEED}): ${kills} kills, ${acknowledged} acknowledged events, ${lost} lost unnoticed, ` +
      `${named} lost and named, ${wipes} wiped databases, ${loops} crash loops`,
  );
  expect({ kills, lost, loops }).toEqual({ kills: KILLS, lost: 0, loops: 0 });
});
