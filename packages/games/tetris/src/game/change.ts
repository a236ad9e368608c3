import { assertNever } from "@replayground/kernel";
import { advance } from "../core/advance.ts";
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
import type { Position } from "./position.ts";
import type { TetrisEvent } from "./types.ts";

/** Events that only tell of what another one did. */
type TellingEvent = Extract<TetrisEvent, { readonly type: "game_start" | "hold" | "line_clear" | "level_up" }>;
export type ChangingEvent = Exclude<TetrisEvent, TellingEvent>;

/** What makes one position of another: an event, or time up to a tick. */
export type Change = ChangingEvent | number;

export function isChanging(event: TetrisEvent): event is ChangingEvent {
  switch (event.type) {
    case "game_start":
    case "hold":
    case "line_clear":
    case "level_up":
      return false;
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
      return true;
    default:
      return assertNever(event);
  }
}

/** Does it to a position that may be changed. */
export function applyChange(position: Position, change: Change): void {
  if (typeof change === "number") advance(position.core, change);
  else applyEvent(position, change);
}

function applyEvent(position: Position, event: ChangingEvent): void {
  switch (event.type) {
    case "input":
      return applyInput(position, event.data);
    case "piece_lock":
      applyLock(position);
      return;
    case "piece_spawn":
      applySpawn(position);
      return;
    case "bag_dealt":
      return applyBag(position, parseBag(event.data.pieces));
    case "garbage_sent":
      return applySent(position, event.data);
    case "garbage_received":
      return applyReceived(position, event.data);
    case "garbage_inserted":
      return applyGarbage(position, event.data.id, event.data.holes);
    case "board_reset":
      return applyReset(position);
    case "elimination":
      return applyElimination(position);
    case "game_end":
      position.finish = event.data.finish;
      return;
    default:
      assertNever(event);
  }
}
