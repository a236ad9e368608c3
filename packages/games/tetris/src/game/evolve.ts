import type { Recorded } from "@replayground/engine";
import { assertNever } from "@replayground/kernel";
import {
  applyBag,
  applyElimination,
  applyGarbage,
  applyInput,
  applyLock,
  applyReceived,
  applyReset,
  applySent,
  applySpawn,
  parseBag,
} from "./apply.ts";
import { fork, publish, type TetrisState } from "./state.ts";
import type { TetrisEvent } from "./types.ts";

/** The state after one more event. Events that only tell of what another one did leave it as it is. */
export function evolve(state: TetrisState, event: Recorded<TetrisEvent>): TetrisState {
  switch (event.type) {
    case "game_start":
    case "hold":
    case "line_clear":
    case "level_up":
      return state;
    case "input":
    case "piece_lock":
    case "piece_spawn":
    case "bag_dealt":
    case "garbage_sent":
    case "garbage_received":
    case "garbage_inserted":
    case "board_reset":
    case "elimination":
    case "game_end":
      return changed(state, event);
    default:
      return assertNever(event);
  }
}

type Change = Exclude<TetrisEvent, { readonly type: "game_start" | "hold" | "line_clear" | "level_up" }>;

function changed(state: TetrisState, event: Change): TetrisState {
  const after = fork(state);
  apply(after, event);
  return publish(after);
}

function apply(state: TetrisState, event: Change): void {
  switch (event.type) {
    case "input":
      return applyInput(state, event.data);
    case "piece_lock":
      applyLock(state);
      return;
    case "piece_spawn":
      applySpawn(state);
      return;
    case "bag_dealt":
      return applyBag(state, parseBag(event.data.pieces));
    case "garbage_sent":
      return applySent(state, event.data);
    case "garbage_received":
      return applyReceived(state, event.data);
    case "garbage_inserted":
      return applyGarbage(state, event.data.id, event.data.holes);
    case "board_reset":
      return applyReset(state);
    case "elimination":
      return applyElimination(state);
    case "game_end":
      state.finish = event.data.finish;
      return;
    default:
      assertNever(event);
  }
}
