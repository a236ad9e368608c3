import { err, ok, type Result } from "./result.ts";
import type { Json } from "./types.ts";
import { ByteWriter } from "./writer.ts";

/** Longest string and key, in characters. */
export const MAX_STRING = 64;
/** Deepest nesting of arrays and objects. */
export const MAX_DEPTH = 8;

/** Why a value has no canonical bytes, and where (a path such as `data.cells[3]`). */
export interface CanonicalError {
  readonly kind: "not_canonical";
  readonly reason: CanonicalReason;
  readonly path: string;
}

export type CanonicalReason =
  | "not_an_integer"
  | "unsafe_integer"
  | "negative_zero"
  | "not_printable_ascii"
  | "string_too_long"
  | "too_deep"
  | "not_plain"
  | "forbidden_key"
  | "unsupported_type";

/**
 * Canonical bytes: RFC 8785 restricted to what cannot be ambiguous - safe integers, printable ASCII strings of at most
 * 64 characters, booleans, null, arrays, plain objects, depth at most 8. Anything else is refused by name.
 */
export function canonicalBytes(value: unknown): Result<Uint8Array, CanonicalError> {
  const writer = new ByteWriter(256);
  const failure = tryWrite(writer, value);
  return failure === null ? ok(writer.take()) : err(failure);
}

/** Proves that an unknown value has canonical bytes. */
export function parseJsonValue(value: unknown): Result<Json, CanonicalError> {
  const failure = tryWrite(new ByteWriter(256), value);
  return failure === null ? ok(value as Json) : err(failure);
}

/**
 * Appends the canonical bytes of a value that is known to have some (an event of our own making).
 * Throws `CanonicalFault` otherwise: then the caller's invariant is broken.
 * @param depth how many arrays and objects the value already stands in
 */
export function writeCanonical(writer: ByteWriter, value: Json, depth = 0): void {
  writeValue(writer, value, depth);
}

/** Thrown inside the encoder only; carries the reason, and gathers the path on its way out. */
export class CanonicalFault extends Error {
  readonly reason: CanonicalReason;
  path = "";

  constructor(reason: CanonicalReason) {
    super(reason);
    this.reason = reason;
  }
}

function tryWrite(writer: ByteWriter, value: unknown): CanonicalError | null {
  try {
    writeValue(writer, value, 0);
    return null;
  } catch (fault) {
    if (fault instanceof CanonicalFault) return { kind: "not_canonical", reason: fault.reason, path: fault.path };
    throw fault;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function writeValue(writer: ByteWriter, value: unknown, depth: number): void {
  if (typeof value === "number") writeNumber(writer, value);
  else if (typeof value === "string") writeString(writer, value);
  else if (value === null) writer.ascii("null");
  else if (value === true) writer.ascii("true");
  else if (value === false) writer.ascii("false");
  else if (typeof value !== "object") throw new CanonicalFault("unsupported_type");
  else if (depth >= MAX_DEPTH) throw new CanonicalFault("too_deep");
  else if (Array.isArray(value)) writeArray(writer, value, depth);
  else writeObject(writer, value, depth);
}

function writeNumber(writer: ByteWriter, value: number): void {
  if (!Number.isSafeInteger(value)) {
    throw new CanonicalFault(Number.isInteger(value) ? "unsafe_integer" : "not_an_integer");
  }
  if (value === 0 && 1 / value < 0) throw new CanonicalFault("negative_zero");
  writer.integer(value);
}

/** Also used by the specialised writers of the envelope, so that every string passes the same gate. */
export function writeString(writer: ByteWriter, value: string): void {
  const { length } = value;
  if (length > MAX_STRING) throw new CanonicalFault("string_too_long");
  writer.reserve(2 * length + 2);
  const { bytes } = writer;
  let at = writer.length;
  bytes[at++] = QUOTE;
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    if (code < 0x20 || code > 0x7e) throw new CanonicalFault("not_printable_ascii");
    if (code === QUOTE || code === BACKSLASH) bytes[at++] = BACKSLASH;
    bytes[at++] = code;
  }
  bytes[at++] = QUOTE;
  writer.length = at;
}

function writeArray(writer: ByteWriter, items: readonly unknown[], depth: number): void {
  writer.byte(0x5b);
  for (let i = 0; i < items.length; i++) {
    if (i > 0) writer.byte(0x2c);
    try {
      writeValue(writer, items[i], depth + 1);
    } catch (fault) {
      throw located(fault, `[${i}]`);
    }
  }
  writer.byte(0x5d);
}

function writeObject(writer: ByteWriter, value: object, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new CanonicalFault("not_plain");
  const members = value as Readonly<Record<string, unknown>>; // every member is checked before it is written
  writer.byte(0x7b);
  let first = true;
  for (const key of sortedKeys(members)) {
    if (!first) writer.byte(0x2c);
    first = false;
    try {
      if (key === "__proto__") throw new CanonicalFault("forbidden_key");
      writeString(writer, key);
      writer.byte(0x3a);
      writeValue(writer, members[key], depth + 1);
    } catch (fault) {
      throw located(fault, `.${key.slice(0, MAX_STRING)}`);
    }
  }
  writer.byte(0x7d);
}

/** Our own events are built with their keys in order: then nothing is sorted. */
function sortedKeys(value: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = Object.keys(value);
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i - 1] ?? "") > (keys[i] ?? "")) return keys.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }
  return keys;
}

function located(fault: unknown, step: string): unknown {
  if (fault instanceof CanonicalFault) {
    const joint = fault.path === "" || fault.path.startsWith("[") ? "" : ".";
    fault.path = step.startsWith(".") ? `${step.slice(1)}${joint}${fault.path}` : `${step}${joint}${fault.path}`;
  }
  return fault;
}
