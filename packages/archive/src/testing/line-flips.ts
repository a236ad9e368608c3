import { Xoshiro128, asciiToBytes, type HashPort } from "@replayground/kernel";
import { formatLogLines, marksOf, type WellFormedLog } from "@replayground/log";
import type { ImportFault } from "../fault.ts";
import { readLogFile } from "../open.ts";
import { flip, type Flips, type Samples } from "./file-flips.ts";

/**
 * Changes random bytes, one at a time, of logs as JSON lines. A change is named at the event where it stands, also where
 * the changed event is one that could have happened (another key, another tick): its mark tells. Returns what went
 * unnoticed or was named elsewhere: nothing, if all is well.
 */
export async function flipLines(samples: Samples, { tries, seed }: Flips): Promise<readonly string[]> {
  const { registry, hash, logs } = samples;
  const random = new Xoshiro128([seed, 4, 5, 6]);
  const wrong: string[] = [];
  const texts = logs.map((log) => linesOf(hash, log));
  for (let i = 0; i < tries; i++) {
    const bytes = texts[i % texts.length] ?? new Uint8Array();
    const offset = random.below(bytes.length);
    const mask = 1 + random.below(255);
    const line = bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length;
    const read = await readLogFile(registry, hash, flip(bytes, offset, mask));
    const count = logs[i % logs.length]?.events.length ?? 0;
    const complaint = read.ok ? "accepted" : complaintAbout(read.error, line, count);
    if (complaint !== null)
      wrong.push(`byte ${offset} ^ ${mask}, line ${line} of text ${i % texts.length}: ${complaint}`);
  }
  return wrong;
}

function linesOf(hash: HashPort, log: WellFormedLog): Uint8Array {
  const { header, events, claimed } = log;
  if (claimed === null) throw new Error("a sample has a head");
  return asciiToBytes(formatLogLines(header, events, claimed, marksOf(hash, log)));
}

/** Line n holds event n; line 0 the header; the last line speaks of all events, so a change of it may name any. */
function complaintAbout(error: ImportFault, line: number, count: number): string | null {
  if (line === 0 || line > count) return null;
  return "seq" in error && error.seq === line ? null : JSON.stringify(error);
}
