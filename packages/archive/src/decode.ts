import {
  MAX_EVENT_BYTES,
  bytesEqual,
  bytesToAscii,
  canonicalBytes,
  err,
  ok,
  parseJson,
  toHead,
  unwrap,
  type HashPort,
  type Head,
  type Header,
  type Result,
} from "@replayground/kernel";
import { parseHeader, type LogFault } from "@replayground/log";
import { readCommands } from "./commands-block.ts";
import { readEnd } from "./end-block.ts";
import type { DamageFault } from "./fault.ts";
import { damaged, readFrames } from "./frame.ts";
import { inflatedLimit, type FileLimits } from "./limits.ts";
import { decompress } from "./streams.ts";
import { blockOf, headCount, stretchCount } from "./stretch.ts";
import {
  BLOCK,
  EVENTS_PER_STRETCH,
  PREFIX_BYTES,
  type FileEnd,
  type Frame,
  type MatchFile,
  type Stretch,
} from "./types.ts";

const HEAD_BYTES = 32;

/** Bytes -> a well-formed file. Nothing is executed; everything is bounded by `limits`. */
export async function decodeMatchFile(
  hash: HashPort,
  bytes: Uint8Array,
  limits: FileLimits,
): Promise<Result<MatchFile, DamageFault | LogFault>> {
  if (bytes.length > limits.file) return err({ kind: "over_limit", what: "file", limit: limits.file });
  const frames = readFrames(hash, bytes, 2 + 2 * stretchCount(limits.events));
  if (!frames.ok) return frames;
  const order = checkOrder(frames.value);
  if (order !== null) return err(order);
  const blocks = await inflateAll(frames.value, bytes.length, limits);
  return blocks.ok ? assemble(blocks.value, limits) : blocks;
}

/** Header, then commands and heads in turn, then the end. */
function checkOrder(frames: readonly Frame[]): DamageFault | null {
  const wrong = frames.find(({ kind }, index) => {
    if (index === 0) return kind !== BLOCK.header;
    if (index === frames.length - 1) return kind !== BLOCK.end || index % 2 === 0;
    return kind !== (index % 2 === 1 ? BLOCK.commands : BLOCK.heads);
  });
  return wrong === undefined ? null : damaged(wrong.index, "out of place");
}

async function inflateAll(
  frames: readonly Frame[],
  size: number,
  limits: FileLimits,
): Promise<Result<readonly Uint8Array[], DamageFault>> {
  const { name, limit } = inflatedLimit(size, limits);
  let total = 0;
  const blocks: Uint8Array[] = [];
  for (const frame of frames) {
    total += frame.rawLength;
    if (total > limit) return err({ kind: "over_limit", what: name, limit });
    const raw = await inflate(frame);
    if (raw === null) return err(damaged(frame.index, "does not decompress to its length"));
    blocks.push(raw);
  }
  return ok(blocks);
}

/** Null for a block that is not what its length says. */
export async function inflate({ rawLength, stored }: Frame): Promise<Uint8Array | null> {
  if (stored.length === rawLength) return stored;
  const raw = await decompress("deflate-raw", stored, rawLength);
  return raw.ok && raw.value.length === rawLength ? raw.value : null;
}

function assemble(blocks: readonly Uint8Array[], limits: FileLimits): Result<MatchFile, DamageFault | LogFault> {
  const header = readHeader(blocks[0] ?? new Uint8Array());
  if (!header.ok) return header;
  const last = blocks.length - 1;
  const end = readEnd(blocks[last] ?? new Uint8Array());
  if (end === null) return err(damaged(last, "not an end"));
  if (end.seq > limits.events) return err({ kind: "over_limit", what: "events", limit: limits.events });
  if (blocks.length !== 2 + 2 * stretchCount(end.seq))
    return err(damaged(last, "another number of events than blocks"));
  const stretches = readStretches(blocks, end, limits);
  return stretches.ok ? ok({ header: header.value, stretches: stretches.value, end }) : stretches;
}

/** Only canonical text: it is hashed as it stands. */
function readHeader(raw: Uint8Array): Result<Header, DamageFault | LogFault> {
  const value = parseJson(bytesToAscii(raw), 4 * MAX_EVENT_BYTES);
  if (!value.ok) return err(value.error.kind === "not_json" ? damaged(0, "not JSON") : value.error);
  const canonical = bytesEqual(unwrap(canonicalBytes(value.value)), raw);
  return canonical ? parseHeader(value.value) : err(damaged(0, "not canonical"));
}

function readStretches(
  blocks: readonly Uint8Array[],
  end: FileEnd,
  limits: FileLimits,
): Result<readonly Stretch[], DamageFault> {
  const stretches: Stretch[] = [];
  let commands = 0;
  for (let block = 1; block < blocks.length - 1; block += 2) {
    const stretch = readStretch(blocks, stretches.length, headCount(stretches.length, end.seq));
    if (!stretch.ok) return stretch;
    commands += stretch.value.commands.length;
    if (commands > limits.commands) return err({ kind: "over_limit", what: "commands", limit: limits.commands });
    stretches.push(stretch.value);
  }
  return ok(stretches);
}

function readStretch(blocks: readonly Uint8Array[], index: number, full: number): Result<Stretch, DamageFault> {
  const block = blockOf(index);
  const commands = readCommands(blocks[block] ?? new Uint8Array());
  if (!commands.ok) return err(damaged(block, commands.error));
  const heads = blocks[block + 1] ?? new Uint8Array();
  const split = PREFIX_BYTES * commands.value.length;
  if (commands.value.length > EVENTS_PER_STRETCH) return err(damaged(block, "more commands than events"));
  if (heads.length !== split + HEAD_BYTES * full) return err(damaged(block + 1, "another number of heads"));
  const headAt = (i: number): Head => toHead(heads.subarray(split + HEAD_BYTES * i, split + HEAD_BYTES * (i + 1)));
  const fullHeads = Array.from({ length: full }, (_, i) => headAt(i));
  return ok({ block, commands: commands.value, prefixes: heads.subarray(0, split), heads: fullHeads });
}
