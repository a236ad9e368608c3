import type { ChancePort, Setup } from "@replayground/engine";
import { settle, settleCheese, type TetrisDraft } from "./settle.ts";
import { createState, fork, type TetrisState } from "./state.ts";
import type { TetrisTypes } from "./types.ts";

/** The state before the first event, and the first events, up to the first piece. */
export function setup(
  setup: Setup<TetrisTypes>,
  chance: ChancePort | null,
): { readonly state: TetrisState; readonly events: readonly TetrisDraft[] } {
  const state = createState(setup, chance);
  return { state, events: chance === null ? [] : firstEvents(state, chance) };
}

function firstEvents(state: TetrisState, chance: ChancePort): readonly TetrisDraft[] {
  const { handling, inputMode, mode } = state.rules.options;
  const drafts: TetrisDraft[] = [
    { type: "game_start", seat: null, data: { handling, inputMode, mode, profile: state.rules.profile.id } },
  ];
  const scratch = fork(state);
  settleCheese(scratch, chance, drafts);
  settle(scratch, chance, drafts);
  return drafts;
}
