export { type Action, actions, applyAction } from "./action.ts";
export { advance } from "./advance.ts";
export { type Bag, type BagSource, drawBag } from "./bag.ts";
export {
  Board,
  boardFromRows,
  boardHeight,
  boardWidth,
  type Cell,
  cellGarbage,
  cellSolid,
  formatBoard,
  fullRow,
  visibleHeight,
} from "./board.ts";
export { type ClearCode, type ClearKind, clearKind, clearKinds, clearLines, isDifficult } from "./clear.ts";
export { Core, type CoreSetup, cloneCore, createCore, type LockCause, type Phase, type TopOut } from "./core.ts";
export { nextDue } from "./due.ts";
export { isGrounded } from "./fall.ts";
export { minimumKeys } from "./finesse.ts";
export { insertGarbage, resetBoard } from "./garbage.ts";
export { gravityOne, levelGravity } from "./gravity.ts";
export { defaultHandling, type Handling, type InitialAction } from "./handling.ts";
export { canHold } from "./hold.ts";
export { type Key, keyBit, keyNames } from "./keys.ts";
export { type HalfTurn, type KickSystem, type KickTable, kickTable, kickTests } from "./kicks.ts";
export type { Levels } from "./level.ts";
export { type Lock, lockPiece } from "./lock.ts";
export { minstdSeed } from "./minstd.ts";
export { dropDistance } from "./move.ts";
export {
  parsePiece,
  type Piece,
  type PieceName,
  pieceByName,
  pieceNames,
  pieces,
  pieceToName,
} from "./piece.ts";
export { countPlacements, findPlacements, type Placement, type PlacementRules, placementRules } from "./placements.ts";
export { heldKeys, pressKey, releaseAllKeys, releaseKey } from "./press.ts";
export type { Goal, Profile } from "./profile.ts";
export { cheese, marathon, profileById, sprint40, tetrioCompat, ultra, versus, zen } from "./profiles.ts";
export { Queue } from "./queue.ts";
export { type Rotation, rotations, type Turn, toRotation, turned } from "./rotation.ts";
export { guidelineScoring, type Scoring } from "./scoring.ts";
export { type Offset, type Shape, shapeOf, shapes } from "./shape.ts";
export { readCore, writeCore } from "./snapshot.ts";
export { decodeCore, encodeCore, type SnapshotError } from "./snapshot-bytes.ts";
export { maxCoreBytes } from "./snapshot-layout.ts";
export { type Spawn, spawnPiece } from "./spawn.ts";
export { classifySpin, type Kick5Rule, type Spin, type SpinRule } from "./spin.ts";
export { Tally } from "./tally.ts";
