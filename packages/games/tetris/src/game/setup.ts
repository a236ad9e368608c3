import type { ChancePort, Setup } from "@replayground/engine";
import { createPosition, fork, type Position } from "./position.ts";
import { settle, settleCheese, type TetrisDraft } from "./settle.ts";
import { TetrisState } from "./state.ts";
import type { TetrisTypes } from "./types.ts";

/** The state before the first event, and the first events, up to the first piece. */
export function setup(
  setup: Setup<TetrisTypes>,
  chance: ChancePort | null,
): { readonly state: TetrisState; readonly events: readonly TetrisDraft[] } {
  const position = createPosition(setup, chance);
  return { state: TetrisState.of(position), events: chance === null ? [] : firstEvents(position, chance) };
}

function firstEvents(position: Position, chance: ChancePort): readonly TetrisDraft[] {
  const { handling, inputMode, mode } = position.rules.options;
  const drafts: TetrisDraft[] = [
    { type: "game_start", seat: null, data: { handling, inputMode, mode, profile: position.rules.profile.id } },
  ];
  const scratch = fork(position);
  settleCheese(scratch, chance, drafts);
  settle(scratch, chance, drafts);
  return drafts;
}
