import type { ChancePort, Illegal } from "@replayground/engine";
import { err, ok, type Result } from "@replayground/kernel";
import type { Core } from "../core/core.ts";
import { canHold } from "../core/hold.ts";
import { type Key, keyBit } from "../core/keys.ts";
import type { Action } from "../core/action.ts";
import { applyInput } from "./apply.ts";
import { holdDraft, settle, type TetrisDraft } from "./settle.ts";
import { fork } from "./position.ts";
import type { TetrisState } from "./state.ts";
import type { EdgeData, InputData, TetrisCommand } from "./types.ts";

/**
 * What an input causes. One without effect (a blocked shift, a hard drop during a delay, hold twice) is an input all the
 * same: it was made, and keeps auto-shift truthful. Refused are only edges that cannot be - `key_already_down`,
 * `key_not_down` - and inputs of the mode that the game is not played in: `wrong_input_mode`.
 */
export function decide(
  state: TetrisState,
  command: TetrisCommand,
  chance: ChancePort,
): Result<readonly TetrisDraft[], Illegal> {
  const { data } = command;
  const isAction = "action" in data;
  if (isAction !== (state.rules.options.inputMode === "actions")) return refuse("wrong_input_mode");
  const refusal = isAction ? null : edgeRefusal(state.touched.core, data);
  if (refusal !== null) return refuse(refusal);
  const drafts: TetrisDraft[] = [{ type: "input", seat: command.seat, data }];
  if (hasConsequences(state, data)) settleInput(state, data, { chance, drafts });
  return ok(drafts);
}

function refuse(reason: string): Result<never, Illegal> {
  return err({ kind: "illegal", reason });
}

function edgeRefusal(core: Core, { edge, key }: EdgeData): string | null {
  const isDown = (core.held & keyBit[key]) !== 0;
  if (edge === "down") return isDown ? "key_already_down" : null;
  return isDown ? null : "key_not_down";
}

/** Only a hard drop and a hold cause more than they are: everything else moves the piece in silence. */
function hasConsequences(state: TetrisState, data: InputData): boolean {
  if ("action" in data) return isWeighty(state, data.action);
  return data.edge === "down" && isWeighty(state, data.key);
}

function isWeighty(state: TetrisState, input: Key | Action): boolean {
  if (input === "hold" || input === "H") return canHold(state.core);
  if (input !== "hard" && input !== "HD") return false;
  const { phase, tick, safeUntil } = state.core;
  return phase === "falling" && tick >= safeUntil;
}

function settleInput(
  state: TetrisState,
  data: InputData,
  { chance, drafts }: { readonly chance: ChancePort; readonly drafts: TetrisDraft[] },
): void {
  const scratch = fork(state.position);
  applyInput(scratch, data);
  if (scratch.core.phase === "spawning") drafts.push(holdDraft(scratch));
  settle(scratch, chance, drafts);
  state.foresee(drafts, scratch);
}
