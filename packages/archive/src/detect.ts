import { asciiToBytes, bytesEqual } from "@replayground/kernel";
import { MAGIC } from "./types.ts";

export type FileFormat = "match_file" | "json_lines" | "gzip" | "ttr" | "ttrm" | "unknown";

/** How far into a file the marks of a format are looked for, in bytes. */
const SNIFF = 4096;

/** What a file seems to be, from its first bytes. A guess for messages and menus; the reader of the format judges. */
export function detectFormat(bytes: Uint8Array): FileFormat {
  if (startsWith(bytes, asciiToBytes(MAGIC))) return "match_file";
  if (startsWith(bytes, new Uint8Array([0x1f, 0x8b]))) return "gzip"; // RFC 1952, section 2.3.1
  const text = latin(bytes.subarray(0, SNIFF)).trimStart();
  if (!text.startsWith("{")) return "unknown";
  // The members of a header stand in canonical order, so `chance` is its first.
  if (text.startsWith('{"chance":')) return "json_lines";
  return foreign(text);
}

/** Replays of TETR.IO are JSON without a mark of their own: solo ones have frames or an end context, others rounds. */
function foreign(text: string): FileFormat {
  if (/"rounds"\s*:|"ismulti"\s*:\s*true|"leaderboard"\s*:/.test(text)) return "ttrm";
  return /"endcontext"\s*:|"gametype"\s*:|"gamemode"\s*:|"frames"\s*:/.test(text) ? "ttr" : "unknown";
}

function startsWith(bytes: Uint8Array, mark: Uint8Array): boolean {
  return bytesEqual(bytes.subarray(0, mark.length), mark);
}

function latin(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
