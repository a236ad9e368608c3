export { checkMatchFile, type ReadProgress } from "./check.ts";
export { decodeMatchFile } from "./decode.ts";
export { detectFormat, type FileFormat } from "./detect.ts";
export type { DamageFault, FileFault, ForeignFormat, ImportFault, ResultFault, WriteError } from "./fault.ts";
export { DEFAULT_LIMITS, type FileLimits, type LimitName } from "./limits.ts";
export { openLogFile, readLogFile, readMatchFile, verifyOpened, type OpenedFile, type ReadOptions } from "./open.ts";
export {
  BLOCK,
  EVENTS_PER_STRETCH,
  FILE_VERSION,
  MAGIC,
  PREFIX_BYTES,
  type BlockKind,
  type FileEnd,
  type MatchFile,
  type Stretch,
} from "./types.ts";
export { firstEventOf } from "./stretch.ts";
export { writeMatchFile } from "./write.ts";
