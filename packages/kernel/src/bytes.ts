import type { Hex } from "./types.ts";
import { invariant } from "./assert.ts";

const HEX_DIGITS = "0123456789abcdef";

/** The bytes of ASCII text, one a character. Throws on any other character. */
export function asciiToBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    invariant(code < 0x80, "text is ASCII");
    bytes[i] = code;
  }
  return bytes;
}

/** The text of ASCII bytes. Bytes over 0x7f become U+FFFD, which every parser of ours refuses. */
export function bytesToAscii(bytes: Uint8Array): string {
  let text = "";
  const CHUNK = 4096;
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const codes: number[] = [];
    for (const byte of bytes.subarray(start, start + CHUNK)) codes.push(byte < 0x80 ? byte : 0xfffd);
    text += String.fromCharCode(...codes);
  }
  return text;
}

export function bytesToHex(bytes: Uint8Array): Hex {
  let text = "";
  for (const byte of bytes) text += HEX_DIGITS.charAt(byte >> 4) + HEX_DIGITS.charAt(byte & 15);
  return text as Hex;
}

/** The bytes of well-formed hexadecimal text (see `parseHex`). */
export function hexToBytes(hex: Hex): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = (HEX_DIGITS.indexOf(hex.charAt(2 * i)) << 4) | HEX_DIGITS.indexOf(hex.charAt(2 * i + 1));
  }
  return bytes;
}

export function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
