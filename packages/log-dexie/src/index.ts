export { createDexieLog, type DexieLog, type DexieLogOptions } from "./create.ts";
export { SCHEMA_VERSION } from "./schema.ts";
export type { Keyframes, Settings } from "./shelves.ts";
export type {
  Keyframe,
  MatchMeta,
  MatchSummary,
  OpenReport,
  Rescue,
  RescuedRun,
  Stamp,
  StoreNotice,
  UnavailableReason,
} from "./types.ts";
