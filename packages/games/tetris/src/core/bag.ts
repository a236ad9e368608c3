import { type RandomWords, Xoshiro128 } from "@replayground/kernel";
import { drawMinstd, minstdUnit } from "./minstd.ts";
import { type Piece, pieces } from "./piece.ts";

/** Seven different pieces in the order they come. */
export type Bag = readonly Piece[];

/** Where bags come from. An immutable value: drawing gives the next one. */
export type BagSource =
  /** Our own: xoshiro128**, state in four words. */
  | { readonly kind: "native"; readonly words: RandomWords }
  /** TETR.IO's: `state` as `minstdSeed` gives it. `stride`: the first bag does not start with S, Z or O. */
  | { readonly kind: "minstd"; readonly state: number; readonly stride: boolean }
  /** An authority deals each bag; nothing here knows the future. */
  | { readonly kind: "dealt" };

export interface Draw {
  readonly bag: Bag;
  readonly source: BagSource;
}

/** The array that TETR.IO shuffles, fresh for every bag: Z L O S I J T. */
const minstdOrder: Bag = [6, 2, 3, 4, 0, 1, 5];

/** The next bag and the source after it; null when bags have to be dealt. */
export function drawBag(source: BagSource): Draw | null {
  switch (source.kind) {
    case "native":
      return drawNative(source.words);
    case "minstd":
      return drawCompat(source.state, source.stride);
    case "dealt":
      return null;
  }
}

function drawNative(words: RandomWords): Draw {
  const random = new Xoshiro128(words);
  const bag = pieces.slice();
  for (let i = bag.length - 1; i > 0; i--) swap(bag, i, random.below(i + 1));
  return { bag, source: { kind: "native", words: random.words() } };
}

function drawCompat(seed: number, stride: boolean): Draw {
  const bag = minstdOrder.slice();
  let state = seed;
  for (let i = bag.length - 1; i > 0; i--) {
    state = drawMinstd(state);
    swap(bag, i, Math.floor(minstdUnit(state) * (i + 1)));
  }
  return { bag: stride ? strideBag(bag) : bag, source: { kind: "minstd", state, stride: false } };
}

/** S, Z and O at the front of the first bag go to its end, in their order. */
function strideBag(bag: Bag): Bag {
  const first = bag.findIndex((piece) => piece !== 3 && piece !== 4 && piece !== 6);
  return [...bag.slice(first), ...bag.slice(0, first)];
}

function swap(bag: Piece[], i: number, j: number): void {
  const held = bag[i] ?? 0;
  bag[i] = bag[j] ?? 0;
  bag[j] = held;
}
