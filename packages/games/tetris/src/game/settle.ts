import type { ChancePort, Draft } from "@replayground/engine";
import { assertNever, invariant, toSeat, Xoshiro128 } from "@replayground/kernel";
import { type Bag, drawBag } from "../core/bag.ts";
import { clearKind } from "../core/clear.ts";
import type { TopOut } from "../core/core.ts";
import { type Lock, lockPiece } from "../core/lock.ts";
import { pieceToName } from "../core/piece.ts";
import { applyBag, applyElimination, applyGarbage, applyReset, applySpawn, parseBag } from "./apply.ts";
import { cheeseHoles, cheeseRowsDue } from "./cheese.ts";
import { finishAfterLock } from "./goal.ts";
import type { TetrisState } from "./state.ts";
import { statisticsOf } from "./statistics.ts";
import type { Finish, TetrisEvent } from "./types.ts";

export type TetrisDraft = Draft<TetrisEvent>;

/** The only seat of a board. */
export const seat0: ReturnType<typeof toSeat> = toSeat(0);

/**
 * Everything that follows at once from where the state stands: locks, clears, garbage, levels, the next piece, the
 * end. Changes the state, which the caller has forked, and appends the events in the order in which they are folded:
 * piece_lock, line_clear, garbage, level_up, elimination or piece_spawn, game_end.
 */
export function settle(state: TetrisState, chance: ChancePort, drafts: TetrisDraft[]): void {
  const { core } = state;
  while (state.finish === null) {
    switch (core.phase) {
      case "locking":
        settleLock(state, chance, drafts);
        break;
      case "spawning":
        settleSpawn(state, chance, drafts);
        break;
      case "over":
        settleTopOut(state, drafts);
        break;
      case "falling":
      case "waiting":
        return;
      default:
        assertNever(core.phase);
    }
  }
}

function settleLock(state: TetrisState, chance: ChancePort, drafts: TetrisDraft[]): void {
  // Not applyLock: the scratch copy is thrown away, and nothing asks for its joins.
  const lock = lockPiece(state.core);
  drafts.push(lockDraft(lock));
  if (lock.rows.length > 0) drafts.push(clearDraft(lock));
  const finish = finishAfterLock(state);
  if (finish === null && lock.rows.length === 0 && lock.topOut === null) settleCheese(state, chance, drafts);
  if (lock.levelAfter !== lock.levelBefore) {
    drafts.push({ type: "level_up", seat: seat0, data: { level: lock.levelAfter } });
  }
  if (finish !== null) settleEnd(state, finish, drafts);
}

function lockDraft(lock: Lock): TetrisDraft {
  return {
    type: "piece_lock",
    seat: seat0,
    data: {
      faults: lock.faults,
      hard: lock.hardRows,
      keys: lock.keys,
      piece: pieceToName(lock.piece),
      r: lock.rotation,
      soft: lock.softRows,
      spin: lock.spin,
      x: lock.x,
      y: lock.y,
    },
  };
}

function clearDraft(lock: Lock): TetrisDraft {
  return {
    type: "line_clear",
    seat: seat0,
    data: {
      b2b: lock.b2b,
      combo: lock.combo,
      count: lock.rows.length,
      garbage: lock.garbageLines,
      kick: lock.kickTest,
      name: clearKind(lock.code),
      perfect: lock.isPerfect,
      points: lock.points,
      rows: lock.rows,
    },
  };
}

/** The rows of cheese that are due rise in one event. */
export function settleCheese(state: TetrisState, chance: ChancePort, drafts: TetrisDraft[]): void {
  const rows = cheeseRowsDue(state);
  if (rows === 0) return;
  const id = state.insertions;
  const holes = cheeseHoles(state.core.board, rows, new Xoshiro128(chance.stream("garbage", id)));
  applyGarbage(state, id, holes);
  drafts.push({ type: "garbage_inserted", seat: seat0, data: { holes, id } });
}

function settleSpawn(state: TetrisState, chance: ChancePort, drafts: TetrisDraft[]): void {
  if (state.rules.isDealt) settleBag(state, chance, drafts);
  const spawn = applySpawn(state);
  if (spawn.heldFirst !== null) drafts.push(holdDraft(state));
  if (spawn.blocked) return;
  const { core } = state;
  drafts.push({ type: "piece_spawn", seat: seat0, data: { index: core.spawns, piece: pieceToName(core.piece) } });
}

/** Tells what went to the hold slot. */
export function holdDraft({ core }: TetrisState): TetrisDraft {
  return { type: "hold", seat: seat0, data: { piece: pieceToName(core.hold ?? core.piece) } };
}

/** A bag is dealt when a generation (two with an initial hold) could leave fewer known pieces than are shown. */
function settleBag(state: TetrisState, chance: ChancePort, drafts: TetrisDraft[]): void {
  const { queue } = state.core;
  while (queue.length < state.rules.profile.previews + 2) {
    const pieces = drawBagNumber(state.bagsDealt, chance).map(pieceToName).join("");
    applyBag(state, parseBag(pieces));
    drafts.push({ type: "bag_dealt", seat: null, data: { pieces } });
  }
}

/**
 * Bag `index` of the match. Drawn from the first one on each time: a reader of a dealt log has no stream in its state,
 * and the bags are those of an open match with the same secret, as a branch needs.
 */
function drawBagNumber(index: number, chance: ChancePort): Bag {
  let draw = drawBag({ kind: "native", words: chance.stream("bag", 0) });
  for (let drawn = 0; drawn < index && draw !== null; drawn++) draw = drawBag(draw.source);
  invariant(draw !== null, "a native source never runs out");
  return draw.bag;
}

function settleTopOut(state: TetrisState, drafts: TetrisDraft[]): void {
  const cause: TopOut = state.core.topOut ?? "block_out";
  if (state.rules.profile.topOut.effect === "reset") {
    applyReset(state);
    drafts.push({ type: "board_reset", seat: seat0, data: { cause } });
    return;
  }
  applyElimination(state);
  drafts.push({ type: "elimination", seat: seat0, data: { by: null, cause, place: 1 } });
  settleEnd(state, "top_out", drafts);
}

/** The last event: result and statistics. */
export function settleEnd(state: TetrisState, finish: Finish, drafts: TetrisDraft[]): void {
  state.finish = finish;
  drafts.push({
    type: "game_end",
    seat: null,
    data: { finish, places: [1], statistics: [statisticsOf(state)] },
  });
}
