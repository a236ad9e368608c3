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
  type Header,
  type Hex,
  type Json,
  type JsonError,
  type LogEvent,
  type Result,
} from "@replayground/kernel";
import { MAX_OPENED_BYTES, eventToJson, parseEvent } from "./event.ts";
import type { LogFault } from "./fault.ts";
import { parseHeader } from "./header.ts";
import { hasExactly, isObject } from "./shape.ts";
import type { WellFormedLog } from "./types.ts";

/** Largest accepted text, in characters. */
export const MAX_LINES_LENGTH: number = 256 * 1024 * 1024;

/**
 * A whole log as text, one canonical JSON value a line: the header, the events, `{"head":..,"seq":..}`.
 * Anyone can check it with a JSON library and SHA-256. Opened values of sealed parts ride along outside the hash.
 */
export function formatLogLines(header: Header, events: readonly LogEvent[], head: Hex): string {
  const writer = new ByteWriter(65_536);
  const lines: string[] = [bytesToAscii(unwrap(canonicalBytes(header)))];
  for (const event of events) {
    writer.length = 0;
    writeCanonical(writer, eventToJson(event, true));
    lines.push(bytesToAscii(writer.view()));
  }
  lines.push(bytesToAscii(unwrap(canonicalBytes({ head, seq: events.length }))));
  return `${lines.join("\n")}\n`;
}

/** Text -> a well-formed log. A missing closing line means the log was cut off: `truncated`. */
export function parseLogLines(text: string): Result<WellFormedLog, LogFault> {
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
    if (!event.ok) return event;
    events.push(event.value);
  }
  const claimed = parseClosing(lines[lines.length - 1] ?? "", events.length);
  return claimed.ok ? ok({ claimed: claimed.value, events, header: parsed.value }) : claimed;
}

function parseEventLine(line: string, seq: number, before: LogEvent | undefined): Result<LogEvent, LogFault> {
  const value = parseLine(line, seq);
  if (!value.ok) return value;
  const event = parseEvent(value.value, seq);
  if (event.ok && before !== undefined && event.value.at < before.at) return err({ kind: "time_goes_back", seq });
  return event;
}

/** Only canonical text is accepted: what is read is exactly what is hashed, so a second spelling cannot hide anything. */
function parseLine(line: string, seq: number): Result<Json, LogFault> {
  const value = parseJson(line, MAX_OPENED_BYTES);
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

function parseClosing(line: string, count: number): Result<Hex, LogFault> {
  const value = parseLine(line, count + 1);
  if (!value.ok || !isObject(value.value) || !hasExactly(value.value, ["head", "seq"])) {
    return err({ kind: "truncated", seq: count });
  }
  const head = parseHex(value.value["head"], 32);
  if (!head.ok || value.value["seq"] !== count) return err({ kind: "truncated", seq: count });
  return ok(head.value);
}
