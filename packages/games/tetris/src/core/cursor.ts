/** A place in a byte array, read or written from there on. Integers are little-endian groups of seven bits (LEB128). */
export class Cursor {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  putByte(value: number): void {
    this.bytes[this.at++] = value;
  }

  /** A non-negative safe integer. */
  putInt(value: number): void {
    if (value < 128) this.bytes[this.at++] = value;
    else this.putLongInt(value);
  }

  private putLongInt(value: number): void {
    const { bytes } = this;
    let { at } = this;
    let rest = value;
    while (rest > 0x7fff_ffff) {
      bytes[at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      bytes[at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[at++] = rest;
    this.at = at;
  }

  /** Several of them; the place is kept out of memory between one and the next, which halves the time. */
  putInts(values: readonly number[]): void {
    const { bytes } = this;
    let { at } = this;
    for (let index = 0; index < values.length; index++) {
      let rest = values[index] ?? 0;
      while (rest > 127) {
        bytes[at++] = (rest & 127) | 128;
        rest = rest > 0x7fff_ffff ? Math.floor(rest / 128) : rest >>> 7;
      }
      bytes[at++] = rest;
    }
    this.at = at;
  }

  int(): number {
    const first = this.byte();
    return first < 128 ? first : this.longInt(first & 127);
  }

  private longInt(first: number): number {
    let value = first;
    let scale = 128;
    for (let group = 1; group < 8; group++) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) break;
      scale *= 128;
    }
    return value;
  }

  putWord(value: number): void {
    const { bytes, at } = this;
    bytes[at] = value & 255;
    bytes[at + 1] = (value >>> 8) & 255;
    bytes[at + 2] = (value >>> 16) & 255;
    bytes[at + 3] = value >>> 24;
    this.at = at + 4;
  }

  word(): number {
    const { bytes, at } = this;
    this.at = at + 4;
    const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    return (low | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0;
  }
}
