import { asciiToBytes, bytesEqual, concatBytes, err, ok, type HashPort, type Result } from "@replayground/kernel";
import { PackFault, PackReader, PackWriter } from "@replayground/log";
import type { DamageFault } from "./fault.ts";
import { BLOCK, FILE_VERSION, MAGIC, type BlockKind, type Frame } from "./types.ts";

const CHECKSUM_BYTES = 4;
const DOMAIN = "replayground/file/1\n";

/** A file: magic, version, and its frames, each `kind, rawLength, storedLength, stored, checksum`. */
export function writeFrames(hash: HashPort, frames: readonly Frame[]): Uint8Array {
  const parts: Uint8Array[] = [concatBytes(asciiToBytes(MAGIC), new Uint8Array([FILE_VERSION]))];
  for (const frame of frames) {
    const writer = new PackWriter();
    writer.bytes.byte(frame.kind);
    writer.varint(frame.rawLength);
    writer.varint(frame.stored.length);
    writer.bytes.raw(frame.stored);
    const bytes = writer.bytes.take();
    parts.push(bytes, checksum(hash, frame.index, bytes));
  }
  return concatBytes(...parts);
}

/**
 * Bytes -> frames whose checksums hold, ending with an end block and nothing behind it. Inflates nothing.
 * @param most how many frames are read
 */
export function readFrames(
  hash: HashPort,
  bytes: Uint8Array,
  most: number = Number.POSITIVE_INFINITY,
): Result<readonly Frame[], DamageFault> {
  const start = MAGIC.length + 1;
  if (!bytesEqual(bytes.subarray(0, MAGIC.length), asciiToBytes(MAGIC))) return err({ kind: "not_a_match_file" });
  const version = bytes[MAGIC.length];
  if (version === undefined) return err({ kind: "cut_off", block: 0 });
  if (version !== FILE_VERSION) return err({ kind: "unsupported_version", version });
  const frames: Frame[] = [];
  let at = start;
  while (at < bytes.length) {
    const read = readFrame(hash, bytes.subarray(at), frames.length);
    if (!read.ok) return read;
    frames.push(read.value.frame);
    at += read.value.length;
    if (read.value.frame.kind === BLOCK.end) break;
    if (frames.length >= most) return err(damaged(frames.length, "more blocks than any log needs"));
  }
  if (frames[frames.length - 1]?.kind !== BLOCK.end) return err({ kind: "cut_off", block: frames.length });
  return at === bytes.length ? ok(frames) : err(damaged(frames.length, "bytes after the end"));
}

export function damaged(block: number, reason: string): DamageFault {
  return { kind: "damaged_block", block, reason };
}

function readFrame(
  hash: HashPort,
  bytes: Uint8Array,
  index: number,
): Result<{ readonly frame: Frame; readonly length: number }, DamageFault> {
  const kind = kindOf(bytes[0] ?? 0);
  if (kind === null) return err(damaged(index, "unknown kind of block"));
  const lengths = readLengths(bytes);
  if (lengths === null) return err({ kind: "cut_off", block: index });
  const { rawLength, storedLength, start } = lengths;
  const end = start + storedLength;
  const length = end + CHECKSUM_BYTES;
  if (length > bytes.length) return err({ kind: "cut_off", block: index });
  const sum = checksum(hash, index, bytes.subarray(0, end));
  if (!bytesEqual(sum, bytes.subarray(end, length))) return err(damaged(index, "checksum"));
  return ok({ frame: { index, kind, rawLength, stored: bytes.subarray(start, end) }, length });
}

function readLengths(
  bytes: Uint8Array,
): { readonly rawLength: number; readonly storedLength: number; readonly start: number } | null {
  const reader = new PackReader(bytes.subarray(1));
  try {
    const rawLength = reader.varint();
    const storedLength = reader.varint();
    return { rawLength, storedLength, start: bytes.length - reader.remaining };
  } catch (fault) {
    if (fault instanceof PackFault) return null;
    throw fault;
  }
}

/** Over the block's number and its bytes as they stand, lengths included: no bit of a file is left out. */
function checksum(hash: HashPort, index: number, frame: Uint8Array): Uint8Array {
  return hash.sha256(concatBytes(asciiToBytes(`${DOMAIN}${index}|`), frame)).slice(0, CHECKSUM_BYTES);
}

function kindOf(byte: number): BlockKind | null {
  return Object.values(BLOCK).find((kind) => kind === byte) ?? null;
}
