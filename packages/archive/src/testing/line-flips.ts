import { Xoshiro128, asciiToBytes } from "@replayground/kernel";
import { formatLogLines, type WellFormedLog } from "@replayground/log";
import type { ImportFault } from "../fault.ts";
import { readLogFile } from "../open.ts";
import { flip, type Flips, type Samples } from "./file-flips.ts";

/**
 * Changes random bytes, one at a time, of logs as JSON lines. A change is noticed at the event where it stands, or, where
 * the changed event is one that could have happened (another key, another tick), at the first that does not follow from
 * it - at the latest by the head. Returns what went unnoticed or was named too early: nothing, if all is well.
 */
export async function flipLines(samples: Samples, { tries, seed }: Flips): Promise<readonly string[]> {
  const { registry, hash, logs } = samples;
  const random = new Xoshiro128([seed, 4, 5, 6]);
  const wrong: string[] = [];
  const texts = logs.map(linesOf);
  for (let i = 0; i < tries; i++) {
    const bytes = texts[i % texts.length] ?? new Uint8Array();
    const offset = random.below(bytes.length);
    const mask = 1 + random.below(255);
    const line = bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length;
    const read = await readLogFile(registry, hash, flip(bytes, offset, mask));
    const complaint = read.ok ? "accepted" : complaintAbout(read.error, line);
    if (complaint !== null)
      wrong.push(`byte ${offset} ^ ${mask}, line ${line} of text ${i % texts.length}: ${complaint}`);
  }
  return wrong;
}

function linesOf({ header, events, claimed }: WellFormedLog): Uint8Array {
  if (claimed === null) throw new Error("a sample has a head");
  return asciiToBytes(formatLogLines(header, events, claimed));
}

/** Line n holds event n; line 0 the header. A line feed that is gone, or one too many, shows in the line before it. */
function complaintAbout(error: ImportFault, line: number): string | null {
  if (line === 0 || !("seq" in error))
    return line === 0 || error.kind === "not_canonical" ? null : JSON.stringify(error);
  return error.seq >= line - 1 ? null : JSON.stringify(error);
}
