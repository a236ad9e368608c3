import type { ChancePort, Draft } from "@replayground/engine";
import { assertNever, toSeat, Xoshiro128 } from "@replayground/kernel";
import { clearKind } from "../core/clear.ts";
import type { TopOut } from "../core/core.ts";
import type { Lock } from "../core/lock.ts";
import { pieceToName } from "../core/piece.ts";
import { applyBag, applyElimination, applyGarbage, applyLock, applyReset, applySpawn, parseBag } from "./apply.ts";
import { cheeseHoles, cheeseRowsDue } from "./cheese.ts";
import { finishAfterLock } from "./goal.ts";
import type { Position } from "./position.ts";
import { statisticsOf } from "./statistics.ts";
import type { Finish, TetrisEvent } from "./types.ts";

export type TetrisDraft = Draft<TetrisEvent>;

/** The only seat of a board. */
export const seat0: ReturnType<typeof toSeat> = toSeat(0);

/**
 * Everything that follows at once from where the state stands: locks, clears, garbage, levels, the next piece, the
 * end. Changes the position, which the caller has forked, and appends the events in the order in which they are folded:
 * piece_lock, line_clear, garbage, level_up, elimination or piece_spawn, game_end.
 */
export function settle(position: Position, chance: ChancePort, drafts: TetrisDraft[]): void {
  const { core } = position;
  while (position.finish === null) {
    switch (core.phase) {
      case "locking":
        settleLock(position, chance, drafts);
        break;
      case "spawning":
        settleSpawn(position, chance, drafts);
        break;
      case "over":
        settleTopOut(position, drafts);
        break;
      case "falling":
      case "waiting":
        return;
      default:
        assertNever(core.phase);
    }
  }
}

function settleLock(position: Position, chance: ChancePort, drafts: TetrisDraft[]): void {
  const lock = applyLock(position);
  drafts.push(lockDraft(lock));
  if (lock.rows.length > 0) drafts.push(clearDraft(lock));
  const finish = finishAfterLock(position);
  if (finish === null && lock.rows.length === 0 && lock.topOut === null) settleCheese(position, chance, drafts);
  if (lock.levelAfter !== lock.levelBefore) {
    drafts.push({ type: "level_up", seat: seat0, data: { level: lock.levelAfter } });
  }
  if (finish !== null) settleEnd(position, finish, drafts);
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
export function settleCheese(position: Position, chance: ChancePort, drafts: TetrisDraft[]): void {
  const rows = cheeseRowsDue(position);
  if (rows === 0) return;
  const id = position.insertions;
  const holes = cheeseHoles(position.core.board, rows, new Xoshiro128(chance.stream("garbage", id)));
  applyGarbage(position, id, holes);
  drafts.push({ type: "garbage_inserted", seat: seat0, data: { holes, id } });
}

function settleSpawn(position: Position, chance: ChancePort, drafts: TetrisDraft[]): void {
  if (position.rules.isDealt) settleBag(position, chance, drafts);
  const spawn = applySpawn(position);
  if (spawn.heldFirst !== null) drafts.push(holdDraft(position));
  if (spawn.blocked) return;
  const { core } = position;
  drafts.push({ type: "piece_spawn", seat: seat0, data: { index: core.spawns, piece: pieceToName(core.piece) } });
}

/** Tells what went to the hold slot. */
export function holdDraft({ core }: Position): TetrisDraft {
  return { type: "hold", seat: seat0, data: { piece: pieceToName(core.hold ?? core.piece) } };
}

/** A bag is dealt when a generation (two with an initial hold) could leave fewer known pieces than are shown. */
function settleBag(position: Position, chance: ChancePort, drafts: TetrisDraft[]): void {
  const { core, rules } = position;
  while (core.queue.length < rules.profile.previews + 2) {
    const pieces = rules.dealer.bag(position.bagsDealt, chance).map(pieceToName).join("");
    applyBag(position, parseBag(pieces));
    drafts.push({ type: "bag_dealt", seat: null, data: { pieces } });
  }
}

function settleTopOut(position: Position, drafts: TetrisDraft[]): void {
  const cause: TopOut = position.core.topOut ?? "block_out";
  if (position.rules.profile.topOut.effect === "reset") {
    applyReset(position);
    drafts.push({ type: "board_reset", seat: seat0, data: { cause } });
    return;
  }
  applyElimination(position);
  drafts.push({ type: "elimination", seat: seat0, data: { by: null, cause, place: 1 } });
  settleEnd(position, "top_out", drafts);
}

/** The last event: result and statistics. */
export function settleEnd(position: Position, finish: Finish, drafts: TetrisDraft[]): void {
  position.finish = finish;
  drafts.push({
    type: "game_end",
    seat: null,
    data: { finish, places: [1], statistics: [statisticsOf(position)] },
  });
}
