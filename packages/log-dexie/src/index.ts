export { createStorageCanary, flushWhenHidden } from "./browser.ts";
export { createFileBackup, type CanaryBackup, type PrivateFiles } from "./canary-file.ts";
export { createCanary, type Canary } from "./canary-store.ts";
export {
  type CanaryPort,
  type CanaryRecord,
  type CanaryVerdict,
  type CutMatch,
  type Found,
  type Loss,
} from "./canary.ts";
export { createDexieLog, type DexieLog, type DexieLogOptions } from "./create.ts";
export { FLUSH_AFTER_MS, FLUSH_AT, PRESSURE_AT, type FlusherPhase } from "./flusher-machine.ts";
export { createFlusher, type Flusher, type FlusherOptions, type FlusherStatus } from "./flusher.ts";
export { requestWriter, type LeaseOptions, type WriterLease, type WriterRole } from "./lease.ts";
export { createPositionChannel, type PositionChannel, type PositionNews } from "./position-channel.ts";
export { createRevivingLog, type Remembered } from "./reviving-log.ts";
export { SCHEMA_VERSION } from "./schema.ts";
export type { Keyframes, Settings } from "./shelves.ts";
export type {
  CutLog,
  Kept,
  Keyframe,
  MatchMeta,
  MatchSummary,
  OpenReport,
  Rescue,
  RescuedRun,
  ScrubReport,
  Stamp,
  StoreNotice,
  UnavailableReason,
} from "./types.ts";
