import { bytesToAscii, err, ok, type HashPort, type Result } from "@replayground/kernel";
import { parseLogLines, type WellFormedLog } from "@replayground/log";
import { verifyLog, type Registry, type VerifiedLog } from "@replayground/replay";
import { checkMatchFile, type ReadProgress } from "./check.ts";
import { decodeMatchFile } from "./decode.ts";
import { detectFormat } from "./detect.ts";
import type { FileFault, ImportFault } from "./fault.ts";
import { DEFAULT_LIMITS, inflatedLimit, type FileLimits } from "./limits.ts";
import { decompress } from "./streams.ts";
import type { MatchFile } from "./types.ts";

export interface ReadOptions {
  readonly limits?: FileLimits;
  readonly progress?: ReadProgress;
}

/** A file whose bytes are in order. What it claims is not checked yet. */
export type OpenedFile =
  | { readonly format: "match_file"; readonly file: MatchFile }
  | { readonly format: "json_lines"; readonly log: WellFormedLog };

/** The bytes of a match file -> the log it stands for, re-executed and checked. */
export async function readMatchFile(
  registry: Registry,
  hash: HashPort,
  bytes: Uint8Array,
  { limits = DEFAULT_LIMITS, progress }: ReadOptions = {},
): Promise<Result<VerifiedLog, FileFault>> {
  const file = await decodeMatchFile(hash, bytes, limits);
  return file.ok ? checkMatchFile(registry, hash, file.value, progress) : file;
}

/** The bytes of a log in any form of ours (match file, JSON lines, either of them gzipped) -> the log, verified. */
export async function readLogFile(
  registry: Registry,
  hash: HashPort,
  bytes: Uint8Array,
  { limits = DEFAULT_LIMITS, progress }: ReadOptions = {},
): Promise<Result<VerifiedLog, ImportFault>> {
  const opened = await openLogFile(hash, bytes, limits);
  return opened.ok ? verifyOpened(registry, hash, opened.value, progress) : opened;
}

/** The first half of `readLogFile`: knows no rules. */
export async function openLogFile(
  hash: HashPort,
  bytes: Uint8Array,
  limits: FileLimits = DEFAULT_LIMITS,
): Promise<Result<OpenedFile, ImportFault>> {
  if (bytes.length > limits.file) return err({ kind: "over_limit", what: "file", limit: limits.file });
  const format = detectFormat(bytes);
  if (format !== "gzip") return openPlain(hash, bytes, limits);
  const { name, limit } = inflatedLimit(bytes.length, limits);
  const inflated = await decompress("gzip", bytes, limit);
  if (inflated.ok) return openPlain(hash, inflated.value, { ...limits, file: limits.inflated });
  const isBomb = inflated.error === "over_limit";
  return err(isBomb ? { kind: "over_limit", what: name, limit } : { kind: "not_a_log", reason: "damaged gzip file" });
}

/** The second half: re-executes. */
export function verifyOpened(
  registry: Registry,
  hash: HashPort,
  opened: OpenedFile,
  progress?: ReadProgress,
): Result<VerifiedLog, ImportFault> {
  if (opened.format === "match_file") return checkMatchFile(registry, hash, opened.file, progress);
  const { log } = opened;
  const total = log.events.length;
  return verifyLog(registry, hash, log, (seq) => progress?.(seq, total) !== false);
}

async function openPlain(
  hash: HashPort,
  bytes: Uint8Array,
  limits: FileLimits,
): Promise<Result<OpenedFile, ImportFault>> {
  const format = detectFormat(bytes);
  switch (format) {
    case "match_file": {
      const file = await decodeMatchFile(hash, bytes, limits);
      return file.ok ? ok({ format, file: file.value }) : file;
    }
    case "json_lines": {
      if (linesIn(bytes, limits.events + 2) > limits.events + 2) {
        return err({ kind: "over_limit", what: "events", limit: limits.events });
      }
      const log = parseLogLines(bytesToAscii(bytes), hash);
      return log.ok ? ok({ format, log: log.value }) : log;
    }
    case "ttr":
    case "ttrm":
      return err({ kind: "foreign_format", format });
    case "gzip": // inside a gzip file
    case "unknown":
      return err({ kind: "unknown_format" });
  }
}

/** Counted before they are split: no further than one more than `limit`. */
function linesIn(bytes: Uint8Array, limit: number): number {
  let count = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && count <= limit; at = bytes.indexOf(0x0a, at + 1)) {
    if (at < bytes.length - 1) count++;
  }
  return count;
}
