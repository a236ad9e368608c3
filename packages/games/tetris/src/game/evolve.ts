import type { Recorded } from "@replayground/engine";
import { isChanging } from "./change.ts";
import type { TetrisState } from "./state.ts";
import type { TetrisEvent } from "./types.ts";

/** The state after one more event. Events that only tell of what another one did leave it as it is. */
export function evolve(state: TetrisState, event: Recorded<TetrisEvent>): TetrisState {
  return isChanging(event) ? state.after(event) : state;
}
