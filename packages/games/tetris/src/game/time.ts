import type { ChancePort } from "@replayground/engine";
import { type Tick, toTick } from "@replayground/kernel";
import { nextDue as nextCoreDue } from "../core/due.ts";
import { timeLimit } from "./goal.ts";
import { settle, settleEnd, type TetrisDraft } from "./settle.ts";
import { fork } from "./position.ts";
import type { TetrisState } from "./state.ts";

/** The silent motion up to `at`: auto-shift, gravity, lock timer. Never called past what is due. */
export function advance(state: TetrisState, at: Tick): TetrisState {
  return at <= state.tick ? state : state.after(at);
}

/** The first tick up to `until` at which a piece locks or is generated, or the mode's clock runs out. */
export function nextDue(state: TetrisState, until: Tick): Tick | null {
  if (state.finish !== null) return null;
  const limit = timeLimit(state.position);
  const end = limit === null ? until : Math.min(until, limit);
  const due = nextCoreDue(state.core, end);
  if (due !== null && due <= end) return toTick(due);
  return limit !== null && limit <= until ? toTick(limit) : null;
}

/** What time causes now. A lock at the very tick at which the clock runs out counts. */
export function elapse(state: TetrisState, chance: ChancePort): readonly TetrisDraft[] {
  const drafts: TetrisDraft[] = [];
  const scratch = fork(state.position);
  settle(scratch, chance, drafts);
  if (drafts.length === 0) settleEnd(scratch, "time", drafts);
  state.foresee(drafts, scratch);
  return drafts;
}
