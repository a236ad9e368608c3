export { type AttackingClear, type AttackPart, type AttackReason, clearAttack, multiplierOne } from "./attack.ts";
export { type AttackTableId, attackTables, baseAttack } from "./attack-table.ts";
export { badgeAttack, badgePercent, eliminatorOf, targetBonus } from "./badges.ts";
export { comboAttack, type ComboTableId } from "./combo-table.ts";
export {
  cancelAttack,
  type GarbageEntry,
  type GarbageQueue,
  type GarbageRun,
  insertAtLock,
  type Insertion,
  isOpenerPhase,
  type Outgoing,
  pendingRows,
  withEntry,
} from "./garbage-queue.ts";
export { type HoleState, nextEntryColumn, rowColumns } from "./hole.ts";
export {
  type AttackRules,
  type Blocking,
  type GarbageRules,
  guidelineRules,
  tetris99Rules,
  tetrioRules,
  versusRules,
  type VersusRules,
} from "./rules.ts";
export { type Aim, chooseTargets, type Opponent, type Share, type TargetMode } from "./targeting.ts";
