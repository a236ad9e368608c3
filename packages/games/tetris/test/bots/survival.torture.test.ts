import { expect, test } from "vitest";
import { bcts, dellacherie, elTetris, lee } from "../../src/bots/index.ts";
import { mean, survive, type Dealer } from "./calibration.ts";

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
const cap = 50_000;

for (const dealer of ["bag", "uniform"] as const satisfies readonly Dealer[]) {
  for (const controller of [dellacherie, elTetris, bcts]) {
    test(`${controller.id}, ${dealer}: 20 of 20 games of 50,000 pieces`, () => {
      for (const seed of seeds) {
        const game = survive(controller, { seed, cap, dealer });
        expect(game, `seed ${seed}`).toMatchObject({ survived: true, pieces: cap });
        expect(game.lines).toBeGreaterThan(19_980);
      }
    });
  }
}

/** Means of 20 games that were measured elsewhere with the same rules. */
test.each([
  { dealer: "uniform", stated: 452 },
  { dealer: "bag", stated: 3975 },
] as const)("lee without look-ahead, $dealer: within a factor of two of $stated lines", ({ dealer, stated }) => {
  const lines = mean(seeds.map((seed) => survive(lee, { seed, cap, dealer }).lines));
  expect(lines).toBeGreaterThan(stated / 2);
  expect(lines).toBeLessThan(stated * 2);
});
