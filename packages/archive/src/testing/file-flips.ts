import { Xoshiro128, unwrap, type HashPort } from "@replayground/kernel";
import type { WellFormedLog } from "@replayground/log";
import type { Registry } from "@replayground/replay";
import { readFrames, writeFrames } from "../frame.ts";
import { readMatchFile } from "../open.ts";
import { writeMatchFile } from "../write.ts";

/** Logs to be damaged, and what is needed to read them. */
export interface Samples {
  readonly registry: Registry;
  readonly hash: HashPort;
  readonly logs: readonly WellFormedLog[];
}

/** The same seed changes the same bytes. */
export interface Flips {
  readonly tries: number;
  readonly seed: number;
}

/** The number of the block that each byte of a file belongs to; -1 for magic and version. */
export function blockByOffset(hash: HashPort, file: Uint8Array): readonly number[] {
  const frames = unwrap(readFrames(hash, file));
  const ends = frames.map((_, i) => writeFrames(hash, frames.slice(0, i + 1)).length);
  return [...file].map((_, offset) => (offset < 4 ? -1 : ends.findIndex((end) => offset < end)));
}

/** A copy with one byte changed. */
export function flip(bytes: Uint8Array, offset: number, mask: number): Uint8Array {
  const copy = bytes.slice();
  copy[offset] = (copy[offset] ?? 0) ^ mask;
  return copy;
}

/**
 * Changes random bytes, one at a time, of the match files of some logs. Returns what went unnoticed or was named
 * wrongly: nothing, if all is well.
 */
export async function flipFiles(samples: Samples, { tries, seed }: Flips): Promise<readonly string[]> {
  const { registry, hash, logs } = samples;
  const random = new Xoshiro128([seed, 1, 2, 3]);
  const wrong: string[] = [];
  const files: { readonly file: Uint8Array; readonly blocks: readonly number[] }[] = [];
  for (const log of logs) {
    const file = unwrap(await writeMatchFile(registry, hash, log));
    files.push({ file, blocks: blockByOffset(hash, file) });
  }
  for (let i = 0; i < tries; i++) {
    const chosen = files[i % files.length];
    if (chosen === undefined) continue;
    const offset = random.below(chosen.file.length);
    const mask = 1 + random.below(255);
    const read = await readMatchFile(registry, hash, flip(chosen.file, offset, mask));
    const complaint = complaintAbout(read, chosen.blocks[offset] ?? -1);
    if (complaint !== null) wrong.push(`byte ${offset} ^ ${mask} of file ${i % files.length}: ${complaint}`);
  }
  return wrong;
}

type Read = Awaited<ReturnType<typeof readMatchFile>>;

function complaintAbout(read: Read, block: number): string | null {
  if (read.ok) return "accepted";
  const { error } = read;
  if (block === -1) {
    return error.kind === "not_a_match_file" || error.kind === "unsupported_version" ? null : JSON.stringify(error);
  }
  const named = error.kind === "damaged_block" || error.kind === "cut_off" ? error.block : null;
  return named === block ? null : `block ${block}, but ${JSON.stringify(error)}`;
}
