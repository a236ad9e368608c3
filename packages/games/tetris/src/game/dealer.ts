import type { ChancePort } from "@replayground/engine";
import { invariant, type RandomWords } from "@replayground/kernel";
import { type Bag, type BagSource, drawBag } from "../core/bag.ts";

/**
 * Draws the bags of a match whose pieces an authority deals. A position cannot carry the stream, because its readers have
 * none: bag `index` follows from the match's chance alone. Where the last one ended is remembered: drawing each from the
 * first on, a log of n bags costs n * n (measured: 22 s for 120,000 events). A memory only, it changes no answer.
 */
export class Dealer {
  readonly #draw: typeof drawBag;
  #first: RandomWords | null = null;
  #source: BagSource = { kind: "dealt" };
  /** Bags drawn from the first on. */
  #drawn = 0;

  constructor(draw: typeof drawBag = drawBag) {
    this.#draw = draw;
  }

  /** The bag with `index` others before it: the one that an open match with the same chance draws. */
  bag(index: number, chance: ChancePort): Bag {
    const first = chance.stream("bag", 0);
    if (index < this.#drawn || !isSame(this.#first, first)) this.#restart(first);
    while (this.#drawn < index) this.#next();
    return this.#next();
  }

  #restart(first: RandomWords): void {
    this.#first = first;
    this.#source = { kind: "native", words: first };
    this.#drawn = 0;
  }

  #next(): Bag {
    const draw = this.#draw(this.#source);
    invariant(draw !== null, "a native source never runs out");
    this.#source = draw.source;
    this.#drawn += 1;
    return draw.bag;
  }
}

function isSame(a: RandomWords | null, b: RandomWords): boolean {
  return a !== null && a.every((word, index) => word === b[index]);
}
