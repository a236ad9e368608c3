import { bytesToHex, hexToBytes, type Hex } from "@replayground/kernel";
import { PackFault, PackReader, PackWriter } from "@replayground/log";
import type { FileEnd } from "./types.ts";

const HASH_BYTES = 32;
const HAS_STATE = 1;
const HAS_SECRET = 2;

/** Varints seq and at; a byte of flags (1: state, 2: secret); then head, state, secret, 32 bytes each. */
export function writeEnd({ seq, at, head, state, secret }: FileEnd): Uint8Array {
  const writer = new PackWriter();
  writer.varint(seq);
  writer.varint(at);
  writer.bytes.byte((state === null ? 0 : HAS_STATE) | (secret === null ? 0 : HAS_SECRET));
  for (const hash of [head, state, secret]) if (hash !== null) writer.bytes.raw(hexToBytes(hash));
  return writer.bytes.take();
}

/** Null for bytes that `writeEnd` cannot have written. */
export function readEnd(bytes: Uint8Array): FileEnd | null {
  try {
    return readFields(bytes);
  } catch (fault) {
    if (fault instanceof PackFault) return null;
    throw fault;
  }
}

function readFields(bytes: Uint8Array): FileEnd | null {
  const reader = new PackReader(bytes);
  const seq = reader.varint();
  const at = reader.varint();
  const flags = reader.varint();
  const hashes = bytes.subarray(bytes.length - reader.remaining);
  const hasState = (flags & HAS_STATE) !== 0;
  const hasSecret = (flags & HAS_SECRET) !== 0;
  if (flags > 3 || hashes.length !== HASH_BYTES * (1 + Number(hasState) + Number(hasSecret))) return null;
  const hashAt = (i: number): Hex => bytesToHex(hashes.subarray(HASH_BYTES * i, HASH_BYTES * (i + 1)));
  return {
    seq,
    at,
    head: hashAt(0),
    state: hasState ? hashAt(1) : null,
    secret: hasSecret ? hashAt(hasState ? 2 : 1) : null,
  };
}
