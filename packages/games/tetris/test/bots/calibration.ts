import { Xoshiro128 } from "@replayground/kernel";
import { bestRest, dropRests, emptyGrid, place, type Controller } from "../../src/bots/index.ts";
import { drawBag, type BagSource } from "../../src/core/bag.ts";
import { shapeOf } from "../../src/core/shape.ts";
import type { Piece } from "../../src/core/piece.ts";

/** The bare game in which published controllers are compared: 10 x 20, dropped from above, no hold. */
export interface Survival {
  readonly pieces: number;
  readonly lines: number;
  readonly survived: boolean;
}

/** Pieces of seven bags, or each drawn on its own. */
export type Dealer = "bag" | "uniform";

export function survive(
  controller: Controller,
  { seed, cap, dealer }: { readonly seed: number; readonly cap: number; readonly dealer: Dealer },
): Survival {
  const next = dealer === "bag" ? bagDealer(seed) : uniformDealer(seed);
  let board = emptyGrid();
  let lines = 0;
  for (let pieces = 0; pieces < cap; pieces++) {
    const piece = next();
    const rests = dropRests(board, piece);
    const rest = rests[bestRest(controller, { board, piece, next: null }, rests)];
    if (rest === undefined) return { pieces, lines, survived: false };
    const outcome = place(board, shapeOf(piece, rest.rotation), rest);
    board = outcome.board;
    lines += outcome.lines;
  }
  return { pieces: cap, lines, survived: true };
}

function bagDealer(seed: number): () => Piece {
  let source: BagSource = { kind: "native", words: [seed, 2, 3, 4] };
  let left: Piece[] = [];
  return () => {
    if (left.length === 0) {
      const draw = drawBag(source);
      if (draw === null) throw new Error("a native source always deals");
      source = draw.source;
      left = [...draw.bag];
    }
    const piece = left.shift();
    if (piece === undefined) throw new Error("a bag holds seven");
    return piece;
  };
}

function uniformDealer(seed: number): () => Piece {
  const random = new Xoshiro128([seed, 5, 6, 7]);
  const all: readonly Piece[] = [0, 1, 2, 3, 4, 5, 6];
  return () => all[random.below(7)] ?? 0;
}

export function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
