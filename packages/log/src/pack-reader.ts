import { MAX_DEPTH, bytesToAscii, type Json } from "@replayground/kernel";
import { SHORT_ARRAYS, SHORT_REFERENCES, TAG } from "./pack-format.ts";

/** Thrown inside the reader only; every public function turns it into a `Result`. */
export class PackFault extends Error {}

/** Reads what `PackWriter` wrote. Every read is bounded by the bytes that are there, so a hostile pack cannot inflate. */
export class PackReader {
  private at = 0;
  private end: number;
  private readonly bytes: Uint8Array;
  private readonly strings: string[] = [];
  private readonly shapes: (readonly string[])[] = [];

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.end = bytes.length;
  }

  get done(): boolean {
    return this.at === this.bytes.length;
  }

  get remaining(): number {
    return this.end - this.at;
  }

  /** What is read from here on may take so many bytes at most, until the next fence. */
  fence(length: number): void {
    this.end = Math.min(this.bytes.length, this.at + length);
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 8; i++) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        if (!Number.isSafeInteger(value)) throw new PackFault("number too large");
        return value;
      }
      scale *= 0x80;
    }
    throw new PackFault("number too long");
  }

  value(depth = 0): Json {
    const tag = this.byte();
    if (tag < TAG.smallIntegers) return tag;
    if (tag >= TAG.shortArray && tag < TAG.shortArray + SHORT_ARRAYS) return this.array(tag - TAG.shortArray, depth);
    if (tag >= TAG.shortShape && tag < TAG.shortShape + SHORT_REFERENCES)
      return this.object(tag - TAG.shortShape, depth);
    if (tag >= TAG.shortString && tag < TAG.shortString + SHORT_REFERENCES) return this.known(tag - TAG.shortString);
    switch (tag) {
      case TAG.positive:
        return this.varint();
      case TAG.negative:
        return -1 - this.varint();
      case TAG.null:
        return null;
      case TAG.true:
        return true;
      case TAG.false:
        return false;
      case TAG.newString:
        return this.newString();
      case TAG.string:
        return this.known(this.varint());
      case TAG.array:
        return this.array(this.varint(), depth);
      case TAG.newShape:
        return this.object(this.newShape(), depth);
      case TAG.shape:
        return this.object(this.varint(), depth);
      default: // any other byte
        throw new PackFault("unknown tag");
    }
  }

  private byte(): number {
    const byte = this.at < this.end ? this.bytes[this.at] : undefined;
    if (byte === undefined) throw new PackFault("ends too early");
    this.at++;
    return byte;
  }

  private newString(): string {
    const length = this.byte();
    if (length > this.remaining) throw new PackFault("ends too early");
    const text = bytesToAscii(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    this.strings.push(text);
    return text;
  }

  private known(number: number): string {
    const text = this.strings[number];
    if (text === undefined) throw new PackFault("unknown string");
    return text;
  }

  private newShape(): number {
    const count = this.varint();
    if (count > this.remaining) throw new PackFault("ends too early");
    const keys: string[] = [];
    for (let i = 0; i < count; i++) {
      const key = this.value(MAX_DEPTH);
      if (typeof key !== "string" || key === "__proto__") throw new PackFault("a key must be text");
      keys.push(key);
    }
    return this.shapes.push(keys) - 1;
  }

  private array(length: number, depth: number): Json {
    if (depth >= MAX_DEPTH || length > this.remaining) throw new PackFault("too deep or ends too early");
    const items: Json[] = [];
    for (let i = 0; i < length; i++) items.push(this.value(depth + 1));
    return items;
  }

  private object(shape: number, depth: number): Json {
    const keys = this.shapes[shape];
    if (depth >= MAX_DEPTH || keys === undefined) throw new PackFault("too deep or unknown shape");
    const members: Record<string, Json> = {};
    for (const key of keys) members[key] = this.value(depth + 1);
    return members;
  }
}
