export { type Action, actions } from "./core/action.ts";
export { boardHeight, boardWidth, type Cell, cellGarbage, cellSolid, visibleHeight } from "./core/board.ts";
export { type ClearKind, clearKinds } from "./core/clear.ts";
export { type Key, keyBit, keyNames } from "./core/keys.ts";
export { type Piece, type PieceName, pieceNames } from "./core/piece.ts";
export type { Rotation } from "./core/rotation.ts";
export { type AttackStatistics, AttackTally, attackOf } from "./game/attack-statistics.ts";
export { type Comeback, type DangerSample, findComeback } from "./game/comeback.ts";
export { clearWords } from "./game/describe.ts";
export { joinBit, type Joins } from "./game/joins.ts";
export { type MomentKind, momentKinds, momentWords } from "./game/moments.ts";
export {
  defaultOptions,
  type HandlingOptions,
  type InputMode,
  inputModes,
  type Mode,
  modes,
  type RuleOptions,
  type TetrisOptions,
} from "./game/options.ts";
export { fork, type Position } from "./game/position.ts";
export { createSignalDetector, type Signal, type SignalDetector, type SignalKind } from "./game/signals.ts";
export { ordinaryBytes, readPosition, writePosition } from "./game/snapshot.ts";
export type { TetrisState } from "./game/state.ts";
export { rate, type Statistics, statisticsOf, ticksToMs } from "./game/statistics.ts";
export { tetris } from "./game/tetris.ts";
export type {
  ActionData,
  EdgeData,
  EliminationCause,
  Finish,
  InputData,
  TetrisCommand,
  TetrisEvent,
  TetrisTypes,
} from "./game/types.ts";
export {
  type ActiveView,
  type BoardView,
  cellAt,
  type GoalView,
  joinsOf,
  pieceCells,
  type TetrisView,
} from "./game/view.ts";
