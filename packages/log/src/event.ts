import {
  ByteWriter,
  CanonicalFault,
  MAX_EVENT_BYTES,
  err,
  isName,
  ok,
  parseHex,
  toSeat,
  toSeq,
  toTick,
  writeCanonical,
  writeString,
  type Json,
  type LogEvent,
  type Result,
  type Sealed,
} from "@replayground/kernel";
import type { LogFault } from "./fault.ts";
import { hasExactly, isArray, isCount, isObject } from "./shape.ts";

/** Most bytes of an event with the opened values of its sealed parts, which are not hashed. */
export const MAX_OPENED_BYTES: number = 4 * MAX_EVENT_BYTES;

/**
 * Appends the canonical bytes of an event: `{"at":..,"data":..,"sealed":[{"digest":..,"to":..}],"seat":..,"seq":..,"type":..}`
 * without `sealed` where nothing is sealed. Opened values are never part of it. Same bytes as the generic encoder
 * (checked by a property test), without building the object.
 */
export function writeEvent(writer: ByteWriter, event: LogEvent): void {
  writer.ascii('{"at":');
  writer.integer(event.at);
  writer.ascii(',"data":');
  writeCanonical(writer, event.data, 1);
  if (event.sealed !== undefined) writeSealed(writer, event.sealed);
  if (event.seat === null) writer.ascii(',"seat":null,"seq":');
  else {
    writer.ascii(',"seat":');
    writer.integer(event.seat);
    writer.ascii(',"seq":');
  }
  writer.integer(event.seq);
  writer.ascii(',"type":');
  writeString(writer, event.type);
  writer.byte(0x7d);
}

function writeSealed(writer: ByteWriter, sealed: readonly Sealed[]): void {
  writer.ascii(',"sealed":[');
  sealed.forEach(({ digest, to }, index) => {
    writer.ascii(index === 0 ? '{"digest":' : ',{"digest":');
    writeString(writer, digest);
    writer.ascii(',"to":');
    writer.integer(to);
    writer.byte(0x7d);
  });
  writer.byte(0x5d);
}

/** The event as JSON: what its canonical bytes spell, plus the opened values where `withOpened` is set. */
export function eventToJson(event: LogEvent, withOpened: boolean): Json {
  const { at, data, seat, seq, type, sealed } = event;
  if (sealed === undefined) return { at, data, seat, seq, type };
  const parts = sealed.map(
    ({ digest, to, opened }): Json => (withOpened && opened ? { digest, opened, to } : { digest, to }),
  );
  return { at, data, sealed: parts, seat, seq, type };
}

/**
 * A JSON value -> an event, well-formed in itself.
 * @param expected the sequence number it must have
 * @param scratch where its bytes are spelled; one for many events saves two allocations each, most of the time of a parse
 */
export function parseEvent(
  value: Json,
  expected: number,
  scratch: ByteWriter = new ByteWriter(256),
): Result<LogEvent, LogFault> {
  const bad = (path: string, reason: string): Result<never, LogFault> =>
    err({ kind: "bad_event", seq: expected, path, reason });
  if (!isObject(value)) return bad("", "not_an_object");
  const names = ["at", "data", "seat", "seq", "type"];
  const isSealed = Object.hasOwn(value, "sealed");
  if (!hasExactly(value, isSealed ? [...names, "sealed"] : names)) return bad("", "unknown_or_missing_member");
  const { at, data, seat, seq, type, sealed } = { ...value };
  if (!isCount(seq)) return bad("seq", "not_a_count");
  if (seq !== expected) return err({ kind: "bad_sequence", seq: expected, found: seq });
  if (!isCount(at)) return bad("at", "not_a_count");
  if (!isObject(data)) return bad("data", "not_an_object");
  if (seat !== null && !(isCount(seat) && seat < 64)) return bad("seat", "not_a_seat");
  if (!isName(type)) return bad("type", "not_a_name");
  const base = { seq: toSeq(seq), at: toTick(at), type, seat: seat === null ? null : toSeat(seat), data };
  const parts = isSealed ? parseSealed(sealed) : undefined;
  if (parts === null) return bad("sealed", "not_sealed_parts");
  const event = parts === undefined ? base : { ...base, sealed: parts };
  const objection = objectionToBytes(event, scratch);
  return objection === null ? ok(event) : bad(objection.path, objection.reason);
}

/** Why an event has no canonical bytes, opened values included, or too many of them. */
function objectionToBytes(event: LogEvent, scratch: ByteWriter): { path: string; reason: string } | null {
  try {
    scratch.length = 0;
    writeCanonical(scratch, eventToJson(event, true));
    if (scratch.length > MAX_OPENED_BYTES) return { path: "", reason: "too_large" };
    if (scratch.length <= MAX_EVENT_BYTES) return null;
    scratch.length = 0;
    writeEvent(scratch, event);
    return scratch.length > MAX_EVENT_BYTES ? { path: "", reason: "too_large" } : null;
  } catch (fault) {
    if (fault instanceof CanonicalFault) return { path: fault.path, reason: fault.reason };
    throw fault;
  }
}

function parseSealed(value: Json | undefined): readonly Sealed[] | null {
  if (!isArray(value) || value.length === 0 || value.length > 64) return null;
  const parts: Sealed[] = [];
  for (const part of value) {
    if (!isObject(part)) return null;
    const opened = parseOpened(part["opened"]);
    const digest = parseHex(part["digest"], 32);
    const to = part["to"];
    if (opened === null || !digest.ok || !isCount(to)) return null;
    if (!hasExactly(part, opened === undefined ? ["digest", "to"] : ["digest", "opened", "to"])) return null;
    const open = { digest: digest.value, to: toSeat(to) };
    parts.push(opened === undefined ? open : { ...open, opened });
  }
  return parts;
}

/** Undefined where there is none, null where it is malformed. */
function parseOpened(value: Json | undefined): Sealed["opened"] | null | undefined {
  if (value === undefined) return undefined;
  if (!isObject(value) || !hasExactly(value, ["salt", "value"])) return null;
  const salt = parseHex(value["salt"], 16);
  const inner = value["value"];
  return salt.ok && inner !== undefined ? { salt: salt.value, value: inner } : null;
}
