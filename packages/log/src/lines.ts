import {
  ByteWriter,
  bytesToAscii,
  canonicalBytes,
  err,
  ok,
  parseHex,
  parseJson,
  unwrap,
  writeCanonical,
  type HashPort,
  type Header,
  type Hex,
  type Json,
  type JsonError,
  type LogEvent,
  type Result,
} from "@replayground/kernel";
import { checkChain } from "./chain.ts";
import { MAX_OPENED_BYTES, eventToJson, parseEvent } from "./event.ts";
import type { LogFault } from "./fault.ts";
import { parseHeader } from "./header.ts";
import { hasExactly, isArray, isObject } from "./shape.ts";
import type { WellFormedLog } from "./types.ts";

/** Largest accepted text, in characters. */
export const MAX_LINES_LENGTH: number = 256 * 1024 * 1024;

/** Marks stand eight to a string: the longest that has canonical bytes. */
const MARKS_PER_STRING = 8;
const MARK_DIGITS = 8;

/**
 * A whole log as text, one canonical JSON value a line: the header, the events, `{"head":..,"marks":[..],"seq":..}`.
 * Anyone can check it with a JSON library and SHA-256. Opened values of sealed parts ride along outside the hash.
 * @param marks see `marksOf`; without them the closing line has no such member, and a fault is named less exactly
 */
export function formatLogLines(
  header: Header,
  events: readonly LogEvent[],
  head: Hex,
  marks: readonly number[] = [],
): string {
  const writer = new ByteWriter(65_536);
  const lines: string[] = [bytesToAscii(unwrap(canonicalBytes(header)))];
  for (const event of events) {
    writer.length = 0;
    writeCanonical(writer, eventToJson(event, true));
    lines.push(bytesToAscii(writer.view()));
  }
  const closing =
    marks.length === 0 ? { head, seq: events.length } : { head, marks: packMarks(marks), seq: events.length };
  lines.push(bytesToAscii(unwrap(canonicalBytes(closing))));
  return `${lines.join("\n")}\n`;
}

/**
 * Text -> a well-formed log. A missing closing line means the log was cut off: `truncated`.
 * @param hash tells by the marks which of two events is wrong where time goes back between them; without it the later one
 * is named
 */
export function parseLogLines(text: string, hash?: HashPort): Result<WellFormedLog, LogFault> {
  if (text.length > MAX_LINES_LENGTH) return err({ kind: "too_large", limit: MAX_LINES_LENGTH });
  const lines = text.split("\n");
  if (lines[lines.length - 1] === "") lines.pop();
  const header = parseLine(lines[0] ?? "", 0);
  if (!header.ok) return header;
  const parsed = parseHeader(header.value);
  if (!parsed.ok) return parsed;
  const events: LogEvent[] = [];
  for (let i = 1; i < lines.length - 1; i++) {
    const event = parseEventLine(lines[i] ?? "", i, events[i - 2]);
    if (event.ok) events.push(event.value);
    else if (event.error.kind !== "time_goes_back" || hash === undefined) return event;
    else return err(brokenMark(hash, { header: parsed.value, events }, lines) ?? event.error);
  }
  const claimed = parseClosing(lines[lines.length - 1] ?? "", events.length);
  return claimed.ok ? ok({ ...claimed.value, events, header: parsed.value }) : claimed;
}

/** The first of these events whose mark differs; null where all are as the closing line says. */
function brokenMark(
  hash: HashPort,
  log: Pick<WellFormedLog, "header" | "events">,
  lines: readonly string[],
): LogFault | null {
  const closing = parseClosing(lines[lines.length - 1] ?? "", lines.length - 2);
  if (!closing.ok) return null;
  const checked = checkChain(hash, { ...log, ...closing.value, claimed: null });
  return checked.ok ? null : checked.error;
}

function parseEventLine(line: string, seq: number, before: LogEvent | undefined): Result<LogEvent, LogFault> {
  const value = parseLine(line, seq);
  if (!value.ok) return value;
  const event = parseEvent(value.value, seq);
  if (event.ok && before !== undefined && event.value.at < before.at) return err({ kind: "time_goes_back", seq });
  return event;
}

/** Only canonical text is accepted: what is read is exactly what is hashed, so a second spelling cannot hide anything. */
function parseLine(line: string, seq: number, limit: number = MAX_OPENED_BYTES): Result<Json, LogFault> {
  const value = parseJson(line, limit);
  if (!value.ok) return err(lineFault(seq, value.error));
  const isCanonical = bytesToAscii(unwrap(canonicalBytes(value.value))) === line;
  return isCanonical ? value : err(lineFault(seq, { kind: "not_json" }));
}

/** A fault of an event names it; the first line has no number to name. */
function lineFault(seq: number, error: JsonError): LogFault {
  if (error.kind === "not_json" && seq === 0) {
    return { kind: "not_a_log", reason: "the first line is not a canonical header" };
  }
  if (seq === 0) return error;
  if (error.kind === "not_canonical") return { kind: "bad_event", seq, path: error.path, reason: error.reason };
  return { kind: "bad_event", seq, path: "", reason: error.kind === "not_json" ? "not_canonical_json" : "too_large" };
}

function parseClosing(line: string, count: number): Result<Pick<WellFormedLog, "claimed" | "marks">, LogFault> {
  const cut = err<LogFault>({ kind: "truncated", seq: count });
  const value = parseLine(line, count + 1, MAX_OPENED_BYTES + 2 * MARK_DIGITS * count);
  if (!value.ok || !isObject(value.value)) return cut;
  const { head, marks: packed, seq } = { ...value.value };
  const names = packed === undefined ? ["head", "seq"] : ["head", "marks", "seq"];
  const claimed = parseHex(head, 32);
  if (!hasExactly(value.value, names) || !claimed.ok || seq !== count) return cut;
  if (packed === undefined) return ok({ claimed: claimed.value });
  const marks = parseMarks(packed, count);
  return marks === null ? cut : ok({ claimed: claimed.value, marks });
}

function packMarks(marks: readonly number[]): readonly string[] {
  const strings: string[] = [];
  for (let i = 0; i < marks.length; i += MARKS_PER_STRING) {
    const digits = marks.slice(i, i + MARKS_PER_STRING).map((mark) => mark.toString(16).padStart(MARK_DIGITS, "0"));
    strings.push(digits.join(""));
  }
  return strings;
}

/** Null unless there is exactly one mark for each event. */
function parseMarks(value: Json, count: number): readonly number[] | null {
  if (!isArray(value) || value.length !== Math.ceil(count / MARKS_PER_STRING)) return null;
  const marks: number[] = [];
  for (const string of value) {
    const bytes = Math.min(MARKS_PER_STRING, count - marks.length) * (MARK_DIGITS / 2);
    const digits = parseHex(string, bytes);
    if (!digits.ok) return null;
    for (let i = 0; i < digits.value.length; i += MARK_DIGITS) {
      marks.push(Number.parseInt(digits.value.slice(i, i + MARK_DIGITS), 16));
    }
  }
  return marks;
}
