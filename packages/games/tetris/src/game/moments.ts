import type { Moment, MomentDetector, Recorded } from "@replayground/engine";
import type { JsonObject } from "@replayground/kernel";
import { clearMoments } from "./moment-clears.ts";
import { NearDeath } from "./moment-near-death.ts";
import { Surge } from "./moment-surge.ts";
import type { TetrisState } from "./state.ts";
import type { TetrisEvent, TetrisTypes } from "./types.ts";

/** Version of the detectors: a moment cites the one that found it. */
export const momentsVersion = 1;

/** What a glyph on the Tape may stand for. */
export const momentKinds = [
  "tetris",
  "t_spin_single",
  "t_spin_double",
  "t_spin_triple",
  "back_to_back",
  "perfect_clear",
  "max_combo",
  "near_death_survival",
  "garbage_surge",
  "surge_release",
  "first_blood",
  "elimination",
  "comeback",
] as const;
export type MomentKind = (typeof momentKinds)[number];

export const momentWords: Readonly<Record<MomentKind, string>> = {
  tetris: "Tetris",
  t_spin_single: "T-spin single",
  t_spin_double: "T-spin double",
  t_spin_triple: "T-spin triple",
  back_to_back: "Back-to-back",
  perfect_clear: "Perfect clear",
  max_combo: "Long combo",
  near_death_survival: "Near-death survival",
  garbage_surge: "Garbage surge",
  surge_release: "Surge release",
  first_blood: "First blood",
  elimination: "Elimination",
  comeback: "Comeback",
};

/** What a detector says; the event it is shown gives the rest. */
export interface Found {
  readonly kind: MomentKind;
  readonly data: JsonObject;
}

/** Watches one board. A comeback needs all boards of a match: see `findComeback`. */
export function createMomentDetector(): MomentDetector<TetrisTypes> {
  const nearDeath = new NearDeath();
  const surge = new Surge();
  let hasBlood = false;
  const find = (event: Recorded<TetrisEvent>, state: TetrisState): readonly Found[] => {
    switch (event.type) {
      case "line_clear":
        return clearMoments(event.data, state.core.spawns);
      case "piece_lock":
      case "garbage_inserted":
      case "board_reset":
        return nearDeath.observe(event, state);
      case "garbage_sent":
        return surge.observe(event);
      case "elimination": {
        const { by, cause, place } = event.data;
        const found: Found[] = [{ kind: "elimination", data: { by, cause, place } }];
        if (by !== null && !hasBlood) found.push({ kind: "first_blood", data: { by } });
        hasBlood = true;
        return found;
      }
      case "game_start":
      case "input":
      case "hold":
      case "bag_dealt":
      case "piece_spawn":
      case "garbage_received":
      case "level_up":
      case "game_end":
        return nothing;
    }
  };
  return { observe: (event, state) => toMoments(find(event, state), event) };
}

const nothing: readonly Found[] = [];
const noMoments: readonly Moment[] = [];

function toMoments(found: readonly Found[], { seq, at, seat }: Recorded<TetrisEvent>): readonly Moment[] {
  return found.length === 0 ? noMoments : found.map(({ kind, data }) => ({ seq, at, seat, kind, data }));
}
