import type { Game } from "@replayground/engine";
import { commandOf, isRelease, parseCommand } from "./command.ts";
import { decide } from "./decide.ts";
import { describe } from "./describe.ts";
import { evolve } from "./evolve.ts";
import { createMomentDetector, momentsVersion } from "./moments.ts";
import { parseOptions } from "./options.ts";
import { policies } from "./policies.ts";
import { setup } from "./setup.ts";
import { decodeState, encodeState } from "./snapshot.ts";
import { outcomeOf, release } from "./state.ts";
import { advance, elapse, nextDue } from "./time.ts";
import type { TetrisTypes } from "./types.ts";
import { viewOf } from "./view.ts";

/** Guideline Tetris for one player, on a clock of 600 ticks a second. */
export const tetris: Game<TetrisTypes> = {
  id: "tetris",
  rules: 1,
  seats: { min: 1, max: 1 },
  ticksPerSecond: 600,
  parseOptions,
  parseCommand,
  setup,
  decide,
  evolve,
  advance,
  nextDue,
  elapse,
  commandOf,
  view: viewOf,
  encodeState,
  decodeState,
  outcome: outcomeOf,
  policies,
  isRelease,
  release,
  momentsVersion,
  createMomentDetector,
  describe,
};
