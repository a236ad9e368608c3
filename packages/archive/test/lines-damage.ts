import { nodeHash } from "@replayground/hash/node";
import { Xoshiro128, asciiToBytes } from "@replayground/kernel";
import { formatLogLines } from "@replayground/log";
import { readLogFile, type ImportFault } from "../src/index.ts";
import { flip } from "./damage.ts";
import { playLog, testRegistry as registry, type PlayOptions } from "@replayground/replay/testing";

/**
 * Changes `tries` random bytes of logs as JSON lines. A change is noticed at the event where it stands, or, where the
 * changed event is one that could have happened (another question, another tick), at the first that does not follow
 * from it - at the latest by the head. Returns what went unnoticed or was named too early.
 */
export async function surviveLineFlips(tries: number, seed: number): Promise<readonly string[]> {
  const random = new Xoshiro128([seed, 4, 5, 6]);
  const wrong: string[] = [];
  const texts = [{ seed: 11 }, { seed: 12, committed: true }, { seed: 13, steps: 300 }].map((options) =>
    linesOf(options),
  );
  for (let i = 0; i < tries; i++) {
    const bytes = texts[i % texts.length] ?? new Uint8Array();
    const offset = random.below(bytes.length);
    const mask = 1 + random.below(255);
    const line = bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length;
    const read = await readLogFile(registry, nodeHash, flip(bytes, offset, mask));
    const complaint = read.ok ? "accepted" : complaintAbout(read.error, line);
    if (complaint !== null)
      wrong.push(`byte ${offset} ^ ${mask}, line ${line} of text ${i % texts.length}: ${complaint}`);
  }
  return wrong;
}

function linesOf(options: PlayOptions): Uint8Array {
  const { header, events, claimed } = playLog(nodeHash, options);
  if (claimed === null) throw new Error("a played log has a head");
  return asciiToBytes(formatLogLines(header, events, claimed));
}

/** Line n holds event n; line 0 the header. A line feed that is gone, or one too many, shows in the line before it. */
function complaintAbout(error: ImportFault, line: number): string | null {
  if (line === 0 || !("seq" in error))
    return line === 0 || error.kind === "not_canonical" ? null : JSON.stringify(error);
  return error.seq >= line - 1 ? null : JSON.stringify(error);
}
