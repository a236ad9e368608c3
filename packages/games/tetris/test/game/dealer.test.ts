import type { ChancePort } from "@replayground/engine";
import { expect, test } from "vitest";
import { drawBag } from "../../src/core/bag.ts";
import { Dealer } from "../../src/game/dealer.ts";

const chanceOf = (seed: number): ChancePort => ({ stream: () => [seed, 2, 3, 4] });

/** A dealer and how often it has drawn. */
function counting(): { readonly dealer: Dealer; readonly draws: () => number } {
  let count = 0;
  const dealer = new Dealer((source) => {
    count += 1;
    return drawBag(source);
  });
  return { dealer, draws: () => count };
}

test("bags in their order are drawn once each, however long the game", () => {
  const { dealer, draws } = counting();
  for (let index = 0; index < 1000; index++) dealer.bag(index, chanceOf(1));
  expect(draws()).toBe(1000);
});

test("what was asked before changes no bag: again, back, ahead, of another chance", () => {
  const asked: readonly (readonly [seed: number, index: number])[] = [
    [1, 0],
    [1, 0],
    [1, 5],
    [1, 2],
    [2, 3],
    [1, 4],
  ];
  const dealer = new Dealer();
  const bags = asked.map(([seed, index]) => dealer.bag(index, chanceOf(seed)));
  expect(bags).toEqual(asked.map(([seed, index]) => new Dealer().bag(index, chanceOf(seed))));
  expect(new Set(bags.map((bag) => bag.join(""))).size).toBe(5);
});
