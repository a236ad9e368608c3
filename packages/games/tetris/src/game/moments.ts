import type { MomentDetector } from "@replayground/engine";
import type { TetrisTypes } from "./types.ts";

export const momentsVersion = 1;

export function createMomentDetector(): MomentDetector<TetrisTypes> {
  return { observe: () => [] };
}
