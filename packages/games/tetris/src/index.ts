export { type Action, actions } from "./core/action.ts";
export { clearWords } from "./game/describe.ts";
export { joinBit, type Joins } from "./game/joins.ts";
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
export { type ActiveView, type BoardView, cellAt, type GoalView, joinsOf, type TetrisView } from "./game/view.ts";
export { type Key, keyNames } from "./core/keys.ts";
export { type Piece, type PieceName, pieceNames } from "./core/piece.ts";
