import type { Policy } from "@replayground/engine";
import type { TetrisTypes } from "./types.ts";

export const policies: readonly Policy<TetrisTypes>[] = [];
