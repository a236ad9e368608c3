import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { bytesToAscii, parseHex, unwrap, type Hex } from "@replayground/kernel";
import { formatLogLines, parseLogLines, type WellFormedLog } from "@replayground/log";

/** What is frozen of one game. */
export interface CorpusEntry {
  readonly name: string;
  readonly events: number;
  readonly pieces: number;
  readonly ticks: number;
  readonly status: string;
  readonly head: Hex;
  /** SHA-256 of the final state. */
  readonly state: Hex;
}

const folder = new URL("./logs/", import.meta.url);
const index = new URL("index.json", folder);

/** The list of games with their frozen hashes. */
export function readIndex(): readonly CorpusEntry[] {
  const entries: unknown = JSON.parse(readFileSync(index, "utf8"));
  return entries as readonly CorpusEntry[]; // our own file: a test compares every field with the logs
}

/** A log of the corpus, well-formed but not yet checked. */
export function readGame(name: string): WellFormedLog {
  return unwrap(parseLogLines(bytesToAscii(gunzipSync(readFileSync(new URL(`${name}.jsonl.gz`, folder))))));
}

export function writeIndex(entries: readonly CorpusEntry[]): void {
  writeFileSync(index, `${JSON.stringify(entries, null, 2)}\n`);
}

/** Bytes of the file that was written. */
export function writeGame(name: string, { header, events, claimed }: WellFormedLog): number {
  const head = unwrap(parseHex(claimed, 32));
  const packed = gzipSync(formatLogLines(header, events, head), { level: 9 });
  writeFileSync(new URL(`${name}.jsonl.gz`, folder), packed);
  return packed.length;
}
