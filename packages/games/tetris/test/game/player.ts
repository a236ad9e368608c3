import type { GameCommand, MatchState } from "@replayground/engine";
import { type Seat, toSeat, type Xoshiro128 } from "@replayground/kernel";
import { type Action, actions } from "../../src/core/action.ts";
import type { Board } from "../../src/core/board.ts";
import { type Key, keyBit, keyNames } from "../../src/core/keys.ts";
import { rotations } from "../../src/core/rotation.ts";
import { shapeOf } from "../../src/core/shape.ts";
import type { TetrisState } from "../../src/game/state.ts";
import type { InputData, TetrisTypes } from "../../src/game/types.ts";

export const seat0: Seat = toSeat(0);

export function input(data: InputData): GameCommand {
  return { type: "input", seat: seat0, data };
}

export function act(action: Action, n?: number): GameCommand {
  return input(n === undefined ? { action } : { action, n });
}

export function down(key: Key): GameCommand {
  return input({ edge: "down", key });
}

export function up(key: Key): GameCommand {
  return input({ edge: "up", key });
}

/** Any input, often an illegal one: edges that cannot be, the other input mode. */
export function anyInput(random: Xoshiro128): GameCommand {
  const key = keyNames[random.below(keyNames.length)] ?? "left";
  const action = actions[random.below(actions.length)] ?? "L";
  if (random.below(2) === 0) return random.below(2) === 0 ? down(key) : up(key);
  return act(action, action === "SD" || random.below(20) === 0 ? random.below(42) : undefined);
}

/** A player who drops and holds without looking, and soon tops out. */
export function proposeCareless(match: MatchState<TetrisTypes>, random: Xoshiro128): GameCommand {
  const { core, rules } = match.game;
  if (random.below(6) === 0) return anyInput(random);
  const isHold = random.below(4) === 0;
  if (rules.options.inputMode === "actions") return act(isHold ? "H" : "HD");
  const key = isHold ? "hold" : "hard";
  return (core.held & keyBit[key]) === 0 ? down(key) : up(key);
}

/**
 * A player who fills rows: always wants the lowest place without holes, turns, shifts and drops towards it, in whatever
 * input mode the game has, and once in `whim` inputs does anything at all.
 */
export function proposeInput(match: MatchState<TetrisTypes>, random: Xoshiro128, whim = 12): GameCommand | null {
  const { core, rules } = match.game;
  if (random.below(whim) === 0) return anyInput(random);
  const isKeys = rules.options.inputMode === "keys";
  if (isKeys && core.held !== 0 && random.below(3) > 0) {
    const held = keyNames.filter((key) => (core.held & keyBit[key]) !== 0);
    return up(held[random.below(held.length)] ?? "left");
  }
  if (core.phase !== "falling") return null;
  const action = nextAction(match.game);
  return isKeys ? down(keyOf(action)) : act(action);
}

function keyOf(action: Action): Key {
  if (action === "L" || action === "LW") return "left";
  if (action === "R" || action === "RW") return "right";
  return action === "CW" ? "cw" : "hard";
}

/** One step towards the best place: turn first, then shift, then drop. */
export function nextAction({ core }: TetrisState): Action {
  const target = bestPlace(core.board, core.piece);
  if (target.rotation !== core.rotation) return "CW";
  if (target.x !== core.x && core.board.fits(core.shape, core.x + Math.sign(target.x - core.x), core.y)) {
    return target.x < core.x ? "L" : "R";
  }
  return "HD";
}

interface Place {
  readonly rotation: number;
  readonly x: number;
  readonly cost: number;
}

function bestPlace(board: Board, piece: TetrisState["core"]["piece"]): Place {
  let best: Place = { rotation: 0, x: 4, cost: Infinity };
  for (const rotation of rotations) {
    const shape = shapeOf(piece, rotation);
    for (let x = -shape.left; x + shape.right < 10; x++) {
      if (!board.fits(shape, x, 20)) continue;
      const after = board.clone();
      const y = 20 - board.dropDistance(shape, x, 20);
      after.write(shape, x, y);
      const cost = costOf(after) + y;
      if (cost < best.cost) best = { rotation, x, cost };
    }
  }
  return best;
}

/** Dellacherie's features but the wells: row and column transitions, and holes four times. Full rows are taken out. */
function costOf(board: Board): number {
  const rows = board.rows.slice(0, board.height).filter((row) => row !== 1023);
  let cost = 0;
  let below = 1023;
  let covered = 0;
  for (let y = rows.length - 1; y >= 0; y--) {
    const row = rows[y] ?? 0;
    covered |= row;
    cost += 4 * bits(covered & ~row);
  }
  for (const row of [...rows, 0]) {
    const walled = (row << 1) | 1 | (1 << 11);
    cost += (row === 0 ? 0 : bits((walled ^ (walled >> 1)) & 2047)) + bits(row ^ below);
    below = row;
  }
  return cost;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
